package textview

import (
	"fmt"
	"image"
)

// depth returns how many lanes the marks of a line would take.
func depth(bands []band) int {
	deepest := 0
	for _, b := range bands {
		deepest = max(deepest, b.lane+1)
	}
	return deepest
}

// crowded tells whether more marks lie above each other than the line has lanes. The last lane is
// then that of all which have none of their own.
func (s sheet) crowded(b band) bool { return s.deeper && b.lane >= s.metrics.lanes-1 }

// more shows that there are marks without a lane of their own: dots where they are, in the last
// lane, and how many there are, before the line.
func (s sheet) more(bands []band) {
	crowd, last := 0, -1
	for i, b := range bands {
		if !s.crowded(b) {
			continue
		}
		if last < 0 || bands[last].id != b.id { // the bands of a mark stand together
			crowd++
		}
		last = i
		s.pieces(b, func(st stretch, _ [2]bool) {
			last := s.metrics.lanes - 1
			r := s.rect(st, s.metrics.laneTop(last), s.metrics.laneBottom(last))
			s.dots(r)
		})
	}
	if crowd > 0 {
		s.count(crowd)
	}
}

// dots draws what stands for several marks. Those of two stretches fall upon each other.
func (s sheet) dots(r image.Rectangle) {
	long, step := 2*s.metrics.hair, 5*s.metrics.hair
	for x := (r.Min.X + step - 1) / step * step; x < r.Max.X; x += step {
		s.fill(image.Rect(x, r.Min.Y, min(x+long, r.Max.X), r.Max.Y), s.palette.text)
	}
}

// count writes how many marks share the last lane into the margin at which the line begins.
func (s sheet) count(n int) {
	text := s.tags.tag(fmt.Sprintf("+%d", min(n, 99)))
	size := s.metrics.chipSize
	gap := 3 * s.metrics.scale
	x := s.left - gap - text.width*size
	if s.line.rtl {
		x = s.origin + s.line.width*s.metrics.scale + gap
	}
	for _, g := range text.glyphs {
		s.glyph(g, x, float32(s.metrics.laneBottom(s.metrics.lanes-1)), size, s.palette.text)
	}
}
