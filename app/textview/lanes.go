package textview

import (
	"cmp"
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
// Marks that touch nothing that changed since before keep their lanes without choosing anew.
func lanes(ix, before *index) []int {
	n, m := len(ix.marks), len(before.marks)
	first, rest := ix.unchanged(before)
	chosen := make([]int, n)
	copy(chosen[:first], before.lanes)
	copy(chosen[rest:], before.lanes[rest-n+m:])
	for i := first; i < rest; i++ {
		chosen[i] = -1
	}
	for _, k := range sorted(firstGuess(nil, rest-first), func(a, b int) int { return cmp.Compare(ix.length(first+a), ix.length(first+b)) }) {
		chosen[first+k] = freeLane(ix, first+k, chosen)
	}
	return chosen
}

// unchanged returns how many of the first marks lie where they lay before, and from which on the
// last ones do, each time without a mark among the others that overlaps them.
func (ix *index) unchanged(before *index) (first, rest int) {
	n, m := len(ix.marks), len(before.marks)
	for i := 0; i <= min(n, m); i++ {
		if ix.parted(i) && before.parted(i) {
			first = i
		}
		if i == n || i == m || ix.marks[i].Range != before.marks[i].Range {
			break
		}
	}
	rest = n
	for back := 0; back <= min(n, m)-first; back++ {
		if ix.parted(n-back) && before.parted(m-back) {
			rest = n - back
		}
		if n-back == first || m-back == first || ix.marks[n-back-1].Range != before.marks[m-back-1].Range {
			break
		}
	}
	return first, rest
}

// parted tells whether no mark before one overlaps it or any later one.
func (ix *index) parted(i int) bool {
	return i == 0 || i == len(ix.marks) || ix.far[i] <= ix.marks[i].Range.Start
}

// freeLane returns the first lane that no overlapping mark has chosen.
func freeLane(ix *index, i int, chosen []int) int {
	const full = 1<<maxLanes - 1
	taken, seen := uint(0), 0
	ix.each(ix.marks[i].Range, func(other int) bool {
		if chosen[other] >= 0 {
			taken |= 1 << chosen[other] & full
		}
		seen++
		return taken != full && seen < crowd
	})
	return min(maxLanes, bits.TrailingZeros(^taken))
}
