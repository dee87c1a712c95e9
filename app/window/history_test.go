package window

import (
	"fmt"
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// expectHistory compares what the history lists, undone edits with a dash before them.
func (d *driver) expectHistory(want ...string) *driver {
	d.Helper()
	d.wait()
	var got []string
	for _, past := range d.history.pasts {
		said := d.told(past.Past)
		if past.undone {
			said = "- " + said
		}
		got = append(got, said)
	}
	if !slices.Equal(got, want) {
		d.Errorf("the history lists %q, not %q", got, want)
	}
	return d
}

func TestTheHistoryShowsAndBringsBack(t *testing.T) {
	d := drive(t).open("Mill fire").press("Ctrl+H").expectHistory().press("Escape")
	d.drag("Vessmark").press("2").drag("the fire brigade").press("1", "Ctrl+Z").drag("Monday").press("4").expectSpans("place: Vessmark", "claim: Monday")
	d.open("Strike ends").drag("dockers").press("1").open("Mill fire")
	d.press("Ctrl+H").expectHistory("Label as Claim: “Monday”", "Undone: Label as Actor: “the fire brigade”", "- Label as Actor: “the fire brigade”", "Label as Place: “Vessmark”")
	if d.history.title.text != "Mill fire" || d.history.view.Text() != d.view.Text() {
		t.Errorf("the history shows %q", d.history.title.text)
	}
	d.press("Down", "Down").wait()
	if spans := d.history.then.Spans(); len(spans) != 2 {
		t.Errorf("then there were %d spans", len(spans))
	}
	d.press("Return").expectArticle("Mill fire").expectSpans("place: Vessmark", "actor: the fire brigade").expectSaid("Ctrl+Z undoes that")
	if d.sheets.open != nil {
		t.Error("the history covers what was brought back")
	}
	d.press("Ctrl+Z").expectSpans("place: Vessmark", "claim: Monday")
	d.press("Ctrl+H").wait()
	d.press("Return").expectSaid("as they were then already").expectSpans("place: Vessmark", "claim: Monday")
	d.press("Ctrl+Shift+H").wait()
	if d.history.sheet.title.text != "History of the project" || len(d.history.pasts) != 7 {
		t.Errorf("%q lists %d edits", d.history.sheet.title.text, len(d.history.pasts))
	}
	d.press("Escape").open("Strike ends").press("Ctrl+Shift+H").wait()
	d.press("End").wait()
	d.press("Return").expectArticle("Mill fire").expectSpans("place: Vessmark")
}

func TestOthersLabelsAreNotBroughtBack(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	d.become("Ida Moor")
	d.press("Ctrl+H").wait()
	if len(d.history.pasts) != 1 || !d.history.back.Disabled() {
		t.Errorf("%d edits of others are listed, to be brought back: %v", len(d.history.pasts), !d.history.back.Disabled())
	}
	d.press("Return")
	if d.sheets.open == nil || len(d.session.State().Layer.Spans()) != 0 {
		t.Error("somebody else's labels were brought back")
	}
}

// TestTheHistoryComesInPages lists more edits than a page has.
func TestTheHistoryComesInPages(t *testing.T) {
	d := drive(t).open("Mill fire")
	for i := range pageOfPasts + 20 {
		if err := d.session.SetValue("Note", annotate.NoteValue, fmt.Sprint("note ", i)); err != nil {
			t.Fatal(err)
		}
	}
	d.press("Ctrl+H").wait()
	d.press("End").wait()
	if n := len(d.history.pasts); n != pageOfPasts+20 {
		t.Errorf("%d edits are listed", n)
	}
}

func TestWhatWasUndone(t *testing.T) {
	moves := map[rune]annotate.Move{'d': annotate.Do, 'u': annotate.Undo, 'r': annotate.Redo}
	for newestFirst, want := range map[string]string{"ud": ".x", "rud": "...", "ruudd": "...x.", "dud": "..x", "uudd": "..xx", "durud": "..." + ".x"} {
		var u undone
		got := ""
		for _, m := range newestFirst {
			got += map[bool]string{true: "x", false: "."}[u.next(storage.Past{Move: moves[m]})]
		}
		if got != want {
			t.Errorf("%s: %s, not %s", newestFirst, got, want)
		}
	}
}
