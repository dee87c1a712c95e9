package textview

import (
	"cmp"
	"slices"
	"sort"
)

// hits are stretches of the text in order, for any number of them.
type hits struct {
	ranges []Range
	reach  []int // the furthest end so far
	chosen Range // the current one; empty for none
}

// newHits sorts ranges and cuts them to a text; current counts in the ranges as they are given.
func newHits(ranges []Range, current, length int) hits {
	h := hits{ranges: make([]Range, 0, len(ranges))}
	for i, r := range ranges {
		r = Range{max(0, r.Start), min(length, r.End)}
		if r.Empty() {
			continue
		}
		if i == current {
			h.chosen = r
		}
		h.ranges = append(h.ranges, r)
	}
	byStart := func(a, b Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) }
	if !slices.IsSortedFunc(h.ranges, byStart) {
		slices.SortFunc(h.ranges, byStart)
	}
	h.reach = make([]int, len(h.ranges))
	furthest := 0
	for i, r := range h.ranges {
		furthest = max(furthest, r.End)
		h.reach[i] = furthest
	}
	return h
}

// A hit is what of one is on a line.
type hit struct {
	start, end int
	current    bool
}

// maxHits bounds how many are painted upon one line.
const maxHits = 400

// on returns the hits that share a byte with a line.
func (h *hits) on(ln line) []hit {
	var all []hit
	for i := sort.SearchInts(h.reach, ln.start+1); i < len(h.ranges) && h.ranges[i].Start < ln.end && len(all) < maxHits; i++ {
		if r := (Range{max(h.ranges[i].Start, ln.start), min(h.ranges[i].End, ln.end)}); !r.Empty() {
			all = append(all, hit{r.Start, r.End, h.ranges[i] == h.chosen})
		}
	}
	return all
}

// SetHits marks what was found in the text, all of it softly and the one with the number current
// (-1 for none) more strongly. Hits have nothing to do with marks. They need not be in order, and
// what lies past the text is cut off. Nothing scrolls.
func (v *View) SetHits(ranges []Range, current int) {
	v.hits = newHits(ranges, current, len(v.text))
	v.strip.generation++
	v.update()
}

// hit lays the colour of what was found behind the text.
func (s sheet) hit(h hit) {
	top, bottom := s.metrics.bandTop(0), s.metrics.laneTop(0)
	for _, st := range s.line.stretches(h.start, h.end) {
		r := s.rect(st, top, bottom)
		if !h.current {
			s.fill(r, s.palette.found)
			continue
		}
		r.Min.X -= s.metrics.hair
		r.Max.X += s.metrics.hair
		s.round(r, 2*s.metrics.scale, s.palette.chosen)
	}
}

// hush lays a breath of grey behind the quotation at the caret.
func (s sheet) hush(q Range) {
	top, bottom := s.metrics.bandTop(1), s.metrics.sole
	for _, st := range s.line.stretches(q.Start, q.End) {
		s.fill(s.rect(st, top, bottom), faded(s.palette.text, 0.06))
	}
}

// spokenAtCaret returns the quotation at the caret, where it is to be shown.
func (v *View) spokenAtCaret() Range {
	if !v.ShowQuotation {
		return Range{}
	}
	q, _ := v.QuotationAt(v.caret)
	return q
}

// spokenOn returns what of the quotation at the caret is on a line.
func (v *View) spokenOn(ln line) Range {
	if q := v.spoken.within(Range{ln.start, ln.end}); !q.Empty() {
		return q
	}
	return Range{}
}
