package textview

import (
	"math"

	"fyne.io/fyne/v2"
)

// pitch returns the distance of lines in Fyne units.
func (v *View) pitch() float64 { return float64(v.metrics.pitch) / float64(v.setting.scale) }

// lineTop returns where a line begins, in Fyne units from the top of the whole text.
func (v *View) lineTop(n int) float64 { return headroom + float64(n)*v.pitch() }

// contentHeight returns the height of the whole text.
func (v *View) contentHeight() float64 { return v.lineTop(len(v.layout.lines)) + headroom }

// topLine returns the first line of which most is in sight.
func (v *View) topLine() int {
	n := int(math.Ceil((v.scrolled-headroom)/v.pitch() - 0.5))
	return min(max(0, n), len(v.layout.lines)-1)
}

// lineUnder returns the line at a height of the view, the nearest if there is none.
func (v *View) lineUnder(y float32) int {
	n := int(math.Floor((float64(y) + v.scrolled - headroom) / v.pitch()))
	return min(max(0, n), len(v.layout.lines)-1)
}

// columnLeft returns where the text column begins in the view.
func (v *View) columnLeft() float32 { return v.setting.left(v.Size().Width) }

// snapped returns the nearest place that is a whole device pixel.
func (v *View) snapped(f float32) float32 { return v.setting.snapped(f) }

// lineLeft returns where a line's left edge is in the view.
func (v *View) lineLeft(l *shaped) float32 {
	if l.rtl {
		return v.columnLeft() + v.setting.measure - l.width
	}
	return v.columnLeft()
}

// Place returns where an offset is drawn, in the view's own coordinates: the upper end of a caret
// before that byte, and its height. It also says whether that is in sight. Before the view has a
// size there is no place.
func (v *View) Place(offset int) (pos fyne.Position, height float32, visible bool) {
	if !v.ready() {
		return fyne.Position{}, 0, false
	}
	offset = v.within(offset)
	return v.caretAt(target{offset: offset}, v.layout.lineAt(offset))
}

// caretAt returns where a caret stands on a line.
func (v *View) caretAt(at target, n int) (pos fyne.Position, height float32, visible bool) {
	l := v.shape(n)
	scale := v.setting.scale
	top := float32(v.metrics.bandTop(0)) / scale
	height = float32(v.metrics.laneTop(0))/scale - top
	pos.X = v.lineLeft(l) + l.xOf(at)
	pos.Y = float32(v.lineTop(n)-v.scrolled) + top
	return pos, height, pos.Y >= 0 && pos.Y+height <= v.Size().Height
}

// caretLine returns the line on which the caret is shown.
func (v *View) caretLine() int {
	n := v.layout.lineAt(v.caret)
	if v.behind && n > 0 && v.layout.lines[n].start == v.caret && v.layout.lines[n-1].wrapped {
		return n - 1
	}
	return n
}

// A point is what lies under a place of the view.
type point struct {
	target         // the nearest place of a caret
	ink    int     // the byte whose character is there, -1 for none
	line   int     // the nearest line
	x      float32 // from that line's left edge
}

// under returns what lies under a place of the view.
func (v *View) under(p fyne.Position) point {
	n := v.lineUnder(p.Y)
	l := v.shape(n)
	x := p.X - v.lineLeft(l)
	at := point{target: l.near(x), ink: -1, line: n, x: x}
	top := v.lineTop(n) - v.scrolled
	if float64(p.Y) >= top && float64(p.Y) < top+v.pitch() {
		if c, ok := l.at(x); ok {
			at.ink = c.start
		}
	}
	return at
}
