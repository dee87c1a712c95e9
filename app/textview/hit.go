package textview

import "sort"

// x returns where a caret before the byte at offset stands: at the edge at which reading enters
// that cell. Past the last cell it is the edge at which reading leaves the line.
func (l *shaped) x(offset int) float32 {
	n := l.cellOf(offset)
	if n < len(l.cells) {
		return l.cells[n].leading()
	}
	if n == 0 {
		return 0
	}
	return l.cells[n-1].trailing()
}

// xOf returns where a caret stands at a place of the line: before the character that follows, or
// behind the one that precedes.
func (l *shaped) xOf(at target) float32 {
	if at.behind {
		if c, ok := l.cellAt(at.offset - 1); ok {
			return c.trailing()
		}
	}
	return l.x(at.offset)
}

// cellOf returns the cell that holds the byte at offset, or the number of cells.
func (l *shaped) cellOf(offset int) int {
	return sort.Search(len(l.cells), func(i int) bool { return l.cells[i].end > offset })
}

// cellAt returns the cell that holds the byte at offset, and whether there is one.
func (l *shaped) cellAt(offset int) (cell, bool) {
	n := l.cellOf(offset)
	if n >= len(l.cells) || l.cells[n].start > offset {
		return cell{}, false
	}
	return l.cells[n], true
}

// breadth returns how much room the bytes [start, end) take.
func (l *shaped) breadth(start, end int) float32 {
	total := float32(0)
	for _, s := range l.stretches(start, end) {
		total += s.x1 - s.x0
	}
	return total
}

// at returns the cell whose ink lies at x, and whether there is one.
func (l *shaped) at(x float32) (cell, bool) {
	if len(l.cells) == 0 || x < 0 || x >= l.width {
		return cell{}, false
	}
	for _, n := range l.visual {
		if c := l.cells[n]; c.x0 <= x && x < c.x1 {
			return c, true
		}
	}
	return cell{}, false
}

// offset returns the caret stop that is nearest to x; outside of the line, its beginning or its end.
func (l *shaped) offset(x float32) int { return l.near(x).offset }

// near returns the place of a caret that is nearest to x: beside the character that stands there,
// at that of its edges which is nearer. Outside of the line it is the line's beginning or its end.
func (l *shaped) near(x float32) target {
	if len(l.cells) == 0 {
		return target{offset: l.start}
	}
	if c, ok := l.at(x); ok {
		if (x < (c.x0+c.x1)/2) != c.rtl {
			return target{offset: c.start}
		}
		return target{c.end, true}
	}
	if (x < 0) != l.rtl {
		return target{offset: l.start}
	}
	return target{l.end, true}
}

// A stretch is a piece of a line from x0 to x1.
type stretch struct{ x0, x1 float32 }

// stretches returns where the bytes [start, end) stand, from left to right: several pieces where
// the text changes direction.
func (l *shaped) stretches(start, end int) []stretch {
	var all []stretch
	for _, n := range l.visual {
		c := l.cells[n]
		if c.end <= start || c.start >= end || c.x0 == c.x1 {
			continue
		}
		if k := len(all); k > 0 && c.x0-all[k-1].x1 < 0.01 {
			all[k-1].x1 = max(all[k-1].x1, c.x1)
			continue
		}
		all = append(all, stretch{c.x0, c.x1})
	}
	return all
}
