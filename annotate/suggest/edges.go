package suggest

import (
	"iter"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/glossator/glossator/annotate"
)

// taggable are the occurrences of words that can be a span: none begins or ends inside a character as
// people see it, like a letter with a sign above it, or a family of emoji.
func taggable(text, words string, how How) iter.Seq[annotate.Range] {
	return func(yield func(annotate.Range) bool) {
		for r := range Occurrences(text, words, how) {
			if edge(text, r.Start) && edge(text, r.End) && !yield(r) {
				return
			}
		}
	}
}

// plain is the first code point that may be joined to the one before it; those before it never are,
// but for a line feed.
const plain = 0x300

// around is how many bytes before an edge are looked at, more than a character takes.
const around = 256

// edge reports whether a character as people see it ends at an offset and another begins.
func edge(text string, offset int) bool {
	next, _ := utf8.DecodeRuneInString(text[offset:])
	last, _ := utf8.DecodeLastRuneInString(text[:offset])
	if offset == 0 || offset == len(text) || next < plain && last < plain {
		return true
	}
	from := offset
	for joined := true; joined && from > 0 && offset-from < around; {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		from, joined = from-size, r >= plain
	}
	end := min(len(text), offset+around)
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	clusters := graphemes.FromString(text[from:end])
	for from < offset && clusters.Next() {
		from += len(clusters.Value())
	}
	return from == offset
}
