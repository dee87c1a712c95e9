package window

import (
	"math"

	"fyne.io/fyne/v2"
)

// exactSize is the window's size, in Fyne's units. Fyne rounds that of its canvas up to whole units, and makes
// the window as large as that whenever the theme has changed: at a scale of 1.3 by a pixel more each time.
func (w *Window) exactSize() fyne.Size {
	c := w.win.Canvas()
	return fyne.NewSize(exact(c.Size().Width, c.Scale()), exact(c.Size().Height, c.Scale()))
}

// exact is a length that Fyne turns into as many whole pixels as there are in one that it has rounded up.
func exact(rounded, scale float32) float32 {
	if scale == float32(math.Trunc(float64(scale))) {
		return rounded // each unit is a number of pixels
	}
	const much = 0.01 // of a pixel, more than float32 errs by
	return (float32(math.Floor(float64(rounded*scale+much))) - 0.5) / scale
}

// keepSize gives the window the size that it has, when what goes on now is over: a change of the theme.
func (w *Window) keepSize() {
	size, scale := w.exactSize(), w.win.Canvas().Scale()
	if size == w.win.Canvas().Size() || w.win.FullScreen() {
		return
	}
	w.later(0, func() {
		if w.win.Canvas().Scale() == scale {
			w.win.Resize(size)
		}
	})
}
