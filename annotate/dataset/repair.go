package dataset

import (
	"fmt"
	"strconv"
	"unicode/utf16"

	"github.com/glossator/glossator/annotate"
)

// loneSurrogates counts the halves of characters that JSON texts hold without
// the other half, as \ud83d. They become U+FFFD.
func loneSurrogates(data []byte) int {
	lone := 0
	for i := 0; i < len(data); {
		if data[i] != '\\' {
			i++
			continue
		}
		first, second := escaped(data, i), escaped(data, i+6)
		switch {
		case !utf16.IsSurrogate(first) && first >= 0:
			i += 6
		case first < 0:
			i += 2 // another escape
		case utf16.DecodeRune(first, second) != '\ufffd':
			i += 12
		default:
			lone++
			i += 6
		}
	}
	return lone
}

// halves counts halves in words.
func halves(n int) string {
	if n == 1 {
		return "1 half"
	}
	return fmt.Sprintf("%d halves", n)
}

// escaped is the character that \uXXXX at an offset stands for; -1 if there is
// no such escape.
func escaped(data []byte, at int) rune {
	if at+6 > len(data) || data[at] != '\\' || data[at+1] != 'u' {
		return -1
	}
	r, err := strconv.ParseUint(string(data[at+2:at+6]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(r)
}

// inWords says what cleaning a text changed. That a byte-order mark was taken
// off and line ends are \n now is said too: offsets counted elsewhere may differ.
func inWords(r annotate.Repairs) []string {
	var words []string
	if r.Mark {
		words = append(words, "a byte-order mark was taken off")
	}
	if r.LineEnds > 0 {
		words = append(words, counted(r.LineEnds, "line end")+" of Windows or old Macs became plain ones")
	}
	if r.Invalid > 0 {
		words = append(words, fmt.Sprintf("%s that no character has became %q", counted(r.Invalid, "byte"), '\ufffd'))
	}
	return words
}
