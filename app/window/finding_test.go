package window

import (
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
	n := len(d.tagging.open)
	d.press("Return").open("Strike ends").open("Bridge closed")
	if got := len(d.session.State().Layer.Spans()); n > 1 && got != 2 {
		t.Errorf("%d spans are kept of what was taken", got)
	}
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
