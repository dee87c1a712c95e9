package textview

import (
	"math"

	"fyne.io/fyne/v2"
)

// Top returns the offset at which the top visible line begins.
func (v *View) Top() int {
	if !v.ready() {
		return 0
	}
	return v.layout.lines[v.topLine()].start
}

// SetTop scrolls so that the line with the offset is at the top, or as near as the text's end
// allows.
func (v *View) SetTop(offset int) {
	v.whenReady(func() {
		n := v.layout.lineAt(v.within(offset))
		to := v.lineTop(n)
		if n == 0 {
			to = 0
		}
		v.scrollTo(to)
	})
}

// Reveal scrolls as little as brings r into sight, with a line to spare around it; of a range that
// is higher than the view, its beginning.
func (v *View) Reveal(r Range) {
	v.whenReady(func() {
		first := v.layout.lineAt(v.within(r.Start))
		last := max(first, v.layout.lineAt(v.within(max(r.Start, r.End-1))))
		v.revealLines(first, last, 1.5*v.pitch())
	})
}

// revealLines scrolls as little as shows lines with a margin.
func (v *View) revealLines(first, last int, margin float64) {
	height := float64(v.Size().Height)
	margin = min(margin, max(0, (height-v.pitch())/2))
	top, bottom := v.lineTop(first)-margin, v.lineTop(last+1)+margin
	to := v.scrolled
	if bottom > to+height {
		to = bottom - height
	}
	if top < to {
		to = top
	}
	v.scrollTo(to)
}

// scrollTo shows the text from a height on, in Fyne units.
func (v *View) scrollTo(y float64) {
	v.scrolled = y
	v.clampScroll()
	v.update()
}

func (v *View) clampScroll() {
	v.scrolled = min(max(0, v.scrolled), v.furthest())
}

// furthest returns how far the text can be scrolled.
func (v *View) furthest() float64 {
	return max(0, v.contentHeight()-float64(v.Size().Height))
}

// page returns how far a page goes: a view's height less a line and a half, in whole lines.
func (v *View) page() float64 {
	lines := math.Floor(float64(v.Size().Height)/v.pitch() - 1.5)
	return max(1, lines) * v.pitch()
}

// Scrolled is Fyne's: the wheel. With Shift held it goes by pages; with Ctrl held it is OnZoom's, if
// that is set.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	v.hear()
	if !v.ready() {
		return
	}
	held := v.modifiers()
	if v.OnZoom != nil && held&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0 {
		v.turn(e.Scrolled.DY)
		return
	}
	v.turned = 0
	delta := float64(e.Scrolled.DY)
	if held&fyne.KeyModifierShift != 0 {
		if delta == 0 {
			delta = float64(e.Scrolled.DX)
		}
		if delta != 0 {
			delta = math.Copysign(v.page(), delta)
		}
	}
	v.scrollTo(v.scrolled - delta)
	v.pointed = e.Position
	if v.OnTurn != nil {
		v.OnTurn()
		return
	}
	v.Point()
}

// Point notes which mark is under the pointer, after the wheel has brought other text there.
func (v *View) Point() {
	if v.ready() {
		v.pointAt(v.pointed)
	}
}

// zoomStep is how far a wheel is turned for one step of zoom, in what Fyne tells of it: less than a
// notch, of which a touch pad tells small parts.
const zoomStep = 10

// turn counts steps of zoom: an event is one at most, so that a fast turn can be stopped.
func (v *View) turn(by float32) {
	if by*v.turned < 0 {
		v.turned = 0
	}
	v.turned += by
	switch {
	case v.turned >= zoomStep:
		v.turned = 0
		v.OnZoom(1)
	case v.turned <= -zoomStep:
		v.turned = 0
		v.OnZoom(-1)
	}
}
