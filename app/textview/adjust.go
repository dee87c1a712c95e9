package textview

import (
	"fyne.io/fyne/v2"
)

// An edge is one end of a mark.
type edge int

const (
	noEdge edge = iota
	startEdge
	endEdge
)

// How far from a handle it can be taken, in Fyne units. The letters of a short mark are to be clicked
// still, and the word behind a mark is to be selected from its first letter.
const (
	gripOutside = 4
	gripInside  = 3
	leastGrip   = 7 // in all
)

// An adjustment is a drag of one edge of the current mark.
type adjustment struct {
	edge  edge
	place int   // of the mark in the index
	from  Range // the mark as it is
	to    Range // as it would be
	moved bool
}

// active tells whether an edge is being dragged.
func (a adjustment) active() bool { return a.edge != noEdge }

// handleAt returns which edge of the current mark can be taken at a place of the view.
func (v *View) handleAt(p fyne.Position) edge {
	found, nearest := noEdge, float32(2*leastGrip)
	if v.OnAdjust == nil || v.current == "" {
		return found
	}
	for _, r := range v.surface.rows {
		at := p.Subtract(r.raster.Position())
		if !r.raster.Visible() || at.Y < 0 || at.Y >= r.raster.Size().Height {
			continue
		}
		for _, b := range r.shows.bands {
			for _, h := range r.handles(b) {
				if d, ok := h.distance(at); ok && d < nearest {
					found, nearest = h.edge, d
				}
			}
		}
	}
	return found
}

// A handle is where an edge of the current mark stands in a row's raster, in Fyne units.
type handle struct {
	edge        edge
	x           float32
	top, bottom float32
	inward      float32 // 1 where the mark lies to the right, -1 where it lies to the left
	inside      float32 // how far into the mark the handle can be taken
}

// distance returns how far a place is from the handle, and whether it is near enough to take it.
func (h handle) distance(p fyne.Position) (float32, bool) {
	d := (p.X - h.x) * h.inward
	if p.Y < h.top || p.Y > h.bottom || d < min(-gripOutside, h.inside-leastGrip) || d > h.inside {
		return 0, false
	}
	return max(d, -d), true
}

// handles returns those that a band of the current mark shows.
func (r *row) handles(b band) []handle {
	if !b.current || b.gap {
		return nil
	}
	m, scale := r.shows.metrics, r.shows.metrics.scale
	h := handle{
		top: float32(m.bandTop(b.lane)) / scale, bottom: float32(m.laneBottom(b.lane)) / scale,
		inside: min(gripInside, r.sheet.line.breadth(b.start, b.end)/3),
	}
	var all []handle
	place := func(e edge, x float32, rightward bool) {
		h.edge, h.x, h.inward = e, r.sheet.origin/scale+x, -1
		if rightward {
			h.inward = 1
		}
		all = append(all, h)
	}
	if x, right, ok := r.sheet.line.startOf(b.start); ok && b.opens {
		place(startEdge, x, right)
	}
	if x, right, ok := r.sheet.line.endOf(b.end); ok && b.closes {
		place(endEdge, x, right)
	}
	return all
}

// takeHandle begins to drag an edge of the current mark.
func (v *View) takeHandle(e edge, p fyne.Position, held fyne.KeyModifier) {
	i, ok := v.index.find(v.current)
	if !ok {
		return
	}
	g := &v.gesture
	g.active, g.moved, g.clicks, g.at, g.time = true, false, 1, p, v.clock()
	g.exact, g.extend = held&fyne.KeyModifierAlt != 0, false
	r := v.index.marks[i].Range
	v.adjusting = adjustment{edge: e, place: i, from: r, to: r}
}

// adjustTo moves the edge to a point; the other edge stays, and at least one character is left.
func (v *View) adjustTo(at point) {
	a := &v.adjusting
	to := a.from
	if a.edge == startEdge {
		to.Start = min(at.offset, v.stop(a.from.End-1))
	} else {
		to.End = max(at.offset, v.stopAfter(a.from.Start+1))
	}
	if v.Snap != nil && !v.gesture.exact {
		whole := v.snap(to)
		if a.edge == startEdge && whole.Start < a.from.End {
			to.Start = whole.Start
		}
		if a.edge == endEdge && whole.End > a.from.Start {
			to.End = whole.End
		}
	}
	a.to, a.moved = to, true
	v.update()
}

// endAdjusting lets the edge go, and tells whether it had been moved.
func (v *View) endAdjusting() bool {
	a := v.adjusting
	v.adjusting = adjustment{}
	if !a.moved {
		return false
	}
	v.update()
	if a.to != a.from && v.OnAdjust != nil {
		v.OnAdjust(v.current, a.to)
	}
	return true
}

// giveUpAdjusting leaves the mark as it was.
func (v *View) giveUpAdjusting() {
	if !v.adjusting.active() {
		return
	}
	v.adjusting, v.gesture.active = adjustment{}, false
	v.pull()
	v.update()
}
