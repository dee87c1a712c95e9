package dataset

import (
	"cmp"
	"math/bits"
	"slices"
)

// A strata fills sets so that each has its share of every label: iterative
// stratification (Sechidis, Tsoumakas and Vlahavas 2011, “On the Stratification
// of Multi-Label Data”), the label of which least is left first. Where that puts
// an example into the set which lacks most of the label, this takes the set whose
// share by the divisors of Sainte-Laguë is the next in turn, so that sets of
// unlike size fill at one pace, and long articles are not all in the largest.
type strata struct {
	*Plan
	waiting  []family
	have     []map[string]int // in each set, spans by label
	articles []int            // in each set
}

// newStrata are those of the articles that have a set, into which families that
// wait for one are to come.
func newStrata(p *Plan, waiting []family) *strata {
	s := &strata{Plan: p, waiting: waiting, articles: make([]int, len(p.Split.Sets))}
	for range p.Split.Sets {
		s.have = append(s.have, map[string]int{})
	}
	for _, one := range p.order {
		if one.set >= 0 {
			s.enter(one.set, one.spans, 1)
		}
	}
	return s
}

func (s *strata) enter(set int, spans map[string]int, articles int) {
	s.articles[set] += articles
	for label, n := range spans {
		s.have[set][label] += n
	}
}

// fill gives all that wait a set.
func (s *strata) fill() {
	for labels := s.labelsIn(); len(labels) > 0; {
		left := map[string]int{}
		for _, f := range s.waiting {
			for label, n := range f.spans {
				left[label] += n
			}
		}
		rarest := slices.MinFunc(labels, func(a, b string) int { return cmp.Compare(left[a], left[b]) })
		labels = slices.DeleteFunc(labels, func(l string) bool { return l == rarest })
		s.share(rarest)
	}
	slices.SortStableFunc(s.waiting, func(a, b family) int { return cmp.Compare(len(b.articles), len(a.articles)) })
	for _, f := range s.waiting {
		s.give(f, "")
	}
}

// share gives all families with a label a set, those with much of it first.
func (s *strata) share(label string) {
	var some, others []family
	for _, f := range s.waiting {
		if f.spans[label] > 0 {
			some = append(some, f)
		} else {
			others = append(others, f)
		}
	}
	size := func(f family) int { return bits.Len(uint(f.spans[label])) }
	slices.SortStableFunc(some, func(a, b family) int { return cmp.Compare(size(b), size(a)) })
	for _, f := range some {
		s.give(f, label)
	}
	s.waiting = others
}

// give gives a family the set whose turn it is by a label, then by the number of
// articles, then by lot.
func (s *strata) give(f family, label string) {
	best := 0
	for set := 1; set < len(s.Split.Sets); set++ {
		if s.turn(f, label, set).before(s.turn(f, label, best)) {
			best = set
		}
	}
	s.put(f, best)
	s.enter(best, f.spans, len(f.articles))
}

// A turn is how much it is a set's turn.
type turn struct{ label, articles, lot float64 }

func (s *strata) turn(f family, label string, set int) turn {
	share := s.Split.Sets[set].Share
	n := float64(f.spans[label])
	t := turn{articles: share / (float64(s.articles[set]) + float64(len(f.articles))/2), lot: float64(mixed(f.lot, uint64(set)))}
	if label != "" {
		t.label = share / (float64(s.have[set][label]) + n/2)
	}
	return t
}

func (t turn) before(u turn) bool {
	return cmp.Or(cmp.Compare(t.label, u.label), cmp.Compare(t.articles, u.articles), cmp.Compare(t.lot, u.lot)) > 0
}
