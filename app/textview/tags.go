package textview

import (
	"cmp"
	"image"
	"slices"
)

// A tag is the name of a mark where it stands above a line.
type tag struct {
	band band
	r    image.Rectangle
	dot  bool // there was no room for the name
	text *shaped
}

// placeTags finds room for the names of the marks that begin on the line, from left to right up
// to an edge.
func (s sheet) placeTags(bands []band, edge int) []tag {
	var all []tag
	for _, b := range bands {
		if b.opens && b.name != "" {
			all = append(all, s.wanted(b))
		}
	}
	slices.SortStableFunc(all, func(a, b tag) int { return cmp.Compare(a.r.Min.X, b.r.Min.X) })
	free := 0
	for n := range all {
		all[n] = s.fit(all[n], free, edge)
		free = all[n].r.Max.X + s.metrics.hair
	}
	return all
}

// fit moves a tag into the room between two places: a name gives way to the right, and becomes a
// dot where it would end up far from its mark.
func (s sheet) fit(t tag, free, edge int) tag {
	m := s.metrics
	wish := max(t.r.Min.X, free)
	x := max(free, min(wish, edge-t.r.Dx()))
	if x+t.r.Dx() > edge || x-t.r.Min.X > whole(m.size*2.4) {
		t.dot = true
		dot := max(4, whole(m.size*0.3))
		x = min(wish, edge-dot)
		t.r = image.Rect(x, (m.chip-dot)/2, x+dot, (m.chip-dot)/2+dot)
	}
	t.r = t.r.Add(image.Pt(x-t.r.Min.X, 0))
	return t
}

// wanted returns the tag of a band at the place where the mark begins.
func (s sheet) wanted(b band) tag {
	text := s.tags.tag(b.name)
	w := whole(text.width*s.metrics.chipSize) + 2*s.tagPad()
	x := s.px(s.line.x(b.start))
	if n := s.line.cellOf(b.start); n < len(s.line.cells) && s.line.cells[n].rtl {
		x -= w
	}
	return tag{band: b, r: image.Rect(max(0, x), 0, max(0, x)+w, s.metrics.chip), text: text}
}

func (s sheet) tagPad() int { return max(2, whole(s.metrics.chipSize*0.45)) }

// tag draws a tag: a chip in the mark's colour, or an outlined one for a hollow mark.
func (s sheet) tag(t tag) {
	colour, ink := t.band.colour, on(t.band.colour)
	radius := s.metrics.chipSize * 0.35
	s.round(t.r, radius, colour)
	if t.band.look == Hollow && !t.band.current {
		s.round(t.r.Inset(s.metrics.hair), radius-1, s.palette.paper)
		ink = colour
	}
	if t.dot {
		return
	}
	m := s.metrics
	base := float32(t.r.Max.Y) - (float32(m.chip)-m.chipSize*0.72)/2
	for _, g := range t.text.glyphs {
		s.glyph(g, float32(t.r.Min.X+s.tagPad()), float32(whole(base)), m.chipSize, ink)
	}
}

// maxTag is how many letters of a name a tag shows.
const maxTag = 24

// tag shapes a name at size 1; the shaper must be of that size.
func (s *shaper) tag(name string) *shaped {
	if t, ok := s.tagCache[name]; ok {
		return t
	}
	if s.tagCache == nil || len(s.tagCache) > 500 {
		s.tagCache = map[string]*shaped{}
	}
	src := sourceOf(name, 0)
	if len(src.first) > maxTag {
		end := src.bytes[src.first[maxTag-1]]
		src = sourceOf(name[:end]+"…", 0)
	}
	rtl := readsLeft(name)
	l := s.line(src, levels(src.text, rtl), rtl)
	s.tagCache[name] = &l
	return &l
}
