package suggest

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// How says what counts as an occurrence of words. Its zero value asks for the
// words themselves, whole and in the same case.
type How struct {
	AnyCase bool // upper and lower case are one
	Within  bool // parts of words count too: "art" in "party"
	Endings bool // each word may end otherwise, as inflected languages have it; whole words only
}

// Occurrences are the stretches of text that are the words, in order and apart.
// White space in the words stands for any white space. Nothing is found where
// the words are empty.
func Occurrences(text, words string, how How) iter.Seq[annotate.Range] {
	return func(yield func(annotate.Range) bool) {
		words = strings.Join(strings.Fields(words), " ")
		if words == "" {
			return
		}
		p := newPattern(words, how)
		for at := 0; at < len(text); {
			start := p.next(text, at)
			if start == len(text) {
				return
			}
			end, ok := p.match(text, start)
			if !ok || !how.Within && !whole(text, start, end) {
				_, size := utf8.DecodeRuneInString(text[start:])
				at = start + size
				continue
			}
			if !yield(annotate.Range{Start: start, End: end}) {
				return
			}
			at = end
		}
	}
}

// A pattern is what is looked for: parts that follow each other with white
// space between.
type pattern struct {
	how   How
	parts []part
	first [2]string // the first character, in both its cases
	ahead [2]int    // where each of them stands next, as far as one has looked
}

// A part is a word, without its ending where that may differ.
type part struct {
	stem string
	open bool // any ending may follow
}

func newPattern(words string, how How) pattern {
	p := pattern{how: how}
	for _, word := range strings.Fields(words) {
		if stem := stemOf(word); how.Endings && stem != "" {
			p.parts = append(p.parts, part{stem, true})
			continue
		}
		p.parts = append(p.parts, part{stem: word})
	}
	r, _ := utf8.DecodeRuneInString(words)
	p.first = [2]string{string(unicode.ToLower(r)), string(unicode.ToUpper(r))}
	p.ahead = [2]int{-1, -1}
	return p
}

// stemOf is a word without what an ending may take of it; empty for words that
// are too short to have one, or that do not end in a letter.
func stemOf(word string) string {
	runes := []rune(word)
	last := len(runes)
	if last < 4 || !unicode.IsLetter(runes[last-1]) {
		return ""
	}
	return string(runes[:last-min(2, (last-2)/2)])
}

// longest is how many characters an ending has at most.
const longest = 4

// next is where the pattern may begin, from an offset on, which never goes back; the text's end
// nowhere. A character that is not there is looked for once, though its other case is everywhere.
func (p *pattern) next(text string, from int) int {
	if !p.how.AnyCase {
		return index(text, p.parts[0].stem, from)
	}
	for i, first := range p.first {
		if p.ahead[i] < from {
			p.ahead[i] = index(text, first, from)
		}
	}
	return min(p.ahead[0], p.ahead[1])
}

// index is where a part of a text stands from an offset on; the text's end nowhere.
func index(text, part string, from int) int {
	if i := strings.Index(text[from:], part); i >= 0 {
		return from + i
	}
	return len(text)
}

// match is where the pattern ends that begins at an offset.
func (p pattern) match(text string, at int) (end int, ok bool) {
	for i, part := range p.parts {
		if i > 0 {
			rest := strings.TrimLeftFunc(text[at:], annotate.IsSpace)
			if len(rest) == len(text)-at {
				return 0, false
			}
			at = len(text) - len(rest)
		}
		n, fits := p.prefix(text[at:], part.stem)
		if !fits {
			return 0, false
		}
		at += n
		if part.open {
			if at, fits = ending(text, at); !fits {
				return 0, false
			}
		}
	}
	return at, true
}

// prefix is how many bytes of text are the stem.
func (p pattern) prefix(text, stem string) (int, bool) {
	if !p.how.AnyCase {
		return len(stem), strings.HasPrefix(text, stem)
	}
	at := 0
	for _, want := range stem {
		have, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 || have != want && unicode.ToLower(have) != unicode.ToLower(want) {
			return 0, false
		}
		at += size
	}
	return at, true
}

// ending is where the letters end that follow an offset, if they are few.
func ending(text string, at int) (int, bool) {
	for range longest + 1 {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			return at, true
		}
		at += size
	}
	return at, false
}

// whole reports whether no word is cut by the edges of a stretch.
func whole(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	first, _ := utf8.DecodeRuneInString(text[start:])
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !cuts(before, first) && !cuts(last, after)
}

// cuts reports whether an edge between two characters would cut a word. The
// scripts that write words without spaces have no such edges to see.
func cuts(a, b rune) bool { return inWord(a) && inWord(b) && !unspaced(a) && !unspaced(b) }

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
