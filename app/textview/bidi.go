package textview

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// The files named bidi resolve the order of mixed left-to-right and right-to-left text by
// the Unicode Bidirectional Algorithm (UAX #9). The names of rules in comments are those of the
// annex. golang.org/x/text has the classes of characters, but keeps the levels to itself.

const maxLevel = 125

// A resolver holds one paragraph while its levels are found.
type resolver struct {
	text    []rune
	base    uint8
	initial []bidi.Class // by the character
	class   []bidi.Class // as resolved so far
	level   []uint8
	match   []int // of an isolate's start its end and the other way round; -1 for none
}

// levels returns the embedding level of each rune of a paragraph: even ones read from left to
// right, odd ones from right to left (rules X1 to I2).
func levels(text []rune, rtl bool) []uint8 {
	r := resolver{text: text, level: make([]uint8, len(text)), match: make([]int, len(text))}
	if rtl {
		r.base = 1
	}
	r.initial = make([]bidi.Class, len(text))
	for i, c := range text {
		p, _ := bidi.LookupRune(c)
		r.initial[i] = p.Class()
	}
	r.class = slices.Clone(r.initial)
	r.pairIsolates()
	r.explicit()
	for _, s := range r.sequences() {
		s.weak()
		s.brackets()
		s.neutral()
		s.implicit()
	}
	r.fillRemoved()
	return r.level
}

func isolateStart(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed tells whether rule X9 takes a character out of sight of the later rules.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// pairIsolates finds the end of each isolate (BD9).
func (r *resolver) pairIsolates() {
	var open []int
	for i, c := range r.initial {
		r.match[i] = -1
		switch {
		case isolateStart(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			start := open[len(open)-1]
			open = open[:len(open)-1]
			r.match[i], r.match[start] = start, i
		}
	}
}

// isolateDirection returns which isolate the character opens; a first strong isolate is what its
// content says (X5c).
func (r *resolver) isolateDirection(i int) bidi.Class {
	if r.initial[i] != bidi.FSI {
		return r.initial[i]
	}
	end := r.match[i]
	if end < 0 {
		end = len(r.text)
	}
	if readsLeft(string(r.text[i+1 : end])) {
		return bidi.RLI
	}
	return bidi.LRI
}

// fillRemoved gives the characters of rule X9 the level of what precedes them.
func (r *resolver) fillRemoved() {
	last := r.base
	for i, c := range r.initial {
		if removed(c) {
			r.level[i] = last
		}
		last = r.level[i]
	}
}
