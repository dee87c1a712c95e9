package textview

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// A person does anything at all with a view of any text; it must neither panic nor lose itself.
func TestAnythingMayBeDoneWithAnyText(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	pool := []rune("ab c d\n\t-— іїж אב ابت 12٣.,()\u0301\u200d\u200f👍🏽🇺🇦漢字\U0010fffd")
	d := newDesk(t, "")
	for range 25 {
		d.SetText(randomText(r, pool, r.IntN(1500)))
		if r.IntN(2) == 0 {
			d.Snap = wordsAround(d.text)
		} else {
			d.Snap = nil
		}
		for range 40 {
			d.anything(r)
			d.check()
		}
	}
}

func (d *desk) anything(r *rand.Rand) {
	keys := []fyne.KeyName{
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyTab, fyne.KeyDelete,
	}
	where := func() fyne.Position { return fyne.NewPos(r.Float32()*600-50, r.Float32()*400-50) }
	switch r.IntN(9) {
	case 0, 1, 2:
		held := fyne.KeyModifier(0)
		for _, m := range []fyne.KeyModifier{shift, ctrl, alt} {
			if r.IntN(3) == 0 {
				held |= m
			}
		}
		d.types(keys[r.IntN(len(keys))], held)
	case 3:
		d.sweep(where(), where())
	case 4:
		d.click(where())
		for range r.IntN(3) {
			d.again(where())
		}
	case 5:
		d.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: r.Float32()*400 - 200}})
	case 6:
		d.window.Resize(fyne.NewSize(30+r.Float32()*600, 30+r.Float32()*400))
	case 7:
		d.SetMarks(d.anyMarks(r))
		d.SetCurrent(fmt.Sprint(r.IntN(9)))
	case 8:
		d.Select(r.IntN(2000)-100, r.IntN(2000)-100)
		d.Reveal(d.selection())
		d.SetTypography(Typography{Size: r.Float32() * 40, Measure: r.Float32() * 900})
	}
	d.now = d.now.Add(time.Duration(r.IntN(1000)) * time.Millisecond)
	if r.IntN(8) == 0 {
		d.photo()
	}
}

func (d *desk) anyMarks(r *rand.Rand) []Mark {
	marks := make([]Mark, r.IntN(30))
	for i := range marks {
		start := r.IntN(len(d.text) + 5)
		marks[i] = mark(fmt.Sprint(i), start, start+r.IntN(60))
		marks[i].Look = Look(r.IntN(3))
		marks[i].Gaps = []Range{{start + r.IntN(20), start + r.IntN(40)}}
	}
	return marks
}

// check checks what must always hold.
func (d *desk) check() {
	d.t.Helper()
	for _, at := range []int{d.anchor, d.caret} {
		if at < 0 || at > len(d.text) || at < len(d.text) && !utf8.RuneStart(d.text[at]) {
			d.t.Fatalf("the selection is %d to %d of %d", d.anchor, d.caret, len(d.text))
		}
	}
	if d.scrolled < 0 || d.scrolled > d.furthest() {
		d.t.Fatalf("scrolled by %.1f of %.1f", d.scrolled, d.furthest())
	}
	if top := d.Top(); top < 0 || top > len(d.text) {
		d.t.Fatalf("the top is at %d of %d", top, len(d.text))
	}
}
