package window

import (
	"math/rand/v2"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestRowsAreSetInByTheSpansAround(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	for range 300 {
		var spans []annotate.Span
		for range random.IntN(40) {
			start := random.IntN(30)
			spans = append(spans, annotate.Span{ID: annotate.NewID(), Range: annotate.Range{Start: start, End: start + 1 + random.IntN(12)}})
		}
		layer, err := annotate.Layer{}.With(spans, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		spans = layer.Spans()
		for i, got := range depths([]int{9, 9, 9}, layer) {
			want := 0
			for _, other := range spans[:i] {
				want += ones(other.Contains(spans[i].Range))
			}
			if got != min(want, deepest) {
				t.Fatalf("the span %v lies in %d of %v, not in %d", spans[i].Range, want, spans[:i], got)
			}
		}
	}
}
