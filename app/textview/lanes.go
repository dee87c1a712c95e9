package textview

import (
	"cmp"
	"math/bits"
)

// maxLanes is how many marks above each other keep a lane of their own.
const maxLanes = 3

// crowd is how many neighbours a mark looks at for a free lane, so that ten thousand marks upon
// one word cost no more than they must.
const crowd = 400

// lanes gives each mark the lane in which its line runs, 0 nearest to the text. The shorter of two
// marks chooses first, so that what is within lies above what is around it, and so that a new mark
// moves only those which enclose or cross it. Past the last lane marks share that one.
func lanes(ix *index) []int {
	order := sorted(len(ix.marks), func(a, b int) int { return cmp.Compare(ix.length(a), ix.length(b)) })
	chosen := make([]int, len(order))
	for i := range chosen {
		chosen[i] = -1
	}
	for _, i := range order {
		chosen[i] = freeLane(ix, i, chosen)
	}
	return chosen
}

// freeLane returns the first lane that no overlapping mark has chosen.
func freeLane(ix *index, i int, chosen []int) int {
	const full = 1<<maxLanes - 1
	taken, seen := uint(0), 0
	ix.each(ix.marks[i].Range, func(other int) bool {
		if chosen[other] >= 0 {
			taken |= 1 << chosen[other]
		}
		seen++
		return taken != full && seen < crowd
	})
	return min(maxLanes-1, bits.TrailingZeros(^taken))
}
