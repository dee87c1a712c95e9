package textview

import (
	"strconv"
	"strings"
)

const (
	numberSize = 0.68 // of a paragraph's number, as a part of the text size
	numberGap  = 10   // between a number and the text, in Fyne units
)

// numberRoom returns how wide the margins are where paragraphs are numbered: each where it begins.
func (v *View) numberRoom(size float32) (left, right float32) {
	b := v.begins()
	room := max(gutter, float32(max(2, b.digits))*size*numberSize*0.62+numberGap+4)
	left, right = room, gutter
	if b.right {
		right = room
	}
	if !b.left {
		left = gutter
	}
	return left, right
}

// A beginning is what numbers need to know of a text.
type beginning struct {
	known       bool
	digits      int  // of the highest number there may be
	left, right bool // there are paragraphs that begin there
}

// begins returns that of the text, found out once.
func (v *View) begins() beginning {
	b := &v.beginning
	if b.known {
		return *b
	}
	*b = beginning{known: true, digits: len(strconv.Itoa(strings.Count(v.text, "\n") + 1))}
	for line := range strings.Lines(v.text) {
		if rtl := !isPlain(line) && readsLeft(line); rtl {
			b.right = true
		} else if strings.TrimSpace(line) != "" {
			b.left = true
		}
		if b.left && b.right {
			break
		}
	}
	return *b
}

// numberOf returns the number of the paragraph that begins with a line, counting from 1; 0 for a
// line that begins none, and for paragraphs without a letter.
func (v *View) numberOf(n int) int {
	ln := v.layout.lines[n]
	if !v.typography.Numbers || n > 0 && v.layout.lines[n-1].wrapped {
		return 0
	}
	if v.numbers == nil {
		v.numbers = numbered(v.layout)
	}
	if v.numbers[ln.paragraph] < 0 {
		return 0
	}
	return int(v.numbers[ln.paragraph])
}

// numbered returns the number of each paragraph; of those that get none, -1.
func numbered(l layout) []int32 {
	all := make([]int32, len(l.paragraphs))
	last, soft := int32(0), false
	for i, p := range l.paragraphs {
		switch {
		case soft, strings.TrimLeft(l.text[p.start:p.end], " \t\r\u00a0") == "":
			all[i] = -1
		default:
			last++
			all[i] = last
		}
		soft = p.soft
	}
	return all
}

// number draws a paragraph's number into the margin at which the paragraph begins.
func (s sheet) number(n int) {
	if n == 0 {
		return
	}
	text := s.tags.tag(strconv.Itoa(n))
	size := s.metrics.size * numberSize
	gap := numberGap * s.metrics.scale
	x := s.left - gap - text.width*size
	if s.line.rtl {
		x = s.origin + s.line.width*s.metrics.scale + gap
	}
	for _, g := range text.glyphs {
		s.glyph(g, x, float32(s.metrics.baseline), size, s.palette.faint)
	}
}
