package textview

// Where text changes direction, one offset is two places. A mark's edge is then shown beside the
// neighbour that reads as the line does: that of a mark which begins with a number in Arabic text
// to the right of the number, behind the word before it.

// startOf returns where the edge of a mark that begins at an offset stands, and whether the mark
// lies to the right of it.
func (l *shaped) startOf(offset int) (x float32, right, ok bool) {
	c, ok := l.cellAt(offset)
	n := l.cellOf(offset)
	switch {
	case !ok:
		return 0, false, false
	case c.rtl == l.rtl:
	case n == 0 && l.rtl:
		return l.width, false, true
	case n == 0:
		return 0, true, true
	case l.cells[n-1].rtl == l.rtl:
		return l.cells[n-1].trailing(), !l.rtl, true
	}
	return c.leading(), !c.rtl, true
}

// endOf returns where the edge of a mark that ends at an offset stands, and whether the mark lies
// to the right of it.
func (l *shaped) endOf(offset int) (x float32, right, ok bool) {
	c, ok := l.cellAt(offset - 1)
	n := l.cellOf(offset-1) + 1
	switch {
	case !ok:
		return 0, false, false
	case c.rtl == l.rtl:
	case n == len(l.cells) && l.rtl:
		return 0, true, true
	case n == len(l.cells):
		return l.width, false, true
	case l.cells[n].rtl == l.rtl:
		return l.cells[n].leading(), l.rtl, true
	}
	return c.trailing(), c.rtl, true
}

// turnsAt tells whether the text changes direction at an offset of the line, so that a caret there can
// stand at two places.
func (l *shaped) turnsAt(offset int) bool {
	before, ok := l.cellAt(offset - 1)
	after, also := l.cellAt(offset)
	return ok && also && before.rtl != after.rtl
}

// nearer tells which of the two places of a caret is nearer to x: behind what precedes, or before
// what follows.
func (l *shaped) nearer(offset int, x float32) (behind bool) {
	return abs(l.xOf(target{offset, true})-x) < abs(l.xOf(target{offset: offset})-x)
}

// besideItsOwn tells on which side of an offset the text reads as the line does: behind what
// precedes, or before what follows. There the edge of a selection shows that goes on from it.
func (l *shaped) besideItsOwn(offset int) (behind bool) {
	before, ok := l.cellAt(offset - 1)
	return ok && before.rtl == l.rtl
}

func abs(x float32) float32 { return max(x, -x) }
