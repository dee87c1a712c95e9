package textview

import (
	"cmp"
	"slices"
)

// An index holds marks sorted by (start, -end) so that those of a stretch of text are found at
// once, however many there are and however long. Marks without a byte are left out.
type index struct {
	marks []Mark
	lanes []int
	reach []int  // the furthest end within the half of which a mark is the middle
	order []int  // which mark as given each one is, unless they were given in order
	spare *index // one whose memory is free to be used
}

// newIndex sorts marks. What the index before it says of the same marks is taken over. That of before
// that one must not be in use any more: its memory is.
func newIndex(marks []Mark, length int, before index) index {
	free := before.spare
	if free == nil {
		free = &index{}
	}
	kept := slices.Grow(free.marks[:0], len(marks))
	for i := range marks {
		in := Range{max(0, marks[i].Range.Start), min(length, marks[i].Range.End)}
		if !in.Empty() {
			kept = append(kept, marks[i])
			m := &kept[len(kept)-1]
			m.Range, m.Gaps = in, tidy(m.Gaps, in)
		}
	}
	ix := index{reach: slices.Grow(free.reach[:0], len(kept))[:len(kept)], spare: &index{marks: before.marks, lanes: before.lanes, reach: before.reach}}
	ix.marks, ix.order = inOrder(kept, before.order)
	ix.measure(0, len(kept))
	ix.lanes = lanes(&ix, &before, slices.Grow(free.lanes[:0], len(kept))[:len(kept)])
	return ix
}

// inOrder returns marks sorted by place, and how; those of one place keep their order. They are
// likely to be in the same order as the last time.
func inOrder(marks []Mark, before []int) ([]Mark, []int) {
	if inPlace(marks) {
		return marks, nil
	}
	order := sorted(firstGuess(before, len(marks)), func(a, b int) int {
		return cmp.Or(comparePlaces(&marks[a].Range, &marks[b].Range), cmp.Compare(a, b))
	})
	all := make([]Mark, len(marks))
	for place, i := range order {
		all[place] = marks[i]
	}
	return all, order
}

// inPlace tells whether marks are sorted by place.
func inPlace(marks []Mark) bool {
	for i := 1; i < len(marks); i++ {
		if comparePlaces(&marks[i-1].Range, &marks[i].Range) > 0 {
			return false
		}
	}
	return true
}

// comparePlaces puts what begins first before the rest, and the longer before the shorter.
func comparePlaces(a, b *Range) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

// tidy returns gaps in order, each within the range.
func tidy(gaps []Range, within Range) []Range {
	if len(gaps) == 0 {
		return nil
	}
	var kept []Range
	for _, g := range gaps {
		g = Range{max(g.Start, within.Start), min(g.End, within.End)}
		if !g.Empty() {
			kept = append(kept, g)
		}
	}
	slices.SortFunc(kept, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}

// measure fills in how far the marks [lo, hi) reach.
func (ix *index) measure(lo, hi int) int {
	if lo >= hi {
		return 0
	}
	mid := (lo + hi) / 2
	ix.reach[mid] = max(ix.marks[mid].Range.End, ix.measure(lo, mid), ix.measure(mid+1, hi))
	return ix.reach[mid]
}

// each calls visit, in order, with each mark that shares a byte with r, until visit returns false.
func (ix *index) each(r Range, visit func(i int) bool) { ix.walk(0, len(ix.marks), r, visit) }

func (ix *index) walk(lo, hi int, r Range, visit func(i int) bool) bool {
	if lo >= hi {
		return true
	}
	mid := (lo + hi) / 2
	if ix.reach[mid] <= r.Start {
		return true
	}
	if !ix.walk(lo, mid, r, visit) {
		return false
	}
	m := ix.marks[mid].Range
	if m.Start >= r.End {
		return true
	}
	if m.End > r.Start && !visit(mid) {
		return false
	}
	return ix.walk(mid+1, hi, r, visit)
}

// find returns the place of a mark.
func (ix *index) find(id string) (int, bool) {
	if id == "" {
		return -1, false
	}
	for i := range ix.marks {
		if ix.marks[i].ID == id {
			return i, true
		}
	}
	return -1, false
}

// under returns the marks that hold a byte, the shortest first.
func (ix *index) under(offset int) []string {
	var found []int
	ix.each(Range{offset, offset + 1}, func(i int) bool {
		if !inGap(ix.marks[i], offset) {
			found = append(found, i)
		}
		return true
	})
	slices.SortStableFunc(found, func(a, b int) int {
		return cmp.Or(cmp.Compare(ix.length(a), ix.length(b)), cmp.Compare(b, a))
	})
	ids := make([]string, len(found))
	for n, i := range found {
		ids[n] = ix.marks[i].ID
	}
	return ids
}

func (ix *index) length(i int) int { return ix.marks[i].Range.End - ix.marks[i].Range.Start }

func inGap(m Mark, offset int) bool {
	for _, g := range m.Gaps {
		if g.Start <= offset && offset < g.End {
			return true
		}
	}
	return false
}
