package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
)

// kindOf is what a key is for: to place the caret, to extend the selection, to tag, or anything else.
func kindOf(k key) string {
	switch {
	case moves[k.Name] && k.Mod&fyne.KeyModifierShift != 0:
		return "extending"
	case moves[k.Name]:
		return "placing"
	case len(k.Name) == 1 && k.Mod == 0:
		return "labels"
	}
	return "others"
}

// expectSpent compares what labelling so many spans took, by kind, and tells what a span cost.
func (d *driver) expectSpent(spans int, want map[string]int) {
	d.Helper()
	for _, kind := range []string{"labels", "others", "drags", "clicks"} {
		if d.spent[kind] != want[kind] {
			d.Errorf("it took %d %s, not %d", d.spent[kind], kind, want[kind])
		}
	}
	keys := d.spent["placing"] + d.spent["extending"] + d.spent["labels"] + d.spent["others"]
	d.Logf("%d spans: %v; %.1f keys a span in all", spans, d.spent, float64(keys)/float64(spans))
}

// walkTo takes the caret on to words by words, and back by characters where it went past them.
func (d *driver) walkTo(words string) *driver {
	d.Helper()
	want := d.find(words).Start
	for step := range 400 {
		_, caret := d.view.Selection()
		switch {
		case caret == want:
			return d
		case caret < want:
			d.press("Ctrl+Right")
		default:
			d.press("Left")
		}
		if step == 399 {
			d.Fatalf("the caret does not come to %q", words)
		}
	}
	return d
}

// millFire is what is to be labelled in the article "Mill fire", in reading order.
var millFire = []struct{ label, letter, words string }{
	{"claim", "L", "Two people were killed in Vessmark on Monday"},
	{"casualty", "C", "Two people were killed"},
	{"place", "P", "Vessmark"},
	{"actor", "A", "the fire brigade"},
}

var millFireSpans = []string{"claim: Two people were killed in Vessmark on Monday", "casualty: Two people were killed", "place: Vessmark", "actor: the fire brigade"}

func TestAnArticleIsLabelledWithKeysAlone(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.spent = map[string]int{}
	for _, s := range millFire {
		d.walkTo(s.words)
		for range 40 {
			if r := d.session.State().Selection.Range; r == annotate.Range(d.find(s.words)) {
				break
			}
			d.press("Shift+Right")
		}
		d.press(s.letter)
	}
	d.press("Ctrl+Return")
	d.expectSpent(4, map[string]int{"labels": 4, "others": 1})
	d.expectArticle("Bridge closed")
	d.open("Mill fire").expectStatus(annotate.Done).expectSpans(millFireSpans...)
}

func TestAnArticleIsLabelledWithTheMouseAlone(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.spent = map[string]int{}
	for _, s := range millFire {
		d.drag(s.words).tap(s.label)
	}
	test.Tap(d.page.header.done)
	d.expectSpent(4, map[string]int{"drags": 4, "clicks": 4})
	d.expectArticle("Bridge closed")
	d.open("Mill fire").expectStatus(annotate.Done).expectSpans(millFireSpans...)
}

func TestPaintingTakesOneDragASpan(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.spent = map[string]int{}
	d.tap("place").drag("Vessmark").drag("Monday")
	d.tap("actor").drag("the fire brigade").drag("Two people")
	d.expectSpent(4, map[string]int{"drags": 4, "clicks": 2})
	d.expectSpans("actor: Two people", "place: Vessmark", "place: Monday", "actor: the fire brigade")
}
