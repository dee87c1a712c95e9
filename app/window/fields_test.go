package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// fill types into a field of the card from its beginning, and leaves it.
func (d *driver) fill(name, text string) *driver {
	d.Helper()
	for _, f := range d.panel.card.fields {
		if f.Name == name {
			d.win.Canvas().Focus(f.entry)
			f.entry.SetText("")
			return d.write(text).press("Escape")
		}
	}
	d.Fatalf("the card has no field %q", name)
	return d
}

// expectField compares what a field shows with what is kept of it.
func (d *driver) expectField(name, shown, kept string) *driver {
	d.Helper()
	for _, f := range d.panel.card.fields {
		if f.Name == name && f.entry.Text != shown {
			d.Errorf("the field %s shows %q, not %q", name, f.entry.Text, shown)
		}
	}
	if span, _ := d.session.Selected(); span.Attrs[name] != kept {
		d.Errorf("%q is kept as %s, not %q", span.Attrs[name], name, kept)
	}
	return d
}

// expectWrong looks for words in the sentence below the card's fields; "" that there is none.
func (d *driver) expectWrong(words string) *driver {
	d.Helper()
	wrong := d.panel.card.wrong
	if !strings.Contains(wrong.text, words) || wrong.Visible() != (words != "") {
		d.Errorf("below the fields stands %q, shown: %t; not %q", wrong.text, wrong.Visible(), words)
	}
	return d
}

func TestAttributesAreFilledIn(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people were killed").press("3")
	d.fill("min", "2").expectField("min", "2", "2").expectWrong("")
	d.press("Ctrl+Z").expectField("min", "", "")
}

func TestWhatIsNoNumberIsRefused(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people were killed").press("3").fill("min", "2")
	for _, text := range []string{"abc", "NaN", "Inf", "0x10", "1e999", "2 or 3"} {
		d.fill("min", text).expectField("min", text, "2").expectWrong("is no number").expectSaid("not kept yet")
	}
	d.fill("min", "-0.5").expectField("min", "-0.5", "-0.5").expectWrong("")
}

func TestTheLeastIsNotMoreThanTheMost(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people were killed").press("3")
	d.fill("max", "40").fill("min", "60").expectField("min", "60", "").expectWrong("“At least” (60) cannot be more than “At most” (40)")
	d.fill("best", "50").expectField("best", "50", "").expectField("max", "40", "40")
	d.fill("max", "80").expectField("max", "80", "80")
	d.fill("best", "70").expectField("best", "70", "70").expectField("min", "60", "60").expectWrong("")
}

func TestWhatWasRefusedIsNotLost(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people were killed").press("3").fill("best", "two dead")
	d.drag("Vessmark").press("2").click("people").expectField("best", "two dead", "").expectWrong("is no number")
	d.fill("best", "2").drag("Monday").press("2").click("people").expectField("best", "2", "2").expectWrong("")
}

func TestAFocusedFieldIsInSight(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people were killed").press("3")
	scroll := d.panel.card.object
	scroll.Resize(fyne.NewSize(scroll.Size().Width, 90))
	for _, e := range []*entry{d.panel.card.note, d.panel.card.fields[0].entry} {
		d.win.Canvas().Focus(e)
		place := d.app.Driver().AbsolutePositionForObject
		if top := place(e).Y - place(scroll).Y; top < 0 || top+e.Size().Height > scroll.Size().Height {
			t.Errorf("a field with the keyboard is %v below the card's upper edge, which is %v high", top, scroll.Size().Height)
		}
	}
}
