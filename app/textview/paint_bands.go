package textview

import "image"

// pieces calls draw with each stretch of a band and with which of its sides are sides of the mark.
func (s sheet) pieces(b band, draw func(st stretch, sides [2]bool)) {
	all := s.line.stretches(b.start, b.end)
	first, last := 0, len(all)-1
	if s.line.rtl {
		first, last = last, first
	}
	for n, st := range all {
		open, close := n != first || b.opens, n != last || b.closes
		sides := [2]bool{open, close}
		if s.line.rtl {
			sides = [2]bool{close, open}
		}
		draw(st, sides)
	}
}

// band lays the tint of a mark behind the text, or its outline if it is hollow.
func (s sheet) band(b band) {
	if b.gap || s.crowded(b) && !b.current && !b.hover {
		return
	}
	top, bottom := s.metrics.bandTop(b.lane), s.metrics.laneBottom(b.lane)
	s.pieces(b, func(st stretch, sides [2]bool) {
		r := s.rect(st, top, bottom)
		if b.look == Hollow {
			if b.current || b.hover {
				s.fill(r, faded(b.colour, 0.10))
			}
			s.frame(r, s.metrics.hair, faded(b.colour, 0.85), sides)
			return
		}
		s.fill(r, s.palette.tint(b))
	})
}

// lane underlines a mark in its own lane, and bridges its gaps.
func (s sheet) lane(b band) {
	if s.crowded(b) {
		return
	}
	top, bottom := s.metrics.laneTop(b.lane), s.metrics.laneBottom(b.lane)
	s.pieces(b, func(st stretch, sides [2]bool) {
		r := s.rect(st, top, bottom)
		if sides[1] && r.Dx() > 4*s.metrics.hair {
			r.Max.X -= s.metrics.hair // so that neighbours in one lane stay apart
		}
		switch {
		case b.gap:
			r.Min.Y = (top + bottom) / 2
			r.Max.Y = r.Min.Y + s.metrics.hair
			s.dashes(r, 2*s.metrics.hair, 3*s.metrics.hair, b.colour)
		case b.look == Hollow:
		case b.wavy:
			s.wave(r, b)
		case b.look == Dashed:
			s.dashes(r, 5*s.metrics.hair, 3*s.metrics.hair, b.colour)
		default:
			s.fill(r, b.colour)
		}
	})
}

// outline makes the current mark stand out: a frame, with a handle at its beginning and at its end.
func (s sheet) outline(b band) {
	if b.gap {
		return
	}
	t := max(1, whole(1.4*s.metrics.scale))
	s.pieces(b, func(st stretch, sides [2]bool) {
		r := s.rect(st, s.metrics.bandTop(b.lane), s.metrics.laneBottom(b.lane))
		s.frame(r, t, b.colour, sides)
	})
	if x, right, ok := s.line.startOf(b.start); ok && b.opens {
		s.handle(x, !right, b)
	}
	if x, right, ok := s.line.endOf(b.end); ok && b.closes {
		s.handle(x, !right, b)
	}
}

// handle draws the grip by which an edge can be dragged: a pill with a light core, mostly outside
// of the mark so that it hides no letter.
func (s sheet) handle(x float32, right bool, b band) {
	half := max(2, whole(2.6*s.metrics.scale))
	r := s.rect(stretch{x, x}, s.metrics.bandTop(b.lane), s.metrics.laneBottom(b.lane))
	mid, reach := (r.Min.Y+r.Max.Y)/2, max(4, whole(s.metrics.size*0.34))
	r = image.Rect(r.Min.X-half, mid-reach, r.Min.X+half, mid+reach)
	shift := half / 2
	if !right {
		shift = -shift
	}
	r = r.Add(image.Pt(shift, 0))
	s.round(r, float32(half), b.colour)
	inset := max(1, whole(1.6*s.metrics.scale))
	s.round(r.Inset(inset), float32(half-inset), on(b.colour))
}
