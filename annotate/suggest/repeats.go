package suggest

import (
	"iter"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// Repeats are the further occurrences of a span's words in its text, those left
// out that share a byte with a span of the same label.
func Repeats(text string, layer annotate.Layer, span annotate.Span, how How) iter.Seq[annotate.Range] {
	return func(yield func(annotate.Range) bool) {
		taken := labelled(layer, span.Label)
		for r := range Occurrences(text, span.Quote(text), how) {
			i, _ := slices.BinarySearchFunc(taken, r.Start, func(t annotate.Range, start int) int {
				if t.End <= start {
					return -1
				}
				return 1
			})
			if i < len(taken) && taken[i].Overlaps(r) {
				continue
			}
			if !yield(r) {
				return
			}
		}
	}
}

// labelled are the stretches that have a label, in order, those that meet as
// one.
func labelled(layer annotate.Layer, label string) []annotate.Range {
	var taken []annotate.Range
	for _, span := range layer.Spans() {
		if span.Label != label {
			continue
		}
		if n := len(taken); n > 0 && span.Start <= taken[n-1].End {
			taken[n-1].End = max(taken[n-1].End, span.End)
			continue
		}
		taken = append(taken, span.Range)
	}
	return taken
}
