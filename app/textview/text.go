package textview

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// chunk is the most bytes of a paragraph that are looked at in one piece. A longer paragraph is
// cut at a space, so that no single paragraph can make the view slow.
const chunk = 8 << 10

// A paragraph is a stretch of text that is wrapped and ordered in one piece.
type paragraph struct {
	start, end int  // without the line feed
	soft       bool // cut from a longer paragraph: no line feed follows
	plain      bool // only letters that stand side by side from left to right
	rtl        bool // reads from right to left
}

// paragraphs cuts a text into paragraphs. There is at least one, if an empty one.
func paragraphs(text string) []paragraph {
	var all []paragraph
	for start := 0; ; {
		length := strings.IndexByte(text[start:], '\n')
		last := length < 0
		if last {
			length = len(text) - start
		}
		all = appendChunks(all, text, start, start+length)
		if last {
			return all
		}
		start += length + 1
	}
}

// appendChunks appends one paragraph of the text, cut where it is too long.
func appendChunks(all []paragraph, text string, start, end int) []paragraph {
	rtl, first := false, true
	for first || start < end {
		p := paragraph{start: start, end: end}
		if end-start > chunk {
			p.end, p.soft = start+cut(text[start:end]), true
		}
		if p.end == end {
			p.soft = false
		}
		p.plain = isPlain(text[p.start:p.end])
		if first && !p.plain {
			rtl = readsLeft(text[p.start:p.end])
		}
		p.rtl, p.plain, first = rtl, p.plain && !rtl, false
		all = append(all, p)
		start = p.end
	}
	return all
}

// cut returns where to part a long paragraph: behind a space if there is one, unless an accent
// stands upon it.
func cut(s string) int {
	for i := chunk; i > 0; {
		i = strings.LastIndexByte(s[:i], ' ')
		if i > 0 && !longerCluster(s[i:], 1) {
			return i + 1
		}
	}
	at := 0
	for g := graphemes.FromString(s); g.Next() && g.End() <= chunk; {
		at = g.End()
	}
	if at == 0 {
		for at = chunk; at < len(s) && !utf8.RuneStart(s[at]); at++ {
		}
	}
	return at
}

// longerCluster tells whether the first grapheme cluster of a text is longer than a number of bytes.
func longerCluster(s string, bytes int) bool {
	g := graphemes.FromString(s[:min(len(s), 64)])
	return g.Next() && g.End() > bytes
}

// isPlain tells whether a text can be measured letter by letter and drawn in its written order.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0xCC, c >= 0xCE && c < 0xD6: // Latin, Greek, Cyrillic, Armenian
		case c == 0xCD && i+1 < len(s) && s[i+1] >= 0xB0: // the first Greek letters
		case c == 0xE2 && i+2 < len(s) && plainSymbol(s[i+1], s[i+2]):
			i += 2
		default:
			return false
		}
	}
	return true
}

// plainSymbol tells whether the rune E2 b c is punctuation, a currency sign or a letterlike sign.
func plainSymbol(b, c byte) bool {
	switch b {
	case 0x80:
		return c < 0x8B || c >= 0x90 && c < 0xA8 || c >= 0xAF
	case 0x82, 0x84:
		return true
	}
	return false
}

// readsLeft tells whether the first letter of a paragraph reads from right to left.
func readsLeft(s string) bool {
	isolates := 0
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.LRI, bidi.RLI, bidi.FSI:
			isolates++
		case bidi.PDI:
			isolates = max(0, isolates-1)
		case bidi.L:
			if isolates == 0 {
				return false
			}
		case bidi.R, bidi.AL:
			if isolates == 0 {
				return true
			}
		}
	}
	return false
}
