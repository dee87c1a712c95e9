package textview

import (
	"strconv"
	"strings"
)

const (
	numberSize = 0.68 // of a paragraph's number, as a part of the text size
	numberGap  = 10   // between a number and the text, in Fyne units
)

// numberRoom returns how wide the left margin is where paragraphs are numbered.
func (v *View) numberRoom(size float32) float32 {
	digits := len(strconv.Itoa(strings.Count(v.text, "\n") + 1))
	return max(gutter, float32(max(2, digits))*size*numberSize*0.62+numberGap+4)
}

// numberOf returns the number of the paragraph that begins with a line, counting from 1; 0 for a
// line that begins none, and for paragraphs without a letter.
func (v *View) numberOf(n int) int {
	ln := v.layout.lines[n]
	if v.setting.margin == gutter || n > 0 && v.layout.lines[n-1].wrapped {
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

// number draws a paragraph's number into the left margin.
func (s sheet) number(n int) {
	if n == 0 {
		return
	}
	text := s.tags.tag(strconv.Itoa(n))
	size := s.metrics.size * numberSize
	right := s.left - numberGap*s.metrics.scale
	for _, g := range text.glyphs {
		s.glyph(g, right-text.width*size, float32(s.metrics.baseline), size, s.palette.faint)
	}
}
