package textview

import (
	"fmt"
	"image"
	"image/color"
	"maps"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// hair is by how much two places that are one may differ, in Fyne units.
const hair = 0.02

func touch(a, b float32) bool { return a-b < hair && b-a < hair }

// eachLine calls visit with every line of every sample, in several sizes and widths.
func eachLine(t *testing.T, visit func(t *testing.T, l shaped)) {
	t.Helper()
	for _, size := range []float32{11, 16.5, 33} {
		s := testShaper(size)
		for _, name := range slices.Sorted(maps.Keys(samples)) {
			t.Run(fmt.Sprintf("%s %v", name, size), func(t *testing.T) {
				for _, measure := range []float32{5 * size, 16 * size, 80 * size} {
					l := lay(samples[name], s, measure)
					for n := range l.lines {
						shape := l.shape(s, n)
						checkShape(t, samples[name], shape)
						visit(t, shape)
					}
				}
			})
		}
	}
}

// wide tells whether a cell can be pointed at: invisible characters have no width.
func (c cell) wide() bool { return c.x1-c.x0 > 4*hair }

// carets returns all places of a caret on a line: before each character and behind each.
func (l *shaped) carets() []target {
	var all []target
	for _, c := range l.cells {
		all = append(all, target{c.start, false}, target{c.end, true})
	}
	return all
}

// A caret drawn beside a character, and pointed at from within that character, is the same caret:
// its offset, and whether it stands before the character or behind it.
func TestACaretIsFoundAgainWhereItIsDrawn(t *testing.T) {
	eachLine(t, func(t *testing.T, l shaped) {
		for _, c := range l.cells {
			before, behind := target{c.start, false}, target{c.end, true}
			if l.xOf(before) != c.leading() || l.xOf(behind) != c.trailing() {
				t.Fatalf("beside %+v carets stand at %v and %v", c, l.xOf(before), l.xOf(behind))
			}
			if !c.wide() {
				continue
			}
			inward := (c.trailing() - c.leading()) / 4
			if got := l.near(l.xOf(before) + inward); got != before {
				t.Errorf("just inside the cell at %d the place is %+v", c.start, got)
			}
			if got := l.near(l.xOf(behind) - inward); got != behind {
				t.Errorf("just before the end of the cell at %d the place is %+v, want %+v", c.start, got, behind)
			}
		}
	})
}

// Without a hint which character is meant: pointing at a caret finds a caret that stands there, and
// the same offset unless another one's stands there as well. That is so at both ends of a stretch
// that runs against its line, and beside characters without width.
func TestOneOffsetStandsForEachPlaceButWhereDirectionsMeet(t *testing.T) {
	eachLine(t, func(t *testing.T, l shaped) {
		shared := 0
		for _, at := range l.carets() {
			x := l.xOf(at)
			if x < 0 || x >= l.width {
				continue
			}
			got := l.near(x)
			if !touch(l.xOf(got), x) {
				t.Errorf("the caret %+v stands at %.2f, where %+v is found, which stands at %.2f", at, x, got, l.xOf(got))
			}
			if got.offset == at.offset {
				continue
			}
			shared++
			if !slices.ContainsFunc(l.carets(), func(o target) bool { return o.offset != at.offset && touch(l.xOf(o), x) }) {
				t.Errorf("the caret %+v stands at %.2f alone, where %+v is found", at, x, got)
			}
		}
		if turns := l.turns(); shared > 2*turns {
			t.Errorf("%d carets are found as others; the line turns %d times", shared, turns)
		}
	})
}

// turns returns how many places of a line may stand for two offsets.
func (l *shaped) turns() int {
	n := 0
	for i, c := range l.cells {
		if !c.wide() || c.rtl != l.rtl && (i == 0 || l.cells[i-1].rtl == l.rtl || i+1 == len(l.cells) || l.cells[i+1].rtl == l.rtl) {
			n += 2
		}
	}
	return n
}

func TestAPaintedRangeCoversItsCharactersAndNoOther(t *testing.T) {
	eachLine(t, func(t *testing.T, l shaped) {
		for i := range l.cells {
			for j := i; j < len(l.cells); j++ {
				l.checkStretches(t, l.cells[i].start, l.cells[j].end)
			}
		}
	})
}

// checkStretches compares what is painted of the bytes [start, end) with the cells.
func (l *shaped) checkStretches(t *testing.T, start, end int) {
	t.Helper()
	painted, right := l.stretches(start, end), float32(-1)
	var sum, want float32
	for _, s := range painted {
		if s.x1 <= s.x0 || s.x0 < right {
			t.Fatalf("[%d,%d): %v overlap or are out of order", start, end, painted)
		}
		sum, right = sum+s.x1-s.x0, s.x1
	}
	for _, c := range l.cells {
		inside := c.start >= start && c.end <= end
		if inside {
			want += c.x1 - c.x0
		}
		covered := float32(0)
		for _, s := range painted {
			covered += max(0, min(s.x1, c.x1)-max(s.x0, c.x0))
		}
		if inside && !touch(covered, c.x1-c.x0) || !inside && !touch(covered, 0) {
			t.Fatalf("[%d,%d): %.2f of the cell %+v is covered by %v", start, end, covered, c, painted)
		}
	}
	if d := sum - want; d > hair*float32(len(l.cells)) || -d > hair*float32(len(l.cells)) {
		t.Fatalf("[%d,%d): painted are %.2f, the cells are %.2f wide", start, end, sum, want)
	}
}

// On the pixels: a column is in a selection's colour just when its middle is in a selected cell, and
// is painted once.
func TestASelectionPaintsThePixelsOfItsCharacters(t *testing.T) {
	colour := color.NRGBA{0, 0, 255, 100}
	for _, name := range []string{"latin", "arabic", "mixed", "embedded", "people", "combining", "hindi"} {
		for _, scale := range []float32{1, 1.25, 2} {
			s := testShaper(16.5)
			l := lay(samples[name], s, 2000)
			line := l.shape(s, 0)
			sheet := sheet{line: &line, metrics: metricsOf(16.5, scale, latinRise), origin: 16, palette: palette{selection: colour}}
			sheet.img = image.NewRGBA(image.Rect(0, 0, int(line.width*scale)+60, sheet.metrics.pitch))
			for i := 0; i < len(line.cells); i += 3 {
				for j := i; j < len(line.cells); j += 5 {
					clear(sheet.img.Pix)
					is := selected{line.cells[i].start, line.cells[j].end, false}
					sheet.selection(is)
					sheet.checkColumns(t, is)
				}
			}
		}
	}
}

func (s sheet) checkColumns(t *testing.T, is selected) {
	t.Helper()
	y := s.metrics.baseline
	for x := range s.img.Rect.Max.X {
		c, there := s.line.at((float32(x) + 0.5 - s.origin) / s.metrics.scale)
		if edge := (float32(x) + 0.5 - s.origin) / s.metrics.scale; there && (touch(edge, c.x0) || touch(edge, c.x1)) {
			continue
		}
		want := uint8(0)
		if there && is.start <= c.start && c.start < is.end {
			want = s.palette.selection.A
		}
		if got := s.img.RGBAAt(x, y).A; got != want {
			t.Fatalf("[%d,%d): column %d, of %+v, has %d of the colour, want %d", is.start, is.end, x, c, got, want)
		}
	}
}

// A click puts the caret at an edge of the character that was clicked, also where the text turns.
func TestTheCaretStandsWhereOneClicks(t *testing.T) {
	for _, name := range []string{"latin", "mixed", "arabic", "bracketed", "embedded", "people"} {
		d := newDesk(t, samples[name])
		for n := range d.layout.lines {
			l := d.shape(n)
			y := float32(d.lineTop(n)-d.scrolled) + float32(d.pitch())/2
			for x := float32(1); x < l.width-1; x += 2.3 {
				d.click(fyne.NewPos(d.lineLeft(l)+x, y))
				c, _ := l.at(x)
				stands := d.surface.caret.Position().X + d.surface.caret.Size().Width/2 - d.lineLeft(l)
				if reach := (c.x1-c.x0)/2 + 1.5; stands < x-reach || stands > x+reach {
					t.Errorf("%s, line %d: a click at %.1f, on a character from %.1f to %.1f, puts the caret at %.1f", name, n, x, c.x0, c.x1, stands)
				}
			}
		}
	}
}
