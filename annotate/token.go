package annotate

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"
)

// A Token is a word or a sign of a text. Words are those of Unicode Standard
// Annex 29, joined where nothing but one hyphen or apostrophe stands between
// them ("cross-border", "Al-Shabaab", "д'Артаньян"); every other character that
// is no white space is a sign, a grapheme cluster each.
type Token struct {
	Range
	Word bool // has a letter or a digit
}

// Tokens are those of text that share a byte with within, in order. Only the
// surroundings of within are looked at, so the length of the text is no cost.
func Tokens(text string, within Range) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		area := surroundings(text, within)
		for token := range joined(text, area) {
			if token.Start >= within.End {
				return
			}
			if token.Overlaps(within) && !yield(token) {
				return
			}
		}
	}
}

// surroundings widens r to the nearest ASCII white space on both sides, where a
// token always ends.
func surroundings(text string, r Range) Range {
	const space = " \n\t"
	start := strings.LastIndexAny(text[:r.Start], space) + 1
	end := strings.IndexAny(text[r.End:], space)
	if end < 0 {
		return Range{start, len(text)}
	}
	return Range{start, r.End + end}
}

// joined yields the tokens of an area, with hyphenated words as one.
func joined(text string, area Range) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		var held, joint Token // a word that may go on; the sign after it
		flush := func() bool {
			ok := (held.Empty() || yield(held)) && (joint.Empty() || yield(joint))
			held, joint = Token{}, Token{}
			return ok
		}
		for token := range simple(text, area) {
			switch {
			case token.Word && !joint.Empty() && joint.End == token.Start:
				held.End, joint = token.End, Token{}
			case !token.Word && !held.Empty() && joint.Empty() && held.End == token.Start && joins(text[token.Start:token.End]):
				joint = token
			default:
				if !flush() {
					return
				}
				held = token
				if !token.Word && !flush() {
					return
				}
			}
		}
		flush()
	}
}

func joins(sign string) bool {
	switch sign {
	case "-", "'", "\u2010", "\u2011", "\u2019", "\u02bc":
		return true
	}
	return false
}

// simple yields the words and signs of an area, white space left out.
func simple(text string, area Range) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		segments := words.FromString(text[area.Start:area.End])
		for segments.Next() {
			for part := range unspaced(segments.Value()) {
				start := area.Start + segments.Start()
				r := Range{start + part.Start, start + part.End}
				if !yield(Token{r, isWord(text[r.Start:r.End])}) {
					return
				}
			}
		}
	}
}

// unspaced are the parts of a segment between white space. The annex takes a
// narrow no-break space for part of a word.
func unspaced(segment string) iter.Seq[Range] {
	return func(yield func(Range) bool) {
		start := 0
		for i, r := range segment {
			if !IsSpace(r) {
				continue
			}
			if i > start && !yield(Range{start, i}) {
				return
			}
			start = i + utf8.RuneLen(r)
		}
		if start < len(segment) {
			yield(Range{start, len(segment)})
		}
	}
}

func isWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// IsSpace reports whether a character parts tokens: Unicode's White_Space, and
// the information separators at which Python's str.split parts them too.
func IsSpace(r rune) bool {
	return unicode.IsSpace(r) || '\x1c' <= r && r <= '\x1f'
}

// Snap widens a selection to the whole tokens that it touches; white space at
// its edges falls away. A selection of white space alone becomes an empty range
// at its start.
func Snap(text string, r Range) Range {
	snapped := Range{r.Start, r.Start}
	for token := range Tokens(text, r) {
		if snapped.Empty() {
			snapped.Start = token.Start
		}
		snapped.End = token.End
	}
	return snapped
}

// Trim takes the white space from the edges of a range.
func Trim(text string, r Range) Range {
	left := strings.TrimLeftFunc(text[r.Start:r.End], IsSpace)
	r.Start = r.End - len(left)
	r.End = r.Start + len(strings.TrimRightFunc(left, IsSpace))
	return r
}

// Sentences are the sentences of a text by Unicode Standard Annex 29, each with
// the white space that follows it; together they are the text.
func Sentences(text string) iter.Seq[Range] {
	return func(yield func(Range) bool) {
		segments := sentences.FromString(text)
		for segments.Next() {
			start := segments.Start()
			if !yield(Range{start, start + len(segments.Value())}) {
				return
			}
		}
	}
}
