package window

import (
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// expectKept compares the note of the open article that the project file holds.
func (d *driver) expectKept(note string) *driver {
	d.Helper()
	work, err := d.project.Work(d.Context(), d.session.State().Article.ID, d.author)
	if err != nil {
		d.Fatal(err)
	}
	if got := work.Layer.Note(); got != note {
		d.Errorf("the file holds the note %q, not %q", got, note)
	}
	return d
}

func TestANoteIsKeptWhileItIsTyped(t *testing.T) {
	d := drive(t).open("Mill fire").press("Return")
	d.write("from th").expectKept("").pass().expectKept("from th")
	d.write("e wire ").expectKept("from th").pass().expectKept("from the wire")
	if got := d.panel.card.note.Text; got != "from the wire " {
		t.Errorf("the field shows %q", got)
	}
	d.write("again").press("Escape").expectKept("from the wire again")
	d.press("Ctrl+Z").expectKept("")
	if got := d.panel.card.note.Text; got != "" {
		t.Errorf("after undoing the field shows %q", got)
	}
	d.press("Ctrl+Y").expectKept("from the wire again")
}

func TestTypingIsKeptOnceAWhile(t *testing.T) {
	d := drive(t).open("Mill fire").press("Return")
	before := len(d.soon)
	if d.write("a long sentence"); len(d.soon) != before+1 {
		t.Errorf("%d times something is to be kept", len(d.soon)-before)
	}
	d.pass()
	if d.typing {
		t.Error("keeping what was typed asks for more of it")
	}
}

func TestTextOfAFieldIsKeptWhileItIsTyped(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people were killed").press("3")
	for _, f := range d.panel.card.fields {
		if f.Name == "who" || f.Name == "min" {
			d.win.Canvas().Focus(f.entry)
			d.write("2").pass().expectField(f.Name, "2", "2")
		}
	}
	d.write("x").pass()
	if got := d.panel.card.note.Text; got != "" {
		t.Errorf("the note shows %q", got)
	}
}

func TestWhatCannotBeKeptWhileTypingIsSaidOnce(t *testing.T) {
	d := drive(t).open("Mill fire").press("Return").write("wire")
	if err := d.project.Close(); err != nil {
		t.Fatal(err)
	}
	d.pass().expectDialog("This was not saved")
	if d.dialog.under != nil {
		t.Error("there are two dialogs")
	}
	if got := d.panel.card.note.Text; got != "wire" {
		t.Errorf("the field shows %q", got)
	}
}

func TestTypingThatIsPassedOverIsKept(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2", "Return").write("town")
	d.drag("Two people").press("3")
	d.pass()
	for _, span := range d.session.State().Layer.Spans() {
		if want := map[string]string{"place": "town"}[span.Label]; span.Note != want {
			t.Errorf("the note of the %s is %q", span.Label, span.Note)
		}
	}
	d.expectStatus(annotate.Started)
}

// The keyboard stays in the field, and what was typed is kept, when all is made anew in other colours.
func TestTypingGoesOnInAnotherTheme(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2", "Return").write("a town")
	note := d.panel.card.note
	d.setTheme("contrast")
	if d.panel.card.note == note {
		t.Fatal("the field is the same as before")
	}
	if d.win.Canvas().Focused() != d.panel.card.note {
		t.Fatalf("the keyboard is in %T", d.win.Canvas().Focused())
	}
	d.write(" by the river")
	d.pass()
	if span, _ := d.session.Selected(); !strings.Contains(span.Note, "a town") || !strings.Contains(span.Note, "by the river") {
		t.Errorf("the note is %q", span.Note)
	}
}
