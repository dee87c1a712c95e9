package annotate

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// near is how many bytes beside an offset are looked at for a word or a
// character.
const near = 400

// NextWord is where the first token ends that ends after an offset; without
// one, the text's end.
func NextWord(text string, offset int) int {
	for token := range Tokens(text, Range{offset, len(text)}) {
		if token.End > offset {
			return token.End
		}
	}
	return len(text)
}

// PreviousWord is where the last token begins that begins before an offset;
// without one, the text's beginning.
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
			return last
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

// PreviousCharacter is where the character before an offset begins.
func PreviousCharacter(text string, offset int) int {
	if offset <= 0 {
		return 0
	}
	from := strings.LastIndexAny(text[runeStart(text, offset-near):max(0, offset-1)], " \n") + 1
	at := runeStart(text, offset-near) + from
	for at < offset {
		next := NextCharacter(text, at)
		if next >= offset {
			break
		}
		at = next
	}
	return at
}

// runeStart is the nearest offset at or before one at which a code point begins.
func runeStart(text string, offset int) int {
	offset = max(0, offset)
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}
