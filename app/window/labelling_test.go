package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/glossator/glossator/annotate"
)

func TestWhatWasLabelledIsThereAfterClosing(t *testing.T) {
	d := drive(t).open("Bridge closed").drag("Police").tap("actor")
	d.again().expectArticle("Bridge closed").expectSpans("actor: Police").
		press("Ctrl+Z").expectSpans().
		press("Ctrl+Shift+Z").expectSpans("actor: Police")
}

func TestSelectionsSnapToWords(t *testing.T) {
	d := drive(t).open("Bridge closed")
	d.drag("vane bri").tap("place").expectSpans("place: Orvane bridge")
}

func TestEachEditIsUndone(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.drag("Vessmark").press("2").press("1").expectSpans("actor: Vessmark")
	d.press("Delete").expectSpans().expectSaid("Removed Actor")
	d.press("Ctrl+Z").expectSpans("actor: Vessmark")
	d.press("Ctrl+Z").expectSpans("place: Vessmark")
	d.press("Ctrl+Z").expectSpans().expectStatus(annotate.New)
	d.press("Ctrl+Z").expectSaid("nothing to undo")
	d.press("Ctrl+Y", "Ctrl+Shift+Z").expectSpans("actor: Vessmark")
}

func TestNestedSpansAreEachChosen(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.drag("Two people were killed in Vessmark").press("4").drag("Vessmark").press("2").press("Escape")
	d.click("ssmark").expectSaid("Place: “Vessmark”")
	d.press("Shift+Tab").expectSaid("Claim:")
	d.press("Tab").expectSaid("Place:")
	if got := d.panel.spans.depth; got[0] != 0 || got[1] != 1 {
		t.Errorf("the rows are set in by %v", got)
	}
	d.panel.spans.list.Select(0)
	d.expectSaid("Claim:").press("BackSpace").expectSpans("place: Vessmark")
}

func TestALabelPaints(t *testing.T) {
	d := drive(t).open("Bridge closed")
	d.press("2").expectSaid("Painting Place")
	if !d.panel.labels.buttons[1].pressed {
		t.Error("the label's button does not look pressed")
	}
	d.drag("Orvane bridge").drag("mayor").expectSpans("place: Orvane bridge", "place: mayor")
	d.press("Escape", "Escape").expectSaid("Painting has stopped")
	d.drag("Police").expectSpans("place: Orvane bridge", "place: mayor")
	d.press("Escape").tap("actor").caretTo("Police").extend(1)
	d.expectSpans("place: Orvane bridge", "place: mayor").press("Space")
	d.expectSpans("actor: Police", "place: Orvane bridge", "place: mayor")
}

func TestPaintingStopsWithTheMouseToo(t *testing.T) {
	d := drive(t).open("Bridge closed").tap("place").drag("Orvane bridge").tap("place").expectSaid("Painting has stopped")
	d.drag("Police").expectSpans("place: Orvane bridge").tap("actor").expectSpans("actor: Police", "place: Orvane bridge")
}

func TestNothingSelectedIsSaid(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.press("Delete").expectSaid("No span is selected")
	d.press("Tab").expectSaid("no spans yet")
	d.press("Space").expectSaid("Choose a label")
}

func TestLettersInTheFilterLabelNothing(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark")
	d.press("Ctrl+Shift+L").press("P", "A", "1", "Delete").expectSpans()
	if d.list.filter.Text != "pa1" {
		t.Errorf("the filter holds %q", d.list.filter.Text)
	}
	d.press("Escape").expectSpans()
	if d.list.filter.Text != "" || d.win.Canvas().Focused() != fyne.Focusable(d.view) {
		t.Error("Escape does not lead back from the filter to the text")
	}
}

func TestTheFilterFindsArticles(t *testing.T) {
	d := drive(t).open("Mill fire").press("Ctrl+Shift+M").expectStatus(annotate.Flagged)
	d.press("Ctrl+Shift+L").write("dockers").wait()
	if row, _ := d.list.row(0); d.list.matches != 1 || row.Title != "Strike ends" {
		t.Errorf("%d articles are found, the first is %q", d.list.matches, row.Title)
	}
	d.press("Return").expectArticle("Strike ends")
	d.list.clearFilter()
	d.list.setStatus(annotate.Flagged)
	d.wait()
	if d.list.matches != 1 || d.list.found.text != "1 of 3" {
		t.Errorf("%d articles are flagged, said as %q", d.list.matches, d.list.found.text)
	}
	d.list.setStatus(annotate.Skipped)
	d.wait()
	if d.list.none.Hidden {
		t.Error("it is not said that nothing matches")
	}
}

func TestArticlesAreTurned(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.press("Ctrl+Next").expectArticle("Bridge closed").press("Alt+Down").expectArticle("Strike ends")
	d.press("Ctrl+Next").expectArticle("Strike ends").expectSaid("last article")
	d.press("Ctrl+Prior").expectArticle("Bridge closed").press("Ctrl+Shift+K").expectStatus(annotate.Skipped)
	d.open("Mill fire").press("Ctrl+Return").expectArticle("Strike ends")
	d.press("Ctrl+Return").expectArticle("Strike ends").expectSaid("No article of the list is left")
	if d.status.right.text[:12] != "2 of 3 artic" {
		t.Errorf("the progress is %q", d.status.right.text)
	}
}

func TestANoteIsKept(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2", "Return")
	d.write("twice in the text").press("Escape")
	if span, _ := d.session.Selected(); span.Note != "twice in the text" {
		t.Errorf("the note is %q", span.Note)
	}
	d.press("Return").write("!").press("Ctrl+Return").expectArticle("Mill fire")
	if span, _ := d.session.Selected(); span.Note != "!twice in the text" && span.Note != "twice in the text!" {
		t.Errorf("the note is %q", span.Note)
	}
	d.press("Ctrl+Z", "Ctrl+Z")
	if span, _ := d.session.Selected(); span.Note != "" || d.panel.card.note.Text != "" {
		t.Errorf("after undoing the note is %q, shown as %q", span.Note, d.panel.card.note.Text)
	}
}

func TestANoteIsKeptWhenOneGoesElsewhere(t *testing.T) {
	d := drive(t).open("Mill fire").press("Return").write("from the wire")
	d.open("Strike ends").open("Mill fire")
	if note := d.session.State().Layer.Note(); note != "from the wire" {
		t.Errorf("the article's note is %q", note)
	}
}

func TestSpansAreLinked(t *testing.T) {
	d := drive(t).open("Bridge closed").drag("the mayor").press("1").drag("Nobody was hurt").press("4")
	d.press("Ctrl+L").expectDialog("Link this Claim")
	d.linkList().Select(0)
	d.expectDialog("").expectSaid("Said by: “the mayor”")
	links := d.session.State().Layer.Links()
	if len(links) != 1 || links[0].Kind != "said_by" {
		t.Fatalf("the links are %v", links)
	}
	d.unlink(links[0])
	if n := len(d.session.State().Layer.Links()); n != 0 {
		t.Errorf("%d links are left", n)
	}
	d.press("Ctrl+Z").press("Delete").expectSpans("actor: the mayor").press("Ctrl+Z")
	if n := len(d.session.State().Layer.Links()); n != 1 {
		t.Errorf("%d links come back with their span", n)
	}
}

func TestUndoInAFieldUndoesTyping(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2", "Ctrl+Shift+L")
	d.write("x").press("Ctrl+Z").expectSpans("place: Vessmark")
	if d.list.filter.Text != "" {
		t.Errorf("the filter holds %q", d.list.filter.Text)
	}
}

func TestWhatCannotBeSavedIsNotShown(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark")
	if err := d.project.Close(); err != nil {
		t.Fatal(err)
	}
	d.press("2").expectDialog("This was not saved").press("Return").expectSpans()
}

func TestANoteSurvivesWhatChangesItsSpan(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2", "Return")
	d.write("on the river").press("Escape", "1").expectSpans("actor: Vessmark")
	if span, _ := d.session.Selected(); span.Note != "on the river" || d.panel.card.note.Text != "on the river" {
		t.Errorf("after relabelling the note is %q, shown as %q", span.Note, d.panel.card.note.Text)
	}
	d.press("Return").press("Escape")
	if got := d.session.State().Undo; got != "Relabel as Actor" {
		t.Errorf("leaving the note untouched did %q", got)
	}
}

func TestAnArticleIsShownWhereItWasLeft(t *testing.T) {
	d := drive(t)
	d.importText("4-long.txt", "A long report\n\n"+strings.Repeat("Nothing happened in Vessmark that day.\n", 200))
	d.open("A long report").view.SetTop(4000)
	top := d.view.Top()
	d.open("Mill fire").open("A long report")
	if got := d.view.Top(); got != top || top == 0 {
		t.Errorf("the top line begins at %d, not at %d", got, top)
	}
}

// importText imports a report.
func (d *driver) importText(name, text string) {
	d.Helper()
	path := filepath.Join(d.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.Fatal(err)
	}
	d.importPaths([]string{path})
	d.wait()
	d.press("Escape")
}

func TestEscapeStopsPaintingAtOnce(t *testing.T) {
	d := drive(t).open("Bridge closed").tap("place").drag("Orvane bridge").press("Escape").expectSaid("Painting has stopped")
	if _, chosen := d.session.Selected(); chosen || d.painting != "" {
		t.Error("something is chosen still")
	}
	d.drag("Police").expectSpans("place: Orvane bridge")
}

func TestTheCaretGoesAlongWithTheSpans(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2").caretTo("Mill").press("Tab").expectSaid("Place")
	if _, caret := d.view.Selection(); caret != d.find("Vessmark").End {
		t.Errorf("the caret is at %d", caret)
	}
	d.press("Shift+Right", "1").expectSpans("place: Vessmark", "actor: on")
}

func TestLinksAreMadeWithKeys(t *testing.T) {
	d := drive(t).open("Bridge closed").drag("Police").press("1").drag("the mayor").press("1").drag("Nobody was hurt").press("4")
	d.press("Ctrl+L").expectDialog("Link this Claim").press("Down", "Down", "Up", "Down", "Return").expectDialog("").expectSaid("Said by: “the mayor”")
	d.press("Ctrl+L", "Right", "Return").expectDialog("Link this Claim").press("Left", "Escape").expectDialog("")
	d.press("Ctrl+L", "Return").expectSaid("Said by: “Police”")
	if n := len(d.session.State().Layer.Links()); n != 2 {
		t.Errorf("there are %d links", n)
	}
	d.press("Escape").expectRow("Nobody was hurt", false, true).expectRow("Police", false, true)
}

// expectRow looks for the signs of a span in the list.
func (d *driver) expectRow(words string, note, link bool) *driver {
	d.Helper()
	for i, span := range d.panel.spans.layer.Spans() {
		if span.Quote(d.view.Text()) != words {
			continue
		}
		row := newSpanRow(d.Window)
		d.panel.spans.list.UpdateItem(i, row)
		if row.note.Visible() != note || row.link.Visible() != link {
			d.Errorf("%q is shown with a note: %t, with a link: %t", words, row.note.Visible(), row.link.Visible())
		}
	}
	return d
}

func TestRowsTellOfNotes(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2").expectRow("Vessmark", false, false)
	d.press("Return").write("a town").press("Escape").expectRow("Vessmark", true, false)
}

func TestTheListOfSpansHasRoomForMany(t *testing.T) {
	d := drive(t).open("Mill fire")
	list := d.panel.spans.list
	if rows := list.Size().Height / (list.CreateItem().MinSize().Height + size("padding")); rows < 7 {
		t.Errorf("there is room for %.1f spans in the list", rows)
	}
}

func TestLinksAreFollowedAndRemovedWithKeys(t *testing.T) {
	d := drive(t).open("Bridge closed").drag("Police").press("1", "Ctrl+Alt+L").expectSaid("No link joins this span")
	d.drag("Nobody was hurt").press("4", "Ctrl+L", "Return").expectSaid("Said by: “Police”")
	d.press("Ctrl+Alt+G").expectSaid("Actor: “Police”").press("Ctrl+Alt+G").expectSaid("Claim: “Nobody was hurt”")
	d.press("Ctrl+Alt+L").expectSaid("The link is removed").expectRow("Police", false, false)
	d.press("Ctrl+Z").expectRow("Police", false, true)
}
