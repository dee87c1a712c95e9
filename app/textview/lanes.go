package textview

import (
	"cmp"
	"container/heap"
	"math/bits"
)

// maxLanes is how many marks above each other keep a lane of their own.
const maxLanes = 5

// crowd is how many neighbours a mark looks at for a free lane, so that ten thousand marks upon
// one word cost no more than they must.
const crowd = 100

// lanes gives each mark the lane in which its line runs, 0 nearest to the text. The shorter of two
// marks chooses first, so that what is within lies above what is around it, and so that a new mark
// moves only those which enclose or cross it. Past the last lane marks have none: theirs is maxLanes.
//
// Where little has changed since before, only those marks choose anew whose neighbours have changed. What
// they choose is written into chosen.
func lanes(ix, before *index, chosen []int) []int {
	if ix.lanesAfter(before, chosen) {
		return chosen
	}
	for _, i := range sorted(firstGuess(nil, len(ix.marks)), ix.compareTurns) {
		chosen[i] = ix.freeLane(i, chosen)
	}
	return chosen
}

// compareTurns puts the mark that chooses its lane first before the other.
func (ix *index) compareTurns(a, b int) int {
	return cmp.Or(cmp.Compare(ix.length(a), ix.length(b)), cmp.Compare(a, b))
}

// freeLane returns the first lane that no overlapping mark has chosen whose turn is before that of one.
func (ix *index) freeLane(i int, chosen []int) int {
	const full = 1<<maxLanes - 1
	taken, seen := uint(0), 0
	ix.each(ix.marks[i].Range, func(other int) bool {
		if other != i && ix.compareTurns(other, i) < 0 {
			taken |= 1 << chosen[other] & full
		}
		seen++
		return taken != full && seen < crowd
	})
	return min(maxLanes, bits.TrailingZeros(^taken))
}

// lanesAfter chooses the lanes as they follow from those of before. It gives up where so many marks
// may have changed theirs that choosing anew is as quick.
func (ix *index) lanesAfter(before *index, chosen []int) (few bool) {
	n, m := len(ix.marks), len(before.marks)
	first, last := ix.alike(before)
	if first+last == 0 {
		return false
	}
	copy(chosen[:first], before.lanes)
	copy(chosen[n-last:], before.lanes[m-last:])
	w := waiting{ix: ix, in: make([]bool, n), left: 4*n + crowd}
	for i := first; i < n-last; i++ {
		chosen[i] = -1
		w.add(i)
		w.addAround(ix.marks[i].Range, -1)
	}
	for i := first; i < m-last; i++ {
		w.addAround(before.marks[i].Range, -1)
	}
	for len(w.marks) > 0 && w.left > 0 {
		i := heap.Pop(&w).(int)
		if lane := ix.freeLane(i, chosen); lane != chosen[i] {
			chosen[i] = lane
			w.addAround(ix.marks[i].Range, i)
		}
	}
	return w.left > 0
}

// alike returns how many of the first and of the last marks lie where they lay before.
func (ix *index) alike(before *index) (first, last int) {
	n, m := len(ix.marks), len(before.marks)
	for first < min(n, m) && ix.marks[first].Range == before.marks[first].Range {
		first++
	}
	for last < min(n, m)-first && ix.marks[n-last-1].Range == before.marks[m-last-1].Range {
		last++
	}
	return first, last
}

// waiting are marks that are to choose anew, by their turns: a heap.
type waiting struct {
	ix    *index
	marks []int
	in    []bool // marks that wait, or have had their turn
	left  int    // how many may be looked at before it is too much
}

// add has a mark wait, once.
func (w *waiting) add(i int) {
	if !w.in[i] {
		w.in[i] = true
		heap.Push(w, i)
	}
}

// addAround has those marks wait that share a byte with a range, and whose turn is after that of a
// mark; of any turn where that is -1.
func (w *waiting) addAround(r Range, after int) {
	w.ix.each(r, func(i int) bool {
		if after < 0 || w.ix.compareTurns(after, i) < 0 {
			w.add(i)
		}
		w.left--
		return w.left > 0
	})
}

func (w *waiting) Len() int           { return len(w.marks) }
func (w *waiting) Less(a, b int) bool { return w.ix.compareTurns(w.marks[a], w.marks[b]) < 0 }
func (w *waiting) Swap(a, b int)      { w.marks[a], w.marks[b] = w.marks[b], w.marks[a] }
func (w *waiting) Push(i any)         { w.marks = append(w.marks, i.(int)) }

// Pop takes the last, which heap.Pop has made the next in turn.
func (w *waiting) Pop() any {
	last := len(w.marks) - 1
	i := w.marks[last]
	w.marks = w.marks[:last]
	return i
}
