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
		for r := range taggable(text, span.Quote(text), how) {
			if !taken.meet(r) && !yield(r) {
				return
			}
		}
	}
}

// stretches are parts of a text in order, apart from each other.
type stretches []annotate.Range

// labelled are the stretches that have a label, those that meet as one.
func labelled(layer annotate.Layer, label string) stretches {
	var taken stretches
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

// meet reports whether a part of the text shares a byte with one of them.
func (s stretches) meet(r annotate.Range) bool {
	i, _ := slices.BinarySearchFunc(s, r.Start, func(t annotate.Range, start int) int {
		if t.End <= start {
			return -1
		}
		return 1
	})
	return i < len(s) && s[i].Overlaps(r)
}
