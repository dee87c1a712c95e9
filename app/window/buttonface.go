package window

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A buttonFace is Fyne's renderer of a button, with a ring around it where it has the keyboard and the
// theme has a colour for that.
type buttonFace struct {
	fyne.WidgetRenderer
	button *button
	ring   *canvas.Rectangle
}

func newButtonFace(b *button) *buttonFace {
	r := &buttonFace{WidgetRenderer: b.Button.CreateRenderer(), button: b, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth = 2
	r.dress()
	return r
}

// Objects is Fyne's.
func (r *buttonFace) Objects() []fyne.CanvasObject {
	if r.ring.Hidden {
		return r.WidgetRenderer.Objects()
	}
	return append(slices.Clip(r.WidgetRenderer.Objects()), r.ring)
}

// Layout is Fyne's.
func (r *buttonFace) Layout(room fyne.Size) {
	const off = 3 // of the button
	r.WidgetRenderer.Layout(room)
	r.ring.Move(fyne.NewSquareOffsetPos(-off))
	r.ring.Resize(room.AddWidthHeight(2*off, 2*off))
	r.ring.CornerRadius = size(theme.SizeNameInputRadius) + off
}

// Refresh is Fyne's.
func (r *buttonFace) Refresh() {
	r.dress()
	r.WidgetRenderer.Refresh()
}

func (r *buttonFace) dress() {
	r.ring.StrokeColor = colour(colourRing)
	r.ring.Hidden = !r.button.focused || !visible(r.ring.StrokeColor)
}
