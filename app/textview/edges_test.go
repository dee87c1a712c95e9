package textview

import (
	"testing"

	"fyne.io/fyne/v2"
)

// inked is a line of Hebrew with a number: 0–6 the word before it, 7–10 the number, 11–17 the word behind.
const inked = "אבג 123 דהו"

// stands returns where the caret stands, from the left edge of the text's line.
func (d *desk) stands() float32 {
	c := d.surface.caret
	return c.Position().X + c.Size().Width/2 - d.lineLeft(d.shape(0))
}

// A selection's caret stands at the place where the pointer is, though the offset has another one at
// the other side of the number.
func TestTheCaretOfASelectionStandsWhereThePointerIs(t *testing.T) {
	d := newDesk(t, inked)
	d.takeFocus()
	l := d.shape(0)
	place := func(at target) fyne.Position {
		p, height, _ := d.caretAt(at, 0)
		return p.AddXY(0, height/2)
	}
	right, left := place(target{7, true}), place(target{7, false}) // of the number, before which both are
	if right.X-left.X < 15 {
		t.Fatalf("the number stands between %.1f and %.1f", left.X, right.X)
	}
	for _, c := range []struct {
		what     string
		from, to fyne.Position
		caret    int
		at       float32
	}{
		{"backwards within the number", place(target{10, true}).AddXY(-1, 0), left.AddXY(1, 0), 7, l.xOf(target{7, false})},
		{"backwards over the number", place(target{17, true}).AddXY(1, 0), right.AddXY(1, 0), 7, l.xOf(target{7, true})},
		{"on to the number", place(target{0, false}).AddXY(-1, 0), right.AddXY(1, 0), 7, l.xOf(target{7, true})},
		{"on within the number", left.AddXY(1, 0), right.AddXY(-1, 0), 10, l.xOf(target{10, true})},
	} {
		d.sweep(c.from, c.to)
		if _, caret := d.Selection(); caret != c.caret || abs(d.stands()-c.at) > 1 {
			t.Errorf("%s the caret is at %d and stands at %.1f, want %d and %.1f", c.what, caret, d.stands(), c.caret, c.at)
		}
	}
}

// With keys there is no pointer: the caret stands where the text that is selected shows its edge.
func TestTheCaretOfASelectionOfKeysStandsAtItsEdge(t *testing.T) {
	d := newDesk(t, inked)
	d.takeFocus()
	d.Snap = wordsAround(inked)
	l := d.shape(0)
	d.Select(17, 17)
	d.types(fyne.KeyRight, fyne.KeyModifierShift)
	d.types(fyne.KeyRight, fyne.KeyModifierShift)
	d.wantSelected("backwards", "123 דהו")
	if want := l.xOf(target{7, true}); abs(d.stands()-want) > 1 {
		t.Errorf("backwards the caret stands at %.1f, want %.1f", d.stands(), want)
	}
	d.Select(0, 0)
	d.types(fyne.KeyLeft, fyne.KeyModifierShift)
	d.types(fyne.KeyLeft, fyne.KeyModifierShift)
	d.wantSelected("on", "אבג 123")
	if want := l.xOf(target{10, false}); abs(d.stands()-want) > 1 {
		t.Errorf("the caret stands at %.1f, want %.1f", d.stands(), want)
	}
}
