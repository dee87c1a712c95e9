package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A ring shows that the view has the focus. It is made of its four sides: one
// rectangle with a border would have each pixel within it drawn at each frame,
// which without a graphics card takes longer than all the text.
type ring [4]*canvas.Rectangle

func newRing() ring {
	var r ring
	for i := range r {
		r[i] = canvas.NewRectangle(nil)
	}
	return r
}

func (v *View) updateRing() {
	size, thin := v.Size(), max(1, v.snapped(1))
	places := [4]fyne.Position{{}, {Y: size.Height - thin}, {}, {X: size.Width - thin}}
	sizes := [2]fyne.Size{{Width: size.Width, Height: thin}, {Width: thin, Height: size.Height}}
	for i, side := range v.surface.ring {
		if !v.focused {
			side.Hide()
			continue
		}
		side.FillColor = faded(v.palette.primary, 0.45)
		side.Move(places[i])
		side.Resize(sizes[i/2])
		side.Show()
		side.Refresh()
	}
}
