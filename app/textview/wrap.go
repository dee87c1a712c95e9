package textview

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
)

// A line is a stretch of the text that stands on one line: the bytes [start, end). Spaces at which
// a line was wrapped belong to it and hang over its edge.
type line struct {
	start, end int
	paragraph  int32
	wrapped    bool // the paragraph goes on in the next line
}

// A layout is a text cut into lines of a width.
type layout struct {
	text       string
	paragraphs []paragraph
	lines      []line
	rise       float32 // how high its letters reach
	ordered    ordered
}

// ordered is the paragraph whose levels were found last: its lines mostly follow each other.
type ordered struct {
	paragraph paragraph
	levels    []uint8
}

// A wrapper cuts paragraphs into lines by the widths of letters side by side. Kerning only ever
// draws letters together, so no line comes out wider than it was measured.
type wrapper struct {
	shaper  *shaper
	text    string
	measure float32
	low     [0x600]float32 // widths of the first letters, -1 where not yet known
	high    map[rune]float32
	arabic  [0x300][4]float32 // widths of letters by how they are joined, 0 where not yet known
	src     source            // of the paragraph in hand
	face    *font.Face        // in which a space is as wide as said
	space   float32
}

func newWrapper(text string, s *shaper, measure float32) wrapper {
	w := wrapper{shaper: s, text: text, measure: measure, high: map[rune]float32{}}
	for r := range w.low {
		w.low[r] = -1
	}
	return w
}

// freshWords bounds how many clusters of several characters one layout shapes; past it they are measured
// by the sum of their letters.
const freshWords = 15000

// maxWords bounds how many clusters are remembered from one text to the next.
const maxWords = 100000

// lay cuts a text into lines that are no wider than the measure.
func lay(text string, s *shaper, measure float32) layout {
	w := newWrapper(text, s, measure)
	s.fresh = 0
	if len(s.words) > maxWords {
		clear(s.words)
	}
	l := layout{text: text, paragraphs: paragraphs(text), rise: latinRise}
	l.lines = make([]line, 0, len(l.paragraphs)+len(text)/64)
	for i, p := range l.paragraphs {
		from := len(l.lines)
		if p.plain {
			l.lines = w.plain(l.lines, p)
		} else {
			l.lines = w.complex(l.lines, p)
			l.rise = max(l.rise, riseOf(text[p.start:p.end]))
		}
		for n := range l.lines[from:] {
			l.lines[from+n].paragraph = int32(i)
			l.lines[from+n].wrapped = true
		}
		l.lines[len(l.lines)-1].wrapped = p.soft
	}
	return l
}

// advance returns the width of one letter by itself.
func (w *wrapper) advance(r rune) float32 {
	if r >= 0 && int(r) < len(w.low) {
		if w.low[r] < 0 {
			w.low[r] = w.shaper.advance(r)
		}
		return w.low[r]
	}
	a, ok := w.high[r]
	if !ok {
		a = w.shaper.advance(r)
		w.high[r] = a
	}
	return a
}

// advance returns the width of one letter by itself, in Fyne units.
func (s *shaper) advance(r rune) float32 {
	if r == '\t' {
		return tabWidth * s.size
	}
	if invisible(r) || unicode.Is(unicode.Mn, r) {
		return 0
	}
	f := s.book.of(r)
	if f == nil {
		return boxWidth * s.size
	}
	id, _ := f.NominalGlyph(r)
	return f.HorizontalAdvance(id) * s.sizeOf(f) / float32(f.Upem())
}

// plain wraps a paragraph of letters that stand side by side.
func (w *wrapper) plain(lines []line, p paragraph) []line {
	text := w.text
	start, breakAt := p.start, -1
	var width, atBreak float32
	var before rune
	for i := p.start; i < p.end; {
		if !mayBreak(before) {
			from := i
			if i, width = w.letters(i, p.end, width); i > from {
				before = 'a' // or another behind which no line ends
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(text[i:p.end])
		a := w.advance(r)
		if r == ' ' || r == '\t' {
			width += a
			i += n
			breakAt, atBreak, before = i, width, r
			continue
		}
		if mayBreak(before) && breaksBetween(before, r) {
			breakAt, atBreak = i, width
		}
		if width+a > w.measure && i > start {
			if breakAt <= start {
				breakAt, atBreak = i, width
			}
			lines = append(lines, line{start: start, end: breakAt})
			start, width = breakAt, width-atBreak
			breakAt, atBreak = -1, 0
		}
		width += a
		i += n
		before = r
	}
	return append(lines, line{start: start, end: p.end})
}

// letters goes over letters and digits as long as they fit, and returns where it got to and how wide
// the line is then. Most of a text is that, so that here every step counts.
func (w *wrapper) letters(i, end int, width float32) (int, float32) {
	text, measure, low := w.text[:end], w.measure, &w.low
	for i < len(text) {
		r, n := rune(text[i]), 1
		switch {
		case r >= '0' && r < utf8.RuneSelf:
		case r >= 0xC3 && r < 0xD6 && i+1 < len(text) && !utf8.RuneStart(text[i+1]):
			r, n = r&0x1F<<6|rune(text[i+1])&0x3F, 2
		default:
			return i, width
		}
		a := low[r]
		if a < 0 || width+a > measure {
			return i, width
		}
		width += a
		i += n
	}
	return i, width
}

// mayBreak tells at once of most letters that no line ends behind them.
func mayBreak(r rune) bool { return r == '-' || r == '/' || r == 0x05BE || r >= 0x2010 }

// breaksBetween tells whether a line may end between two letters without a space: behind a hyphen
// within a word, a dash, and a slash between words.
func breaksBetween(before, after rune) bool {
	switch before {
	case '-', 0x05BE, 0x2010:
		return unicode.IsLetter(after)
	case 0x2014:
		return unicode.IsLetter(after)
	case '/':
		return unicode.IsLetter(after)
	}
	return false
}

// lineAt returns the number of the line that holds an offset. An offset at which a line was
// wrapped belongs to the later line.
func (l *layout) lineAt(offset int) int {
	n := sort.Search(len(l.lines), func(i int) bool { return l.lines[i].start > offset })
	return max(0, n-1)
}

// shape shapes one line.
func (l *layout) shape(s *shaper, n int) shaped {
	ln := l.lines[n]
	src := sourceOf(l.text[ln.start:ln.end], ln.start)
	p := l.paragraphs[ln.paragraph]
	if p.plain {
		return s.line(src, nil, false)
	}
	if l.ordered.levels == nil || l.ordered.paragraph != p {
		l.ordered = ordered{p, levels([]rune(l.text[p.start:p.end]), p.rtl)}
	}
	from := utf8.RuneCountInString(l.text[p.start:ln.start])
	return s.line(src, slices.Clone(l.ordered.levels[from:from+len(src.text)]), p.rtl)
}
