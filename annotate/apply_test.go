package annotate_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// The same edit is applied whether it changes few spans or many.
func TestApplyRemovesWhatIsThereOnce(t *testing.T) {
	var all []annotate.Span
	for i := range 40 {
		all = append(all, annotate.Span{ID: annotate.NewID(), Label: "actor", Range: annotate.Range{Start: i / 3, End: i/3 + 5}})
	}
	layer, err := annotate.Layer{}.Apply(annotate.Edit{Spans: annotate.Change[annotate.Span]{Add: all}})
	if err != nil {
		t.Fatal(err)
	}
	removing := func(spans ...annotate.Span) (annotate.Layer, error) {
		return layer.Apply(annotate.Edit{Spans: annotate.Change[annotate.Span]{Remove: spans}})
	}
	for _, n := range []int{1, 2, 7, 8, 9, 20, 40} {
		after, err := removing(all[:n]...)
		if err != nil {
			t.Fatalf("removing %d: %v", n, err)
		}
		if len(after.Spans()) != len(all)-n || slices.ContainsFunc(after.Spans(), func(s annotate.Span) bool { return s.ID == all[0].ID }) {
			t.Errorf("removing %d of %d leaves %d", n, len(all), len(after.Spans()))
		}
		back, err := after.Apply(annotate.Edit{Spans: annotate.Change[annotate.Span]{Add: all[:n]}})
		if err != nil || !back.Equal(layer) {
			t.Errorf("%d removed and added again are not what they were: %v", n, err)
		}
		changed := slices.Clone(all[:n])
		changed[n-1].Note = "another"
		for what, spans := range map[string][]annotate.Span{"one that is not as it was": changed, "one twice": append(all[:n:n], all[n-1])} {
			if _, err := removing(spans...); !errors.Is(err, annotate.ErrStale) {
				t.Errorf("removing %d, %s: %v", n, what, err)
			}
		}
		if _, err := after.Apply(annotate.Edit{Spans: annotate.Change[annotate.Span]{Add: append(all[:n:n], all[0])}}); !errors.Is(err, annotate.ErrStale) {
			t.Errorf("adding %d and one of them again: %v", n, err)
		}
		if _, err := layer.Apply(annotate.Edit{Spans: annotate.Change[annotate.Span]{Add: all[:n]}}); !errors.Is(err, annotate.ErrStale) {
			t.Errorf("adding %d that are there: %v", n, err)
		}
	}
}
