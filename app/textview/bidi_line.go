package textview

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// A levelRun is a stretch of a line of one level: runes [start, end).
type levelRun struct {
	start, end int
	level      uint8
}

// settleLine puts the spaces at the end of a line, and those before tabs, at the paragraph's own
// level (L1). It changes levels.
func settleLine(text []rune, levels []uint8, base uint8) {
	trailing := true
	for i := len(text) - 1; i >= 0; i-- {
		p, _ := bidi.LookupRune(text[i])
		switch c := p.Class(); {
		case c == bidi.S || c == bidi.B:
			trailing = true
			levels[i] = base
		case c == bidi.WS || isolateStart(c) || c == bidi.PDI || removed(c):
			if trailing {
				levels[i] = base
			}
		default:
			trailing = false
		}
	}
}

// visualRuns returns the runs of a line from left to right (L2).
func visualRuns(levels []uint8) []levelRun {
	var runs []levelRun
	highest, lowestOdd := uint8(0), uint8(255)
	for i, l := range levels {
		if n := len(runs); n > 0 && runs[n-1].level == l {
			runs[n-1].end++
			continue
		}
		runs = append(runs, levelRun{i, i + 1, l})
		highest = max(highest, l)
		if l&1 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for l := highest; l >= lowestOdd && l > 0; l-- {
		for i := 0; i < len(runs); i++ {
			end := i
			for end < len(runs) && runs[end].level >= l {
				end++
			}
			if end > i {
				slices.Reverse(runs[i:end])
				i = end
			}
		}
	}
	return runs
}
