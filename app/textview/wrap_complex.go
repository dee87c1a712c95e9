package textview

import (
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
)

// complex wraps a paragraph in which letters join, stack or change direction: word by word.
func (w *wrapper) complex(lines []line, p paragraph) []line {
	w.src.read(w.text[p.start:p.end], p.start)
	src := w.src
	if len(src.text) == 0 {
		return append(lines, line{start: p.start, end: p.end})
	}
	at := lineFill{wrapper: w, src: src, lines: lines, start: p.start}
	eachWord(src.text, at.add)
	return append(at.lines, line{start: at.start, end: p.end})
}

// eachWord calls visit with each stretch of a text behind which a line may end, with the spaces at
// its end.
func eachWord(text []rune, visit func(from, to int)) {
	from := 0
	for i := 1; i < len(text); i++ {
		if endsBetween(text[i-1], text[i]) {
			visit(from, i)
			from = i
		}
	}
	visit(from, len(text))
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' }

// A lineFill is a paragraph in the middle of being wrapped.
type lineFill struct {
	*wrapper
	src   source
	lines []line
	start int     // of the line being filled
	width float32 // of what is on it
	next  int     // the cluster that is to be set
}

// add sets one word with the spaces behind it, on a new line if there is no room.
func (f *lineFill) add(from, to int) {
	ink := to
	for ink > from && isSpace(f.src.text[ink-1]) {
		ink--
	}
	whole := f.whole(from)
	w := f.word(ink)
	if f.width+w > f.measure && f.src.bytes[from] > f.start && whole {
		f.end(from)
	}
	if w > f.measure {
		f.long(from, ink)
	} else {
		f.width += w
	}
	f.width += f.spaces(from, ink, to)
}

// whole tells whether a grapheme cluster begins with a rune: an accent upon a space is a word to
// the rules for lines, but no reader would take it from its space.
func (f *lineFill) whole(rune int) bool {
	for f.src.first[f.next] < rune {
		f.next++
	}
	return f.src.first[f.next] == rune
}

// spaces returns the width of the spaces behind a word, which are set in the word's font.
func (f *lineFill) spaces(from, ink, to int) float32 {
	if ink == from || ink == to {
		return f.sum(string(f.src.text[ink:to]))
	}
	face := f.shaper.book.of(f.src.text[ink-1])
	var total float32
	for _, r := range f.src.text[ink:to] {
		own := f.advance(r)
		if r == ' ' && face != nil {
			own = f.spaceIn(face, own)
		}
		total += own
	}
	return total
}

// spaceIn returns how wide a space is in a font; another width where it has none.
func (w *wrapper) spaceIn(face *font.Face, otherwise float32) float32 {
	if face != w.face {
		w.face, w.space = face, otherwise
		if id, has := face.NominalGlyph(' '); has {
			w.space = face.HorizontalAdvance(id) * w.shaper.sizeOf(face) / float32(face.Upem())
		}
	}
	return w.space
}

func (f *lineFill) end(at int) {
	f.lines = append(f.lines, line{start: f.start, end: f.src.bytes[at]})
	f.start, f.width = f.src.bytes[at], 0
}

// long sets a word that is wider than a line, cluster by cluster.
func (f *lineFill) long(from, to int) {
	first, _ := slices.BinarySearch(f.src.first, from)
	for c := first; c+1 < len(f.src.first) && f.src.first[c] < to; c++ {
		a := f.src.first[c]
		w := f.cluster(c)
		if f.width+w > f.measure && f.src.bytes[a] > f.start {
			f.end(a)
		}
		f.width += w
	}
}

// word returns the width of what is to be set until a rune: of its clusters side by side.
func (f *lineFill) word(to int) float32 {
	var total float32
	for ; f.next+1 < len(f.src.first) && f.src.first[f.next] < to; f.next++ {
		total += f.cluster(f.next)
	}
	return total
}

// cluster returns the width of one grapheme cluster as it stands between its neighbours.
func (f *lineFill) cluster(c int) float32 {
	a, b := f.src.first[c], f.src.first[c+1]
	r := f.src.text[a]
	arabic := arabicLetter(r)
	if b-a == 1 && !arabic {
		return f.advance(r)
	}
	k := wordKey{text: f.text[f.src.bytes[a]:f.src.bytes[b]]}
	if !arabic {
		return f.shaper.measured(k, f.wrapper)
	}
	k.before, k.after = f.joinsBefore(c), f.joinsAfter(c)
	if b-a > 1 {
		return f.shaper.measured(k, f.wrapper)
	}
	form := 0
	if k.before {
		form = 1
	}
	if k.after {
		form += 2
	}
	width := &f.arabic[r-0x600][form]
	if *width == 0 {
		*width = f.shaper.measured(k, f.wrapper)
	}
	return *width
}

func (w *wrapper) sum(text string) float32 {
	var total float32
	for _, r := range text {
		total += w.advance(r)
	}
	return total
}

// A wordKey is a cluster, and whether it is joined to what precedes and to what follows.
type wordKey struct {
	text          string
	before, after bool
}

// measured returns the width of a cluster as it is drawn, remembered from the last time.
func (s *shaper) measured(k wordKey, w *wrapper) float32 {
	if width, ok := s.words[k]; ok {
		return width
	}
	if s.fresh >= freshWords {
		return w.sum(k.text)
	}
	s.fresh++
	const joiner = "\u200d"
	text := k.text
	if k.before {
		text = joiner + text
	}
	if k.after {
		text += joiner
	}
	src := sourceOf(text, 0)
	var levels []uint8
	if readsLeft(text) {
		levels = slices.Repeat([]uint8{1}, len(src.text))
	}
	width := s.line(src, levels, false).width
	s.words[wordKey{strings.Clone(k.text), k.before, k.after}] = width
	return width
}
