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
	if !s.deeper {
		return
	}
	crowd, last := 0, -1
	dotted := make([]bool, s.img.Rect.Dx()) // those of many marks fall upon each other
	for i, b := range bands {
		if !s.crowded(b) {
			continue
		}
		if last < 0 || bands[last].id != b.id { // the bands of a mark stand together
			crowd++
		}
		last = i
		for _, st := range s.line.stretches(b.start, b.end) {
			s.dot(dotted, s.px(st.x0), s.px(st.x1))
		}
	}
	s.dots(dotted)
	if crowd > 0 {
		s.count(crowd)
	}
}

// dot notes where the dots lie that stand for several marks, between two places.
func (s sheet) dot(dotted []bool, from, to int) {
	long, step := 2*s.metrics.hair, 5*s.metrics.hair
	to = min(to, len(dotted))
	for x := (max(0, from) + step - 1) / step * step; x < to; x += step {
		for at := x; at < min(x+long, to); at++ {
			dotted[at] = true
		}
	}
}

// dots draws what was noted, in the last lane.
func (s sheet) dots(dotted []bool) {
	lane := s.metrics.lanes - 1
	top, bottom := s.metrics.laneTop(lane), s.metrics.laneBottom(lane)
	from := -1 // where a dot begins, while there is one
	for x, is := range append(dotted, false) {
		switch {
		case is && from < 0:
			from = x
		case !is && from >= 0:
			s.fill(image.Rect(from, top, x, bottom), s.palette.text)
			from = -1
		}
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
