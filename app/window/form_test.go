package window

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
)

// within are the widgets to be seen in an object, each with how it lies in what it is in.
func within(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	see(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			within(inner, see)
		}
	case *tappable:
		within(o.content, see)
	}
}

// says is what a widget of the card says.
func says(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *line:
		return o.text
	case *entry:
		return fmt.Sprintf("[%s]", strings.TrimSpace(o.Text)) // what is around it is not kept
	case *choice:
		return fmt.Sprintf("<%s> of %v", o.Selected, o.Options)
	case *quietButton:
		return "(" + o.text.text + ")"
	case *backdrop:
		return fmt.Sprint(o.paint)
	}
	return ""
}

// looks is all that is to be seen of a card, and where, however far it is scrolled.
func (c *card) looks() string {
	var all strings.Builder
	fmt.Fprintln(&all, c.body.Size())
	within(c.column, func(o fyne.CanvasObject) { fmt.Fprintf(&all, "%T %v %v %s\n", o, o.Position(), o.Size(), says(o)) })
	return all.String()
}

// expectNew compares the card with one that is made anew.
func (d *driver) expectNew() *driver {
	d.Helper()
	shown, fresh := d.panel.card, newCard(d.Window)
	fresh.drafts = maps.Clone(shown.drafts)
	fresh.object.Resize(shown.object.Size())
	fresh.show(d.session.State())
	if shown.looks() != fresh.looks() {
		d.Fatalf("the card shows\n%s\na new one\n%s", shown.looks(), fresh.looks())
	}
	return d
}

// expectOnCard looks for what widgets of the card say, and for nothing behind a "!".
func (d *driver) expectOnCard(words ...string) *driver {
	d.Helper()
	for _, w := range words {
		w, none := strings.CutPrefix(w, "!")
		if strings.Contains(d.panel.card.looks(), w) == none {
			d.Errorf("the card shows\n%s\nwith %q: %t", d.panel.card.looks(), w, !none)
		}
	}
	return d
}

// choose chooses the span of words in the text, as the window's own commands do.
func (d *driver) choose(words string) *driver {
	d.Helper()
	for _, span := range d.session.State().Layer.Spans() {
		if span.Quote(d.view.Text()) == words {
			d.session.SelectSpan(span.ID)
			return d.expectNew()
		}
	}
	d.Fatalf("no span is %q", words)
	return d
}

// attribute sets an attribute of the chosen span.
func (d *driver) attribute(name, value string) *driver {
	d.Helper()
	span, _ := d.session.Selected()
	if err := d.setAttribute(span.ID, annotate.Attribute{Name: name}, value); err != nil {
		d.Fatal(err)
	}
	return d.expectNew()
}

// casualties opens an article with two casualties, one of which has all that a span can have.
func casualties(t *testing.T) *driver {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2").drag("Monday").press("3").drag("Two people were killed").press("3")
	d.attribute("min", "2").attribute("harm", "killed")
	d.press("Return").write("as told").press("Escape")
	from, _ := d.session.Selected()
	kind, _ := d.scheme().Link("at")
	d.link(kind, from, d.session.State().Layer.Spans()[1])
	return d.expectNew()
}

func TestSpansOfALabelAreShownInTurn(t *testing.T) {
	d := casualties(t)
	for range 3 {
		d.choose("Two people were killed").expectOnCard("“Two people were killed”", "11–33", "[2]", "<killed>", "[as told]", "At “")
		d.choose("Monday").expectOnCard("“Monday”", "49–55", "![2]", "!<killed>", "![as told]", "!At “")
		d.attribute("max", "7").expectOnCard("[7]").press("Ctrl+Z").choose("Monday").expectOnCard("![7]")
	}
	d.choose("Vessmark").choose("Two people were killed").attribute("harm", "").expectOnCard("!<killed>")
	d.unlink(d.session.State().Layer.Links()[0])
	d.expectOnCard("!At “").expectNew().press("Ctrl+Z").expectOnCard("At “").expectNew()
	d.press("Delete").choose("Monday").press("Ctrl+Z").choose("Two people were killed").expectOnCard("[as told]", "At “")
}

func TestWhatAFieldIsGivenGoesToTheSpanThatIsShown(t *testing.T) {
	d := casualties(t).choose("Monday").choose("Two people were killed").choose("Monday")
	d.fill("min", "5").expectField("min", "5", "5").press("Return").write("a day").press("Escape")
	for _, o := range d.panel.card.stops {
		if list, is := o.(*choice); is {
			list.SetSelectedIndex(2)
			break
		}
	}
	span, _ := d.session.Selected()
	if span.Quote(d.view.Text()) != "Monday" || span.Note != "a day" || span.Attrs["harm"] != "injured" {
		t.Errorf("the span has %v, %q", span.Attrs, span.Note)
	}
	d.choose("Two people were killed").expectOnCard("[2]", "<killed>", "[as told]")
}

func TestTheCardKeepsItsWidgets(t *testing.T) {
	d := casualties(t)
	widgets := func() (all []fyne.CanvasObject) {
		within(d.panel.card.body, func(o fyne.CanvasObject) { all = append(all, o) })
		return all
	}
	d.choose("Vessmark").choose("Monday")
	before, forms := widgets(), len(d.panel.card.forms)
	d.choose("Two people were killed").choose("Vessmark").open("Bridge closed").drag("Nobody").press("3").expectNew()
	d.open("Mill fire").choose("Monday")
	if after := widgets(); !slices.Equal(before, after) || len(d.panel.card.forms) != forms {
		t.Errorf("the card has %d widgets in %d forms, other than the %d in %d before", len(after), len(d.panel.card.forms), len(before), forms)
	}
	d.setTheme("dark")
	if slices.Equal(before, widgets()) {
		t.Error("in another theme the card's widgets are those of before")
	}
	d.expectNew()
}

func TestAFormForgetsWhatWasTypedOfAnotherSpan(t *testing.T) {
	d := casualties(t).choose("Monday").fill("best", "two dead").expectWrong("is no number")
	d.choose("Two people were killed").expectField("best", "", "").expectWrong("")
	d.choose("Vessmark").expectWrong("").choose("Monday").expectField("best", "two dead", "").expectWrong("is no number")
	d.press("Return").write("never kept")
	d.session.SelectSpan(d.session.State().Layer.Spans()[0].ID) // what was typed is not even kept before
	d.pass().expectOnCard("!never kept", "[as told]").choose("Monday").expectOnCard("!never kept")
	for _, span := range d.session.State().Layer.Spans() {
		if strings.Contains(span.Note, "never") || span.Attrs["best"] != "" {
			t.Errorf("%q has got the note %q and %v", span.Quote(d.view.Text()), span.Note, span.Attrs)
		}
	}
}

func TestTypingForAnotherSpanIsNotUndone(t *testing.T) {
	d := casualties(t).choose("Monday").press("Return").write("town").press("Backspace", "Backspace", "Backspace", "Backspace", "Escape")
	d.choose("Vessmark").press("Return").write("port").press("Escape").choose("Monday").choose("Two people were killed")
	note := d.panel.card.note
	d.press("Return")
	for range 9 {
		note.Entry.TypedShortcut(&fyne.ShortcutUndo{})
	}
	if note.Text != "as told" || note.SelectedText() != "" || note.CursorColumn != 0 {
		t.Errorf("the note shows %q with the caret behind %d letters", note.Text, note.CursorColumn)
	}
}

func TestAValueThatTheSchemeLacksIsOneSpansAlone(t *testing.T) {
	d := casualties(t).attribute("harm", "frightened").expectOnCard("<frightened>")
	d.choose("Monday").expectOnCard("!frightened").attribute("harm", "displaced").expectOnCard("displaced")
	d.choose("Two people were killed").expectOnCard("<frightened>", "frightened]").choose("Monday").expectOnCard("!frightened")
}

func TestTheKeyboardDoesNotStayInTheFieldsOfAnotherSpan(t *testing.T) {
	d := casualties(t).press("Return")
	canvas := d.win.Canvas()
	if err := d.session.SetValue("Date it", "event_date", "1999"); err != nil {
		t.Fatal(err)
	}
	if canvas.Focused() != d.panel.card.note {
		t.Error("the keyboard is no longer in the note")
	}
	d.write("!").panel.save()
	d.choose("Monday")
	if canvas.Focused() != d.view {
		t.Errorf("the keyboard is in %T", canvas.Focused())
	}
	d.expectOnCard("!as told").choose("Two people were killed").expectOnCard("[as told!]")
	for _, o := range d.panel.card.stops {
		if list, is := o.(*choice); is {
			test.Tap(list)
			break
		}
	}
	if canvas.Overlays().Top() == nil {
		t.Fatal("no list hangs open")
	}
	if d.choose("Monday"); canvas.Overlays().Top() != nil || canvas.Focused() != d.view {
		t.Errorf("%T is open, the keyboard is in %T", canvas.Overlays().Top(), canvas.Focused())
	}
}

func TestAnotherSpanIsShownFromItsTop(t *testing.T) {
	d := casualties(t)
	scroll := d.panel.card.object
	scroll.Resize(fyne.NewSize(scroll.Size().Width, 90))
	scroll.ScrollToBottom()
	if d.attribute("max", "9"); scroll.Offset.Y == 0 {
		t.Error("a change of the span scrolls its card")
	}
	if d.choose("Monday"); scroll.Offset.Y != 0 {
		t.Errorf("the card of another span begins %v below its top", scroll.Offset.Y)
	}
}

// Whatever was pressed before, the card shows what one that is made anew would show.
func TestTheCardIsNeverBehind(t *testing.T) {
	for seed := range uint64(2) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			u := newAnybody(t, 100+seed)
			for range 250 {
				if u.acts(); u.session == nil || u.dialog != nil {
					continue
				}
				if u.panel.save(); u.dialog == nil {
					u.expectNew()
				}
			}
			u.leavesAll()
		})
	}
}
