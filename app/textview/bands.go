package textview

import (
	"image/color"
	"strings"
)

// A band is the part of a mark that lies on one line, as it is to be painted. Bands compare with
// ==, so that a line is painted anew only when one of its bands changed.
type band struct {
	id             string
	name           string
	colour         color.NRGBA // for the theme in force
	look           Look
	wavy           bool
	lane           int
	start, end     int
	opens, closes  bool // the mark begins, or ends, with this band
	gap            bool // a part that does not belong to the mark, to be bridged
	current, hover bool
}

// appendBands appends the bands of one line, the outermost mark first.
func (v *View) appendBands(all []band, ln line, dark bool) []band {
	moved, before, inked := -1, len(all), v.inkEnd(ln)
	if v.adjusting.moved {
		moved = v.adjusting.place
	}
	v.index.each(Range{ln.start, ln.end}, func(i int) bool {
		if i != moved {
			all = v.appendBandsOfMark(all, &v.index.marks[i], v.index.lanes[i], ln, inked, dark)
		}
		return len(all)-before <= maxBands
	})
	if moved >= 0 {
		m := v.index.marks[moved]
		m.Range, m.Gaps = v.adjusting.to, tidy(m.Gaps, v.adjusting.to)
		all = v.appendBandsOfMark(all, &m, v.index.lanes[moved], ln, inked, dark)
	}
	return all
}

// maxBands bounds what is painted upon one line.
const maxBands = 200

// appendBandsOfMark appends the bands of one mark on a line that has ink up to an offset.
func (v *View) appendBandsOfMark(all []band, m *Mark, lane int, ln line, inked int, dark bool) []band {
	b := band{
		id: m.ID, name: m.Name, colour: m.Colour, look: m.Look, wavy: m.Wavy, lane: lane,
		current: m.ID == v.current && m.ID != "", hover: m.ID == v.hover && m.ID != "",
	}
	if dark && m.Dark != (color.NRGBA{}) {
		b.colour = m.Dark
	}
	add := func(start, end int, gap bool) {
		b.start, b.end, b.gap = max(start, ln.start), min(end, inked), gap
		b.opens = !gap && start == m.Range.Start && v.beginsOn(ln, start)
		b.closes = !gap && end == m.Range.End && end <= ln.end
		if b.start < b.end {
			all = append(all, b)
		}
	}
	at := m.Range.Start
	for _, g := range m.Gaps {
		if g.Start > at {
			add(at, g.Start, false)
		}
		if g.End > at {
			add(max(at, g.Start), g.End, true)
			at = g.End
		}
	}
	if at < m.Range.End {
		add(at, m.Range.End, false)
	}
	return all
}

// beginsOn tells whether a mark from start on is first seen on a line: it begins there, or in the
// spaces at which the line before was wrapped.
func (v *View) beginsOn(ln line, start int) bool {
	return start >= ln.start || strings.TrimLeft(v.text[start:ln.start], " \t\n") == ""
}

// inkEnd returns where a line ends without the spaces at which it was wrapped.
func (v *View) inkEnd(ln line) int {
	if !ln.wrapped {
		return ln.end
	}
	return ln.start + len(strings.TrimRight(v.text[ln.start:ln.end], " \t"))
}
