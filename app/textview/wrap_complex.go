package textview

import (
	"slices"

	"github.com/go-text/typesetting/segmenter"
)

// A breaker finds where lines may end in any script (UAX #14).
type breaker struct{ segmenter segmenter.Segmenter }

// complex wraps a paragraph in which letters join, stack or change direction: word by word.
func (w *wrapper) complex(lines []line, p paragraph) []line {
	src := sourceOf(w.text[p.start:p.end], p.start)
	if len(src.text) == 0 {
		return append(lines, line{start: p.start, end: p.end})
	}
	at := lineFill{wrapper: w, src: src, lines: lines, start: p.start}
	w.eachWord(src.text, at.add)
	return append(at.lines, line{start: at.start, end: p.end})
}

// spaced tells whether all of a text is in scripts that part words by spaces, so that the rules for
// lines of all scripts, which cost more than all else, need not be asked.
func spaced(text []rune) bool {
	for _, r := range text {
		switch {
		case r < 0x0E00, r >= 0x1E00 && r < 0x2000: // up to the scripts of India
		case r >= 0x200C && r < 0x2028, r >= 0x202A && r < 0x2100: // punctuation, controls, signs
		case r >= 0xFB1D && r < 0xFE00, r >= 0xFE70 && r < 0xFF00: // forms of Hebrew and Arabic letters
		default:
			return false
		}
	}
	return true
}

// eachWord calls visit with each stretch of a text behind which a line may end, with the spaces at
// its end.
func (w *wrapper) eachWord(text []rune, visit func(from, to int)) {
	if spaced(text) {
		eachSpacedWord(text, visit)
		return
	}
	w.breaks.segmenter.Init(text)
	for words := w.breaks.segmenter.LineIterator(); words.Next(); {
		word := words.Line()
		visit(word.Offset, word.Offset+len(word.Text))
	}
}

// eachSpacedWord parts a text at spaces and at what may end a line within a word.
func eachSpacedWord(text []rune, visit func(from, to int)) {
	from := 0
	for i := 1; i < len(text); i++ {
		before, after := text[i-1], text[i]
		if isSpace(before) && !isSpace(after) || mayBreak(before) && breaksBetween(before, after) {
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
}

// add sets one word with the spaces behind it, on a new line if there is no room.
func (f *lineFill) add(from, to int) {
	ink := to
	for ink > from && isSpace(f.src.text[ink-1]) {
		ink--
	}
	w := f.word(f.src.text[from:ink])
	if f.width+w > f.measure && f.src.bytes[from] > f.start && f.whole(from) {
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
	_, begins := slices.BinarySearch(f.src.first, rune)
	return begins
}

// spaces returns the width of the spaces behind a word, which are set in the word's font.
func (f *lineFill) spaces(from, ink, to int) float32 {
	if ink == from || ink == to {
		return f.sum(f.src.text[ink:to])
	}
	face := f.shaper.book.of(f.src.text[ink-1])
	var total float32
	for _, r := range f.src.text[ink:to] {
		own := f.advance(r)
		if r == ' ' && face != nil {
			if id, has := face.NominalGlyph(' '); has {
				own = face.HorizontalAdvance(id) * f.shaper.sizeOf(face) / float32(face.Upem())
			}
		}
		total += own
	}
	return total
}

func (f *lineFill) end(at int) {
	f.lines = append(f.lines, line{start: f.start, end: f.src.bytes[at]})
	f.start, f.width = f.src.bytes[at], 0
}

// long sets a word that is wider than a line, cluster by cluster.
func (f *lineFill) long(from, to int) {
	first, _ := slices.BinarySearch(f.src.first, from)
	for c := first; c+1 < len(f.src.first) && f.src.first[c] < to; c++ {
		a, b := f.src.first[c], f.src.first[c+1]
		w := f.cluster(f.src.text[a:b])
		if f.width+w > f.measure && f.src.bytes[a] > f.start {
			f.end(a)
		}
		f.width += w
	}
}

// word returns the width of a word: shaped where its letters join, else summed.
func (w *wrapper) word(text []rune) float32 {
	for _, r := range text {
		if joined(r) {
			return w.shaper.measured(text, w)
		}
	}
	return w.sum(text)
}

func (w *wrapper) cluster(text []rune) float32 {
	if len(text) == 1 {
		return w.advance(text[0])
	}
	return w.word(text)
}

func (w *wrapper) sum(text []rune) float32 {
	var total float32
	for _, r := range text {
		total += w.advance(r)
	}
	return total
}

// joined tells of runes whose width depends on their neighbours.
func joined(r rune) bool {
	switch {
	case r < 0x300, r >= 0x370 && r < 0x5F0:
		return false
	case r >= 0x1E00 && r < 0x200B, r >= 0x2010 && r < 0x2600:
		return false
	case r >= 0x2E80 && r < 0xA000, r >= 0xAC00 && r < 0xD7A4, r >= 0xFF00 && r < 0xFFE0:
		return false
	}
	return true
}

// measured returns the width of a word as it is drawn, remembered from the last time.
func (s *shaper) measured(text []rune, w *wrapper) float32 {
	key := string(text)
	if width, ok := s.words[key]; ok {
		return width
	}
	if s.fresh >= freshWords {
		return w.sum(text)
	}
	s.fresh++
	var levels []uint8
	if readsLeft(key) {
		levels = slices.Repeat([]uint8{1}, len(text))
	}
	width := s.line(sourceOf(key, 0), levels, false).width
	s.words[key] = width
	return width
}
