package dataset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// glinerTokens are the tokens as GLiNER finds them: words, joined by a hyphen or
// an underline, and all else but white space and marks of byte order a character
// each.
func glinerTokens(text string) []annotate.Range {
	var list []annotate.Range
	for at := 0; at < len(text); {
		end := glinerWord(text, at)
		for end > at && end+1 < len(text) && strings.IndexByte("-_", text[end]) >= 0 {
			further := glinerWord(text, end+1)
			if further == end+1 {
				break
			}
			end = further
		}
		if end == at {
			r, size := utf8.DecodeRuneInString(text[at:])
			if end = at + size; annotate.IsSpace(r) || string(r) == byteOrderMark {
				at = end
				continue
			}
		}
		list = append(list, annotate.Range{Start: at, End: end})
		at = end
	}
	return list
}

// glinerWord is where the word ends that begins at a place.
func glinerWord(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			break
		}
		at += size
	}
	return at
}

// usualWindow is how many tokens GLiNER looks at; what lies behind them it cuts
// off without a word.
const usualWindow = 384

// mostWide is how many tokens a span may have to be found by a usual GLiNER.
const mostWide = 12

// windows part tokens into stretches of at most size. They end at the end of a
// sentence or, where a sentence is longer, of a token; where they can, not inside
// a span.
func windows(text string, tokens []annotate.Range, spans []stretch, size int) []stretch {
	inside, ends := make([]bool, len(tokens)+1), make([]bool, len(tokens)+1)
	for _, s := range spans {
		for i := s.from + 1; i < s.to; i++ {
			inside[i] = true
		}
	}
	for sentence := range annotate.Sentences(text) {
		at, _ := slices.BinarySearchFunc(tokens, sentence.End, func(t annotate.Range, end int) int { return t.Start - end })
		ends[at] = true
	}
	var list []stretch
	for from := 0; from < len(tokens); {
		to := min(from+size, len(tokens))
		if to < len(tokens) {
			to = lastCut(from, to, inside, ends)
		}
		list = append(list, stretch{from, to})
		from = to
	}
	return list
}

// lastCut is the last good place to end a window at or before to.
func lastCut(from, to int, inside, ends []bool) int {
	for _, good := range []func(int) bool{
		func(i int) bool { return ends[i] && !inside[i] },
		func(i int) bool { return !inside[i] },
	} {
		for i := to; i > from; i-- {
			if good(i) {
				return i
			}
		}
	}
	return to
}
