package annotate

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// How many bytes before an offset are looked at for a word, and for the beginning
// of a character: most of them are short, but flags pair from the first of a row.
const (
	near     = 400
	farthest = 4 << 10
)

// NextWord is where the first token ends that ends after an offset, with the
// whole of its last character: Unicode parts some words within one, as in Thai.
// Without such a token it is the text's end.
func NextWord(text string, offset int) int {
	for token := range Tokens(text, Range{offset, len(text)}) {
		if token.End > offset {
			return NextCharacter(text, PreviousCharacter(text, token.End))
		}
	}
	return len(text)
}

// PreviousWord is where the last token begins that begins before an offset, with
// the whole of its first character; without one, the text's beginning.
func PreviousWord(text string, offset int) int {
	for from := offset; from > 0; {
		from = runeStart(text, from-near)
		last := -1
		for token := range Tokens(text, Range{from, offset}) {
			if token.Start < offset {
				last = token.Start
			}
		}
		if last >= 0 {
			return beginning(text, last)
		}
	}
	return 0
}

// NextCharacter is where the character, as a reader sees it, at an offset ends.
func NextCharacter(text string, offset int) int {
	if offset >= len(text) {
		return len(text)
	}
	segments := graphemes.FromString(text[offset:])
	segments.Next()
	return offset + len(segments.Value())
}

// PreviousCharacter is where the character before an offset begins; within a
// character, where that one does.
func PreviousCharacter(text string, offset int) int {
	if offset <= 0 {
		return 0
	}
	at := lastSeam(text, offset)
	for at < offset {
		next := NextCharacter(text, at)
		if next >= offset {
			break
		}
		at = next
	}
	return at
}

// beginning is the offset, or where the character begins that it is within.
func beginning(text string, offset int) int {
	at := PreviousCharacter(text, offset)
	if NextCharacter(text, at) > offset {
		return at
	}
	return offset
}

// lastSeam is a place before an offset at which one character surely ends and
// another begins: behind a line feed, or between two ASCII characters. Where
// none is near it is as far away as is looked.
func lastSeam(text string, offset int) int {
	first := runeStart(text, offset-farthest)
	for at := offset - 1; at > first; at-- {
		if text[at-1] == '\n' || text[at-1] < utf8.RuneSelf && text[at] < utf8.RuneSelf {
			return at
		}
	}
	return first
}

// runeStart is the nearest offset at or before one at which a code point begins.
func runeStart(text string, offset int) int {
	offset = max(0, offset)
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}
