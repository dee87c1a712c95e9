package textview

import (
	"slices"

	"github.com/go-text/typesetting/shaping"
)

// Widths as parts of the text size.
const (
	tabWidth = 2.0
	boxWidth = 0.62 // of a character that no font has
)

// line shapes one line of a paragraph. Levels are those of its runes, or nil for plain text; they
// are changed.
func (s *shaper) line(src source, levels []uint8, rtl bool) shaped {
	l := shaped{start: src.bytes[0], end: src.bytes[len(src.text)], rtl: rtl}
	l.cells = make([]cell, len(src.first)-1)
	for c := range l.cells {
		l.cells[c].start, l.cells[c].end = src.bytes[src.first[c]], src.bytes[src.first[c+1]]
	}
	base := uint8(0)
	if rtl {
		base = 1
	}
	if levels != nil {
		settleLine(src.text, levels, base)
		keepClusters(src, levels)
	}
	items := s.items(src, levels)
	for _, it := range inVisualOrder(items) {
		s.place(&l, src, it)
	}
	l.visual = make([]int, len(l.cells))
	for i := range l.visual {
		l.visual[i] = i
	}
	slices.SortStableFunc(l.visual, func(a, b int) int { return l.leftToRight(a, b) })
	return l
}

// leftToRight compares the places of two cells; those without width keep their reading order.
func (l *shaped) leftToRight(a, b int) int {
	x, y := l.cells[a], l.cells[b]
	switch mx, my := x.x0+x.x1, y.x0+y.x1; {
	case mx < my:
		return -1
	case mx > my:
		return 1
	}
	return 0
}

// keepClusters gives all of a grapheme cluster the level of its first rune.
func keepClusters(src source, levels []uint8) {
	for c := 0; c+1 < len(src.first); c++ {
		for i := src.first[c] + 1; i < src.first[c+1]; i++ {
			levels[i] = levels[src.first[c]]
		}
	}
}

// inVisualOrder puts items in the order in which they stand from left to right.
func inVisualOrder(items []item) []item {
	levels := make([]uint8, len(items))
	for i, it := range items {
		levels[i] = it.level
	}
	ordered := make([]item, 0, len(items))
	for _, run := range visualRuns(levels) {
		part := slices.Clone(items[run.start:run.end])
		if run.level&1 == 1 {
			slices.Reverse(part)
		}
		ordered = append(ordered, part...)
	}
	return ordered
}

// place sets one item at the end of the line so far.
func (s *shaper) place(l *shaped, src source, it item) {
	switch {
	case it.tab:
		s.blank(l, src, it, tabWidth)
	case it.face == nil:
		s.blank(l, src, it, boxWidth)
	default:
		s.glyphs(l, src, it)
	}
}

// blank places clusters without glyphs: tabs, invisible characters, boxes for those without a font.
func (s *shaper) blank(l *shaped, src source, it item, width float32) {
	first, _ := slices.BinarySearch(src.first, it.start)
	end, _ := slices.BinarySearch(src.first, it.end)
	for k := range end - first {
		c := first + k
		if it.level&1 == 1 {
			c = end - 1 - k
		}
		w := width * s.size
		hidden := invisible(src.text[src.first[c]])
		if hidden && !it.tab {
			w = 0
		}
		l.setCell(c, l.width, l.width+w, it.level&1 == 1)
		if !hidden {
			l.boxes = append(l.boxes, l.cells[c])
		}
		l.width += w
	}
}

func (l *shaped) setCell(c int, x0, x1 float32, rtl bool) {
	l.cells[c].x0, l.cells[c].x1, l.cells[c].rtl = x0, x1, rtl
}

// glyphs shapes an item and places its glyphs and the cells of its clusters.
func (s *shaper) glyphs(l *shaped, src source, it item) {
	out, scale := s.run(src.text, it)
	cells := cellsOf{l, src, it, -1}
	for i := 0; i < len(out.Glyphs); {
		cluster := out.Glyphs[i].ClusterIndex
		x0 := l.width
		first := out.Glyphs[i]
		for ; i < len(out.Glyphs) && out.Glyphs[i].ClusterIndex == cluster; i++ {
			g := out.Glyphs[i]
			if g.GlyphID == 0 && src.joined(cluster) {
				continue
			}
			l.glyphs = append(l.glyphs, s.glyphAt(l.width, g, it, scale))
			l.width += float32(g.XAdvance) * scale
		}
		cells.cover(cluster, cluster+first.RuneCount, x0, l.width)
	}
}

// joined tells whether the cluster that holds a rune is an emoji made of several. A part that the
// emoji's font lacks is left out, and the others are shown.
func (src source) joined(rune int) bool {
	c, exact := slices.BinarySearch(src.first, rune)
	if !exact {
		c--
	}
	return slices.Contains(src.text[src.first[c]:src.first[c+1]], '\u200d')
}

func (s *shaper) glyphAt(x float32, g shaping.Glyph, it item, scale float32) glyph {
	return glyph{
		face: it.face, id: g.GlyphID, size: s.sizeOf(it.face),
		x: x + float32(g.XOffset)*scale, y: float32(g.YOffset) * scale,
	}
}

// cellsOf gives the width of shaped clusters to the cells of an item.
type cellsOf struct {
	line *shaped
	src  source
	it   item
	last int // the cell that was set last, or -1
}

// cover sets the cells of the runes [from, to), which lie between x0 and x1. A ligature is shared
// out evenly among the cells that begin in it; what begins no cell widens the one it belongs to.
func (c *cellsOf) cover(from, to int, x0, x1 float32) {
	rtl := c.it.level&1 == 1
	first, _ := slices.BinarySearch(c.src.first, from)
	end, _ := slices.BinarySearch(c.src.first, min(to, c.it.end))
	if n := end - first; n > 0 {
		w := (x1 - x0) / float32(n)
		for k := range n {
			at := x0 + float32(k)*w
			if rtl {
				at = x0 + float32(n-1-k)*w
			}
			c.widen(first+k, at, at+w, rtl)
		}
		return
	}
	c.widen(first-1, x0, x1, rtl)
}

// widen sets a cell, or adds to it where it was set before.
func (c *cellsOf) widen(n int, x0, x1 float32, rtl bool) {
	old := &c.line.cells[n]
	if n != c.last && old.x0 == 0 && old.x1 == 0 {
		c.line.setCell(n, x0, x1, rtl)
	} else {
		old.x0, old.x1, old.rtl = min(old.x0, x0), max(old.x1, x1), rtl
	}
	c.last = n
}
