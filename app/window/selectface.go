package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A selectFace is Fyne's renderer of a drop-down list, with the frame that other fields have. Ground and
// frame are one picture.
type selectFace struct {
	fyne.WidgetRenderer
	ground  *canvas.Rectangle
	face    *flat
	room    fyne.Size
	objects []fyne.CanvasObject
}

// newSelectFace gives Fyne's renderer of a drop-down list its frame. Of its two rectangles the second one
// lights up when it is clicked, which the list that opens tells better.
func newSelectFace(inner fyne.WidgetRenderer) *selectFace {
	r := &selectFace{WidgetRenderer: inner, objects: []fyne.CanvasObject{nil}}
	for _, o := range inner.Objects() {
		ground, is := o.(*canvas.Rectangle)
		switch {
		case !is:
			r.objects = append(r.objects, o)
		case r.ground == nil:
			r.ground = ground
		}
	}
	r.face = newFlat(container.NewWithoutLayout(r.ground))
	r.objects[0] = r.face.raster
	r.dress()
	return r
}

// Objects is Fyne's.
func (r *selectFace) Objects() []fyne.CanvasObject { return r.objects }

// Layout is Fyne's.
func (r *selectFace) Layout(room fyne.Size) {
	r.room = room
	r.WidgetRenderer.Layout(room)
	r.frame()
	r.face.Layout(room)
}

// Refresh is Fyne's.
func (r *selectFace) Refresh() {
	r.WidgetRenderer.Refresh()
	r.dress()
	r.frame()
	r.face.Refresh()
}

// frame sets the frame where Fyne has that of a field for text.
func (r *selectFace) frame() {
	edge := size(theme.SizeNameInputBorder)
	r.ground.Move(fyne.NewSquareOffsetPos(edge / 2))
	r.ground.Resize(r.room.SubtractWidthHeight(edge+0.5, edge+0.5))
}

// dress gives the frame its colour, which shows where the keyboard is.
func (r *selectFace) dress() {
	r.ground.StrokeWidth = size(theme.SizeNameInputBorder)
	switch r.ground.FillColor {
	case colour(theme.ColorNameFocus):
		r.ground.StrokeColor = colour(theme.ColorNamePrimary)
	case colour(theme.ColorNameDisabledButton):
		r.ground.StrokeColor = colour(theme.ColorNameDisabled)
	default:
		r.ground.StrokeColor = colour(theme.ColorNameInputBorder)
	}
}

// CreateRenderer is Fyne's.
func (p *picker) CreateRenderer() fyne.WidgetRenderer {
	return newSelectFace(p.Select.CreateRenderer())
}

// CreateRenderer is Fyne's.
func (s *choice) CreateRenderer() fyne.WidgetRenderer {
	return newSelectFace(s.Select.CreateRenderer())
}
