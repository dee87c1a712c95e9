package textview

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// brackets gives both halves of a pair one direction (N0).
func (s sequence) brackets() {
	embedded := direction(s.level[s.at[0]])
	for _, pair := range s.bracketPairs() {
		found := bidi.ON
		for _, i := range s.at[pair[0]+1 : pair[1]] {
			if d := strongOf(s.class[i]); d == embedded {
				found = embedded
				break
			} else if d != bidi.ON {
				found = d
			}
		}
		if found == bidi.ON {
			continue
		}
		if found != embedded && s.strongBefore(pair[0]) != found {
			found = embedded
		}
		s.setBracket(pair[0], found)
		s.setBracket(pair[1], found)
	}
}

// strongBefore returns the direction that holds before a place of the sequence.
func (s sequence) strongBefore(n int) bidi.Class {
	for n--; n >= 0; n-- {
		if d := strongOf(s.class[s.at[n]]); d != bidi.ON {
			return d
		}
	}
	return s.sos
}

// setBracket sets a bracket and the marks upon it.
func (s sequence) setBracket(n int, c bidi.Class) {
	s.class[s.at[n]] = c
	for n++; n < len(s.at) && s.initial[s.at[n]] == bidi.NSM; n++ {
		s.class[s.at[n]] = c
	}
}

// bracketPairs returns the places of pairs within the sequence, in order of their beginnings (BD16).
func (s sequence) bracketPairs() [][2]int {
	type opening struct {
		place  int
		closer rune
	}
	var open []opening
	var pairs [][2]int
	for n, i := range s.at {
		p, _ := bidi.LookupRune(s.text[i])
		if !p.IsBracket() || s.class[i] != bidi.ON {
			continue
		}
		if p.IsOpeningBracket() {
			if len(open) == 63 {
				return nil
			}
			open = append(open, opening{n, closer(s.text[i])})
			continue
		}
		for k := len(open) - 1; k >= 0; k-- {
			if open[k].closer == canonical(s.text[i]) {
				pairs = append(pairs, [2]int{open[k].place, n})
				open = open[:k]
				break
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	return pairs
}

func closer(open rune) rune {
	mirrored := []rune(bidi.ReverseString(string(open)))
	return canonical(mirrored[0])
}

// canonical makes the two kinds of angle bracket one.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}
