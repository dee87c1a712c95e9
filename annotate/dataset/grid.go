package dataset

import (
	"cmp"
	"iter"
	"slices"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// A tag says where in a span a token is.
type tag byte

const (
	outside tag = iota
	begins
	inside
)

// A grid is the tokens of a text with a column of tags for each label.
type grid struct {
	text      string
	tokens    []annotate.Range
	sentences []int      // of each token, by number
	joined    []bool     // a span goes from the token before on to this one
	tags      [][]tag    // by column and token
	names     [][]string // of the spans there, in tags
}

// A stretch is a run of tokens, the end not in it.
type stretch struct{ from, to int }

func newGrid(text string, columns int) *grid {
	g := &grid{text: text}
	number, end := -1, 0
	next, stop := iter.Pull(annotate.Sentences(text))
	defer stop()
	for token := range annotate.Tokens(text, annotate.Range{End: len(text)}) {
		for token.Start >= end {
			sentence, _ := next()
			number, end = number+1, sentence.End
		}
		g.addToken(token.Range, number)
	}
	g.joined = make([]bool, len(g.tokens))
	for range columns {
		g.tags = append(g.tags, make([]tag, len(g.tokens)))
		g.names = append(g.names, make([]string, len(g.tokens)))
	}
	return g
}

// addToken adds a token, in parts where white space or a mark of byte order
// stands in it: readers of columns part lines at every kind of white space.
func (g *grid) addToken(token annotate.Range, sentence int) {
	start := token.Start
	add := func(end int) {
		if end > start {
			g.tokens = append(g.tokens, annotate.Range{Start: start, End: end})
			g.sentences = append(g.sentences, sentence)
		}
	}
	for i, r := range g.text[token.Start:token.End] {
		if annotate.IsSpace(r) || string(r) == byteOrderMark {
			add(token.Start + i)
			start = token.Start + i + utf8.RuneLen(r)
		}
	}
	add(token.End)
}

// stretches are the tokens that the pieces of a span touch, and whether one of
// them is touched in part only.
func (g *grid) stretches(s annotate.Span) (list []stretch, widened bool) {
	for _, piece := range s.Pieces() {
		piece = annotate.Trim(g.text, piece)
		from, _ := slices.BinarySearchFunc(g.tokens, piece.Start, func(t annotate.Range, at int) int { return cmp.Compare(t.End, at+1) })
		to, _ := slices.BinarySearchFunc(g.tokens, piece.End, func(t annotate.Range, at int) int { return cmp.Compare(t.Start, at) })
		if piece.Empty() || from >= to {
			continue
		}
		widened = widened || g.tokens[from].Start < piece.Start || g.tokens[to-1].End > piece.End
		if n := len(list); n > 0 && list[n-1].to > from {
			list[n-1].to = to
			continue
		}
		list = append(list, stretch{from, to})
	}
	return list, widened
}

// free reports whether no span has been marked there.
func (g *grid) free(column int, list []stretch) bool {
	for _, s := range list {
		if slices.ContainsFunc(g.tags[column][s.from:s.to], func(t tag) bool { return t != outside }) {
			return false
		}
	}
	return true
}

func (g *grid) mark(column int, list []stretch, name string) {
	for _, s := range list {
		for i := s.from; i < s.to; i++ {
			g.tags[column][i], g.names[column][i] = inside, name
			g.joined[i] = g.joined[i] || i > s.from
		}
		g.tags[column][s.from] = begins
	}
}

// breaks reports whether a sentence begins at a token, and no span goes on over
// its beginning.
func (g *grid) breaks(token int) bool {
	return g.sentences[token] != g.sentences[token-1] && !g.joined[token]
}

// written is the tag of a token in a style.
func (g *grid) written(column, token int, style TagStyle) string {
	tags, names := g.tags[column], g.names[column]
	name := names[token]
	first, last := tags[token] == begins, token+1 == len(tags) || tags[token+1] != inside
	prefix := "I-"
	switch {
	case tags[token] == outside:
		return "O"
	case style == IOB1:
		if first && token > 0 && names[token-1] == name {
			prefix = "B-"
		}
	case style == IOBES && first && last:
		prefix = "S-"
	case style == IOBES && last:
		prefix = "E-"
	case style == BILOU && first && last:
		prefix = "U-"
	case style == BILOU && last:
		prefix = "L-"
	case first:
		prefix = "B-"
	}
	return prefix + name
}
