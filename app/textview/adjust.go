package textview

import (
	"strings"

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
// still. Of a space beside the mark the nearer half is the handle's: from the other half on one
// selects the words that follow.
const (
	gripOutside = 4
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
		at := p.Subtract(r.at)
		if !r.raster.Visible() || at.Y < 0 || at.Y >= float32(v.pitch()) {
			continue
		}
		for _, b := range r.shows.bands {
			for _, h := range v.handles(r, b) {
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
	outside     float32 // how far out of it
}

// distance returns how far a place is from the handle, and whether it is near enough to take it.
func (h handle) distance(p fyne.Position) (float32, bool) {
	d := (p.X - h.x) * h.inward
	if p.Y < h.top || p.Y > h.bottom || d < -h.outside || d > h.inside {
		return 0, false
	}
	return max(d, -d), true
}

// handles returns those that a band of the current mark shows.
func (v *View) handles(r *row, b band) []handle {
	if !b.current || b.gap {
		return nil
	}
	m, scale := r.shows.metrics, r.shows.metrics.scale
	h := handle{
		top: float32(m.bandTop(b.lane)) / scale, bottom: float32(m.laneBottom(b.lane)) / scale,
	}
	third := r.sheet.line.breadth(b.start, b.end) / 3
	var all []handle
	place := func(e edge, x float32, rightward bool, beside int) {
		h.inside, h.outside = grips(third, v.spaceAt(r.sheet.line, beside))
		h.edge, h.x, h.inward = e, r.sheet.origin/scale+x, -1
		if rightward {
			h.inward = 1
		}
		all = append(all, h)
	}
	if x, right, ok := r.sheet.line.startOf(b.start); ok && b.opens {
		place(startEdge, x, right, b.start-1)
	}
	if x, right, ok := r.sheet.line.endOf(b.end); ok && b.closes {
		place(endEdge, x, right, b.end)
	}
	return all
}

// grips returns how far into a mark its handle can be taken, a third of the mark's width at most, and
// how far out of it, beside a space of a width; 0 where there is no space.
func grips(third, space float32) (inside, outside float32) {
	if space > 0 {
		outside = min(gripOutside, space/2)
		return min(leastGrip-outside, third), outside
	}
	inside = min(leastGrip-gripOutside, third)
	return inside, leastGrip - inside
}

// spaceAt returns how wide the space at an offset of a line is, and 0 where there is none.
func (v *View) spaceAt(l *shaped, offset int) float32 {
	if c, ok := l.cellAt(offset); ok && strings.Trim(v.text[c.start:c.end], spaces) == "" {
		return c.x1 - c.x0
	}
	return 0
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
