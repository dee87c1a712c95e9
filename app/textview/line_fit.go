package textview

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// A passage is a short text that is about to be set.
type passage struct {
	fit    fit
	text   string
	more   bool // the text goes on
	shaper *shaper
	rtl    bool
	levels []uint8 // of its runes; nil for plain text
}

const ellipsis = "…"

var asSpaces = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// sets are the lines made of late, and maxSets how many are kept.
var sets = map[fit][]shaped{}

const maxSets = 400

// set returns the lines that a text makes. They may be those of several widgets: none changes them.
func (f fit) set() []shaped {
	lines, ok := sets[f]
	if !ok {
		if len(sets) >= maxSets {
			clear(sets)
		}
		lines = f.setAnew()
		sets[f] = lines
	}
	return lines
}

func (f fit) setAnew() []shaped {
	if f.text == "" || f.room <= 0 && !f.whole {
		return nil
	}
	p := f.passage()
	switch {
	case f.whole:
		return []shaped{p.shape(0, len(p.text), false)}
	case f.lines == 1:
		return []shaped{p.cut(0)}
	}
	return p.wrap()
}

// passage prepares as much of the text as there can be room for.
func (f fit) passage() passage {
	p := passage{fit: f, text: f.text, shaper: shaperOf(f.book, f.size)}
	if len(p.text) > chunk {
		p.text, p.more = p.text[:cut(p.text)], true
	}
	p.text = asSpaces.Replace(p.text)
	p.rtl = readsLeft(p.text)
	if end := p.reach(0, ample*(f.room*float32(f.lines)+f.size)); end < len(p.text) && !f.whole {
		p.text, p.more = p.text[:end], true
	}
	if p.rtl || !isPlain(p.text) {
		p.levels = levels([]rune(p.text), p.rtl)
	}
	return p
}

// ample is how much wider letters may be by themselves than together, in all but rare scripts.
const ample = 3

// reach returns where letters that begin at an offset and stand by themselves fill a room.
func (p passage) reach(from int, room float32) int {
	for g := graphemes.FromString(p.text[from:]); g.Next(); {
		for _, r := range g.Value() {
			room -= p.shaper.advance(r)
		}
		if room < 0 {
			return from + g.End()
		}
	}
	return len(p.text)
}

// shape shapes a part of the text without the spaces at its end, with an ellipsis if more follows.
// The part keeps the order that it has in the whole text.
func (p passage) shape(from, to int, more bool) shaped {
	s := strings.TrimRight(p.text[from:to], " ")
	if more {
		s += ellipsis
	}
	src := sourceOf(s, from)
	l := p.line(src, more)
	l.end = from + len(s)
	if more {
		l.end = to
	}
	return l
}

// line shapes a part of the text.
func (p passage) line(src source, more bool) shaped {
	if p.levels == nil {
		return p.shaper.line(src, nil, false)
	}
	first := utf8.RuneCountInString(p.text[:src.bytes[0]])
	own := slices.Clone(p.levels[first:min(len(p.levels), first+len(src.text))])
	if more {
		own = append(own[:len(src.text)-1], p.base())
	}
	return p.shaper.line(src, own, p.rtl)
}

func (p passage) base() uint8 {
	if p.rtl {
		return 1
	}
	return 0
}

// cut shapes one line with what there is room for of the text from a place on.
func (p passage) cut(from int) shaped {
	end := p.reach(from, p.fit.room*1.2+p.fit.size)
	l := p.shape(from, end, false)
	if l.width <= p.fit.room && end < len(p.text) {
		end = len(p.text)
		l = p.shape(from, end, false)
	}
	if l.width <= p.fit.room+0.5 && end == len(p.text) && !p.more {
		return l
	}
	room := p.fit.room - p.shaper.advance('…')
	cells := l.cells
	n := 0
	for width := float32(0); n < len(cells) && width+cells[n].x1-cells[n].x0 <= room; n++ {
		width += cells[n].x1 - cells[n].x0
	}
	for ; n > 0; n-- { // a letter may be wider at the end of a word
		if l = p.shape(from, cells[n-1].end, true); l.width <= p.fit.room+0.5 {
			return l
		}
	}
	return p.shape(from, from, true)
}

// wrap shapes the lines of the text, the last of them cut if there are more than are wanted.
func (p passage) wrap() []shaped {
	var all []shaped
	for i, ln := range lay(p.text, p.shaper, p.fit.room).lines {
		if i == p.fit.lines-1 {
			return append(all, p.cut(ln.start))
		}
		all = append(all, p.shape(ln.start, ln.end, false))
	}
	return all
}

// A shaperKey says what a shaper is for.
type shaperKey struct {
	book *book
	size float32
}

// shapers are those that all lines share, and maxShapers how many are kept.
var shapers = map[shaperKey]*shaper{}

const maxShapers = 32

func shaperOf(b *book, size float32) *shaper {
	k := shaperKey{b, size}
	if s, ok := shapers[k]; ok {
		return s
	}
	if len(shapers) >= maxShapers {
		clear(shapers)
	}
	shapers[k] = newShaper(b, size)
	return shapers[k]
}
