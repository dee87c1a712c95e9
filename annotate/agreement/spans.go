package agreement

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// Spans counts how many spans two authors marked alike, over pairs of layers: of
// one label, from the same character to the same, with the same gaps. Its F is
// the measure of Hripcsak and Rothschild (2005), “Agreement, the F-measure, and
// reliability in information retrieval”, JAMIA 12(3): 296–298: what two
// annotators have in common, the one's precision and recall by the other, which
// needs no count of all that nobody marked, and is near kappa when that is much.
// The zero value has seen nothing.
type Spans struct {
	Alike  int // spans that both marked
	Marked int // spans of the one and of the other together
}

// F is from 0, nothing in common, to 1, all; false when nobody marked anything.
func (s Spans) F() (f float64, any bool) {
	if s.Marked == 0 {
		return 0, false
	}
	return 2 * float64(s.Alike) / float64(s.Marked), true
}

// A Study is what came of comparing the layers of articles, pair by pair.
type Study struct {
	Articles int // that two authors or more labelled
	Pairs    int // of layers
	All      Spans
	ByLabel  map[string]Spans
}

// Add compares the layers of an article, each with each. They must be of
// different authors who worked by themselves: neither suggestions nor what a
// curator settled on.
func (s *Study) Add(layers []annotate.Layer) {
	if len(layers) < 2 {
		return
	}
	s.Articles++
	for i, one := range layers {
		for _, other := range layers[i+1:] {
			s.Pairs++
			s.compare(one, other)
		}
	}
}

func (s *Study) compare(one, other annotate.Layer) {
	if s.ByLabel == nil {
		s.ByLabel = map[string]Spans{}
	}
	unmatched := map[string]int{} // files of others may have the same span twice
	for _, span := range one.Spans() {
		unmatched[key(span)]++
		s.count(span.Label, 1, 0)
	}
	for _, span := range other.Spans() {
		alike := min(1, unmatched[key(span)])
		unmatched[key(span)] -= alike
		s.count(span.Label, 1, alike)
	}
}

func (s *Study) count(label string, marked, alike int) {
	of := s.ByLabel[label]
	of.Marked, of.Alike = of.Marked+marked, of.Alike+alike
	s.ByLabel[label] = of
	s.All.Marked, s.All.Alike = s.All.Marked+marked, s.All.Alike+alike
}

// key is the same for spans that are alike.
func key(s annotate.Span) string {
	gaps := slices.SortedFunc(slices.Values(s.Gaps), func(a, b annotate.Range) int { return cmp.Compare(a.Start, b.Start) })
	return fmt.Sprint(s.Label, s.Range, gaps)
}

// Labels are those that somebody marked, by name.
func (s *Study) Labels() []string { return slices.Sorted(maps.Keys(s.ByLabel)) }
