package textview

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
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

// stills returns where every letter in sight is drawn.
func (d *desk) stills() []still {
	var all []still
	for _, r := range d.surface.rows {
		if l := r.sheet.line; r.raster.Visible() && len(l.glyphs) > 0 {
			scale := d.setting.scale
			at := r.raster.Position().SubtractXY(float32(r.ink.Min.X)/scale, float32(r.ink.Min.Y)/scale)
			all = append(all, still{r.shows.line, at, r.sheet.origin, slices.Clone(l.glyphs), slices.Clone(l.cells), slices.Clone(l.boxes)})
		}
	}
	slices.SortFunc(all, func(a, b still) int { return a.line - b.line })
	return all
}

func (a still) same(b still) bool {
	return a.line == b.line && a.at == b.at && a.origin == b.origin &&
		slices.Equal(a.glyphs, b.glyphs) && slices.Equal(a.cells, b.cells) && slices.Equal(a.boxes, b.boxes)
}

// looks changes what is shown beside the text, and where the pointer and the selection are.
func (u *user) looks(n int) {
	u.SetMarks(u.marks())
	u.SetCurrent(fmt.Sprint(u.r.IntN(9)))
	u.MouseMoved(&desktop.MouseEvent{PointEvent: pointer(u.where())})
	u.Select(u.r.IntN(len(u.text)), u.r.IntN(len(u.text)))
	switch n % 10 {
	case 0:
		u.SetHits(u.ranges(), u.r.IntN(3))
		u.SetNotices(u.ranges())
	case 3:
		u.ShowQuotation = !u.ShowQuotation
		u.Refresh()
	case 5:
		u.FocusGained()
	case 7:
		clear(u.shapes) // every line is shaped anew
	case 8:
		u.FocusLost()
	}
}

// Five hundred changes of marks, of the selection, of the hover and of what else is shown beside the
// text move no glyph of a text in any direction.
func TestNothingEverMoves(t *testing.T) {
	for name, scripts := range map[string][]string{
		"left to right": {"latin", "ukrainian", "cjk", "hindi", "thai", "combining", "people"},
		"right to left": {"arabic", "hebrew", "bracketed"},
		"mixed":         {"latin", "arabic", "mixed", "hebrew", "emoji", "embedded", "chinese"},
	} {
		t.Run(name, func(t *testing.T) {
			var text strings.Builder
			for _, script := range scripts {
				fmt.Fprintln(&text, samples[script])
			}
			d := newDesk(t, text.String())
			d.window.Resize(fyne.NewSize(620, 900))
			picture := copied(d.photo())
			before, glyphs := d.stills(), 0
			for _, s := range before {
				glyphs += len(s.glyphs)
			}
			if glyphs < 150 || len(before) != len(d.layout.lines)-1 {
				t.Fatalf("only %d glyphs of %d lines of %d are in sight", glyphs, len(before), len(d.layout.lines)-1) // the last has no letters
			}
			u := &user{desk: d, r: rand.New(rand.NewPCG(3, 4))}
			for n := range 500 {
				u.looks(n)
				if !slices.EqualFunc(before, d.stills(), still.same) {
					t.Fatalf("after %d changes something had moved", n+1)
				}
			}
			d.FocusLost()
			d.MouseOut()
			d.SetMarks(nil)
			d.SetHits(nil, -1)
			d.SetNotices(nil)
			d.Select(0, 0)
			d.ShowQuotation = false
			d.Refresh()
			if !same(picture, d.photo()) {
				t.Error("the changes left something behind")
			}
		})
	}
}
