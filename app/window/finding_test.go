package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func (d *driver) expectFound(want string) *driver {
	d.Helper()
	if got := d.finder.found.text; got != want {
		d.Errorf("the bar says %q, not %q", got, want)
	}
	return d
}

func TestWordsAreFoundInTheArticle(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("Escape")
	_, caret := d.view.Selection()
	d.press("Ctrl+F").write("fire").expectFound("2 of 2").press("Return").expectFound("1 of 2").
		press("Return").expectFound("2 of 2").press("Shift+Return").expectFound("1 of 2").press("F3").expectFound("2 of 2")
	d.write("x").expectFound("Nothing found")
	d.press("Escape")
	if _, now := d.view.Selection(); now != caret || d.win.Canvas().Focused() != fyne.Focusable(d.view) || d.finder.object.Visible() {
		t.Errorf("Escape does not lead back: the caret is at %d, was at %d", now, caret)
	}
	d.drag("Two").press("Ctrl+F").expectFound("1 of 1")
	test.Tap(d.finder.exact)
	d.press("Escape").press("Ctrl+F").expectFound("1 of 1").open("Strike ends")
	if d.finder.object.Visible() {
		t.Error("the bar stays over another article")
	}
}

func TestAllOccurrencesAreTagged(t *testing.T) {
	d := drive(t).open("Mill fire").drag("fire brigade").press("Escape").drag("fire").press("4").expectSaid("1 more here: Ctrl+T")
	d.press("Ctrl+T", "Return").expectSpans("claim: fire", "claim: fire").expectSaid("1 more tagged")
	d.press("Ctrl+Z").expectSpans("claim: fire")
	d.press("Tab", "Ctrl+T", "Delete").expectSpans("claim: fire")
	d.press("Ctrl+T", "Ctrl+T").expectSpans("claim: fire", "claim: fire").press("Ctrl+Z")
	d.press("Tab", "Ctrl+T", "Tab", "Shift+Tab", "Escape").expectSpans("claim: fire")
	d.press("Escape", "Ctrl+T").expectSaid("No span is selected")
}

func TestEachOccurrenceIsAnswered(t *testing.T) {
	d := drive(t).open("Bridge closed").drag("the").press("1", "Ctrl+T")
	if n := len(d.tagging.open); n != 1 {
		t.Fatalf("%d occurrences are offered", n)
	}
	test.Tap(d.tagging.within)
	test.Tap(d.tagging.anyCase)
	d.press("Return").expectSpans("actor: the", "actor: the").expectSaid("1 more tagged")
}

func TestEachAnswerIsSavedAtOnceAndAllAreUndoneAtOnce(t *testing.T) {
	d := drive(t).bring("Orel\n\nOrel lies by the sea. Orel is old, says Orel, and Orel may know. Vessmark is not Orel.\n")
	d.open("Orel").drag("Orel").press("1", "Ctrl+T")
	n := len(d.tagging.open)
	d.press("Return", "Delete", "Return")
	spans := func() int { return len(d.session.State().Layer.Spans()) }
	if spans() != 3 || len(d.tagging.open) != n-3 {
		t.Fatalf("%d spans are kept while answering, %d of %d are left", spans(), len(d.tagging.open), n)
	}
	d.press("Ctrl+Z")
	if spans() != 2 || len(d.tagging.open) != n-2 {
		t.Errorf("undoing takes back the last answer: %d spans, %d left", spans(), len(d.tagging.open))
	}
	d.press("Return", "Escape").expectSaid("2 more tagged")
	if title := undoTitle(d.Window); title != "Undo “Label 2 as Actor”" {
		t.Errorf("the menu says %q", title)
	}
	d.drag("Vessmark").press("2", "Ctrl+Z", "Ctrl+Z")
	if spans() != 1 {
		t.Errorf("%d spans are left when all answers are undone", spans())
	}
	d.press("Ctrl+Y")
	if spans() != 3 {
		t.Errorf("%d spans are there again", spans())
	}
	d.again().open("Orel").expectSpans("actor: Orel", "actor: Orel", "actor: Orel")
}

// bring imports a further article.
func (d *driver) bring(text string) *driver {
	d.Helper()
	path := filepath.Join(d.TempDir(), "article.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.Fatal(err)
	}
	d.importPaths([]string{path})
	d.wait()
	return d.press("Escape")
}

func TestMovingGoesBackAndForward(t *testing.T) {
	d := drive(t).open("Bridge closed").press("Alt+Left").expectSaid("no place")
	d.drag("Police").press("1").press("Ctrl+Home", "Ctrl+U").expectSaid("Nobody was hurt")
	_, there := d.view.Selection()
	d.press("Alt+Left")
	if _, caret := d.view.Selection(); caret != 0 {
		t.Errorf("back is at %d", caret)
	}
	d.press("Alt+Right")
	if _, caret := d.view.Selection(); caret != there {
		t.Errorf("forward is at %d, not %d", caret, there)
	}
	d.drag("the mayor").press("1").drag("Orvane").press("2", "Tab").expectSaid("the mayor")
	d.press("Alt+Next").expectSaid("Police").press("Alt+Prior").expectSaid("the mayor")
	d.press("Shift+Tab", "Alt+Next").expectSaid("the only Place")
}

func TestAllAnswersAreUndoneAtOnceAfterTyping(t *testing.T) {
	d := drive(t).bring("Orel\n\nOrel lies by the sea. Orel is old, says Orel, and Orel may know.\n")
	d.open("Orel").drag("Orel").press("1", "Ctrl+T", "Return", "Return", "Return", "Escape", "Escape", "Return")
	d.write("from t").pass().write("he wi").pass().write("re").pass().press("Escape").expectKept("from the wire")
	d.press("Ctrl+Z").expectKept("").press("Ctrl+Z").expectSpans("actor: Orel")
	d.press("Ctrl+Y").expectSpans("actor: Orel", "actor: Orel", "actor: Orel", "actor: Orel")
	d.press("Ctrl+Y").expectKept("from the wire")
}

func TestMoreHitsThanAreShownAreSaid(t *testing.T) {
	d := drive(t).bring("Waves\n\n" + strings.Repeat("sea ", mostHits+1) + "\n").open("Waves").press("Ctrl+F").write("sea")
	d.expectFound("1 of more than 10,000")
}
