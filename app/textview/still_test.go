package textview

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// A still is where one line's glyphs, boxes and carets are drawn in the view.
type still struct {
	line   int
	at     fyne.Position
	origin float32
	glyphs []glyph
	cells  []cell
	boxes  []cell
}

// stills returns where everything in sight is drawn.
func (d *desk) stills() []still {
	var all []still
	for _, r := range d.surface.rows {
		if l := r.sheet.line; r.raster.Visible() {
			all = append(all, still{r.shows.line, r.raster.Position(), r.sheet.origin, slices.Clone(l.glyphs), slices.Clone(l.cells), slices.Clone(l.boxes)})
		}
	}
	slices.SortFunc(all, func(a, b still) int { return a.line - b.line })
	return all
}

func (a still) same(b still) bool {
	return a.line == b.line && a.at == b.at && a.origin == b.origin &&
		slices.Equal(a.glyphs, b.glyphs) && slices.Equal(a.cells, b.cells) && slices.Equal(a.boxes, b.boxes)
}

// Five hundred changes of marks, and of what else is shown beside the text, move no glyph.
func TestNothingEverMoves(t *testing.T) {
	var text strings.Builder
	for range 4 {
		for _, name := range []string{"latin", "ukrainian", "arabic", "hebrew", "mixed", "emoji", "cjk", "combining"} {
			fmt.Fprintln(&text, samples[name])
		}
	}
	d := newDesk(t, text.String())
	d.SetTop(len(d.text) / 3)
	before, glyphs := d.stills(), 0
	for _, s := range before {
		glyphs += len(s.glyphs)
	}
	if glyphs < 200 {
		t.Fatalf("only %d glyphs are in sight", glyphs)
	}
	u := &user{desk: d, r: rand.New(rand.NewPCG(3, 4))}
	for n := range 500 {
		d.SetMarks(u.marks())
		d.SetCurrent(fmt.Sprint(u.r.IntN(9)))
		if n%10 == 0 {
			d.SetHits(u.ranges(), 0)
			d.SetNotices(u.ranges())
		}
		after := d.stills()
		if !slices.EqualFunc(before, after, still.same) {
			t.Fatalf("after %d changes something had moved", n+1)
		}
	}
}
