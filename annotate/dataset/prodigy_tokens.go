package dataset

import (
	"slices"

	"github.com/glossator/glossator/annotate"
)

// A prodigyTokenized is a text in tokens that together, with a space behind
// those that say so, are the text. Every span begins and ends at a token's edge.
type prodigyTokenized struct {
	list   []prodigyToken
	starts map[int]int // number of the token that begins at a byte
	ends   map[int]int // number of the token that ends there
	units  annotate.Units
	text   string
}

// prodigyTokens cuts a text into tokens, and those once more at the given places.
func prodigyTokens(text string, spans []annotate.Span, more ...int) *prodigyTokenized {
	t := &prodigyTokenized{starts: map[int]int{}, ends: map[int]int{}, units: annotate.In(annotate.CodePoints, text), text: text, list: []prodigyToken{}}
	begins, stops := map[int]bool{}, map[int]bool{}
	cuts := append([]int{0, len(text)}, more...)
	for _, s := range spans {
		begins[s.Start], stops[s.End] = true, true
		cuts = append(cuts, s.Start, s.End)
	}
	for token := range annotate.Tokens(text, annotate.Range{End: len(text)}) {
		cuts = append(cuts, token.Start, token.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := range len(cuts) - 1 {
		piece := annotate.Range{Start: cuts[i], End: cuts[i+1]}
		if t.spaced(piece, begins, stops) {
			piece.Start++
		}
		if !piece.Empty() {
			t.add(piece)
		}
	}
	return t
}

// spaced reports whether a piece begins with a space that belongs to the token
// before it, and says so of that token.
func (t *prodigyTokenized) spaced(piece annotate.Range, begins, stops map[int]bool) bool {
	last := len(t.list) - 1
	if t.text[piece.Start] != ' ' || last < 0 || begins[piece.Start] || piece.Len() == 1 && stops[piece.End] {
		return false
	}
	if n, adjacent := t.ends[piece.Start]; !adjacent || n != last {
		return false
	}
	t.list[last].Space = true
	return true
}

func (t *prodigyTokenized) add(piece annotate.Range) {
	n := len(t.list)
	start, end := t.units.OfRange(piece)
	t.list = append(t.list, prodigyToken{Text: t.text[piece.Start:piece.End], Start: start, End: end, ID: n})
	t.starts[piece.Start], t.ends[piece.End] = n, n
}

// span is a span with its tokens.
func (t *prodigyTokenized) span(s annotate.Span) prodigySpan {
	start, end := t.units.OfRange(s.Range)
	first, last := t.starts[s.Start], t.ends[s.End]
	return prodigySpan{Start: &start, End: &end, TokenStart: &first, TokenEnd: &last, Label: s.Label, Attributes: s.Attrs, Note: s.Note}
}
