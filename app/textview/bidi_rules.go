package textview

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// A sequence is an isolating run sequence (BD13): runes of one level that see each other.
type sequence struct {
	*resolver
	at       []int // indices of its runes
	sos, eos bidi.Class
}

func direction(level uint8) bidi.Class {
	if level&1 == 1 {
		return bidi.R
	}
	return bidi.L
}

// sequences cuts the paragraph into isolating run sequences (X10).
func (r *resolver) sequences() []sequence {
	var runs [][]int
	var order []int // runes that rule X9 left
	for i, c := range r.initial {
		if removed(c) {
			continue
		}
		if n := len(order); n == 0 || r.level[order[n-1]] != r.level[i] {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], i)
		order = append(order, i)
	}
	byFirst := make(map[int]int, len(runs))
	for n, run := range runs {
		byFirst[run[0]] = n
	}
	var all []sequence
	for _, run := range runs {
		if first := run[0]; r.initial[first] == bidi.PDI && r.match[first] >= 0 {
			continue // taken with the run that opens the isolate
		}
		at := slices.Clone(run)
		for {
			last := at[len(at)-1]
			if !isolateStart(r.initial[last]) || r.match[last] < 0 {
				break
			}
			next, ok := byFirst[r.match[last]]
			if !ok {
				break
			}
			at = append(at, runs[next]...)
		}
		all = append(all, r.bounded(at, order))
	}
	return all
}

// bounded makes a sequence of runes, with what it sees at its ends.
func (r *resolver) bounded(at, order []int) sequence {
	level := r.level[at[0]]
	before, after := r.base, r.base
	if i, _ := slices.BinarySearch(order, at[0]); i > 0 {
		before = r.level[order[i-1]]
	}
	last := at[len(at)-1]
	if i, _ := slices.BinarySearch(order, last); i+1 < len(order) && !isolateStart(r.initial[last]) {
		after = r.level[order[i+1]]
	}
	return sequence{r, at, direction(max(level, before)), direction(max(level, after))}
}

// weak resolves marks, numbers and their signs (W1 to W7).
func (s sequence) weak() {
	s.marksAndArabicNumbers()
	s.separators()
	s.terminators()
	strong := s.sos
	for _, i := range s.at { // W7
		switch c := s.class[i]; {
		case c == bidi.L || c == bidi.R:
			strong = c
		case c == bidi.EN && strong == bidi.L:
			s.class[i] = bidi.L
		}
	}
}

func (s sequence) marksAndArabicNumbers() {
	previous, strong := s.sos, s.sos
	for _, i := range s.at {
		if s.class[i] == bidi.NSM { // W1
			s.class[i] = previous
			if isolateStart(previous) || previous == bidi.PDI {
				s.class[i] = bidi.ON
			}
		}
		previous = s.class[i]
		switch previous {
		case bidi.L, bidi.R, bidi.AL:
			strong = previous
		case bidi.EN: // W2
			if strong == bidi.AL {
				s.class[i] = bidi.AN
			}
		}
	}
	for _, i := range s.at { // W3
		if s.class[i] == bidi.AL {
			s.class[i] = bidi.R
		}
	}
}

// separators joins numbers across one separator (W4).
func (s sequence) separators() {
	for n := 1; n+1 < len(s.at); n++ {
		i, before, after := s.at[n], s.class[s.at[n-1]], s.class[s.at[n+1]]
		if before != after {
			continue
		}
		c := s.class[i]
		if before == bidi.EN && (c == bidi.ES || c == bidi.CS) || before == bidi.AN && c == bidi.CS {
			s.class[i] = before
		}
	}
}

// terminators makes signs beside a number part of it, and all others neutral (W5, W6).
func (s sequence) terminators() {
	for n := 0; n < len(s.at); n++ {
		if s.class[s.at[n]] != bidi.ET {
			continue
		}
		end := n
		for end < len(s.at) && s.class[s.at[end]] == bidi.ET {
			end++
		}
		number := n > 0 && s.class[s.at[n-1]] == bidi.EN || end < len(s.at) && s.class[s.at[end]] == bidi.EN
		for ; n < end; n++ {
			if number {
				s.class[s.at[n]] = bidi.EN
			}
		}
	}
	for _, i := range s.at {
		switch s.class[i] {
		case bidi.ES, bidi.ET, bidi.CS:
			s.class[i] = bidi.ON
		}
	}
}

// strongOf returns what a resolved class counts as beside neutrals: numbers read as R.
func strongOf(c bidi.Class) bidi.Class {
	switch c {
	case bidi.EN, bidi.AN, bidi.R:
		return bidi.R
	case bidi.L:
		return bidi.L
	}
	return bidi.ON
}

// neutral gives spaces and punctuation the direction of what stands around them (N1, N2).
func (s sequence) neutral() {
	before := s.sos
	for n := 0; n < len(s.at); n++ {
		if d := strongOf(s.class[s.at[n]]); d != bidi.ON {
			before = d
			continue
		}
		end := n
		for end < len(s.at) && strongOf(s.class[s.at[end]]) == bidi.ON {
			end++
		}
		after := s.eos
		if end < len(s.at) {
			after = strongOf(s.class[s.at[end]])
		}
		d := direction(s.level[s.at[n]])
		if before == after {
			d = before
		}
		for ; n < end; n++ {
			s.class[s.at[n]] = d
		}
		n--
	}
}

// implicit raises the levels of what reads against its embedding (I1, I2).
func (s sequence) implicit() {
	for _, i := range s.at {
		odd := s.level[i]&1 == 1
		switch c := s.class[i]; {
		case odd && c != bidi.R, !odd && c == bidi.R:
			s.level[i]++
		case !odd && (c == bidi.AN || c == bidi.EN):
			s.level[i] += 2
		}
	}
}
