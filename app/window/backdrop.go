package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// A backdrop is a filled rectangle in a colour of the theme.
type backdrop struct {
	widget.BaseWidget
	fill, stroke fyne.ThemeColorName
	paint        color.Color // instead of fill, where set
	edge         color.Color // instead of stroke, where set
	radius       float32
	least        fyne.Size
}

// colours are those of the rectangle and of its edge, and how wide that is.
func (b *backdrop) colours() (fill, edge color.Color, width float32) {
	fill, edge = color.Transparent, color.Transparent
	switch {
	case b.paint != nil:
		fill = b.paint
	case b.fill != "":
		fill = colour(b.fill)
	}
	switch {
	case b.edge != nil:
		edge, width = b.edge, 1.5
	case b.stroke != "":
		edge, width = colour(b.stroke), 1
	}
	return fill, edge, width
}

func newBackdrop(fill fyne.ThemeColorName) *backdrop {
	b := &backdrop{fill: fill}
	b.ExtendBaseWidget(b)
	return b
}

// newSwatch is a small square in a label's colour.
func newSwatch(c color.Color, side float32) *backdrop {
	b := &backdrop{paint: c, radius: side / 4, least: fyne.NewSquareSize(side)}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is Fyne's.
func (b *backdrop) CreateRenderer() fyne.WidgetRenderer {
	r := &backdropRenderer{backdrop: b, rect: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type backdropRenderer struct {
	backdrop *backdrop
	rect     *canvas.Rectangle
}

func (r *backdropRenderer) Destroy()                     {}
func (r *backdropRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *backdropRenderer) MinSize() fyne.Size           { return r.backdrop.least }
func (r *backdropRenderer) Layout(room fyne.Size)        { r.rect.Resize(room) }

func (r *backdropRenderer) Refresh() {
	r.rect.FillColor, r.rect.StrokeColor, r.rect.StrokeWidth = r.backdrop.colours()
	r.rect.CornerRadius = r.backdrop.radius
	canvas.Refresh(r.rect)
}

// padded puts room around an object: above, below, left, right.
func padded(top, bottom, left, right float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// centred puts an object in the middle of the height that there is.
func centred(o fyne.CanvasObject) *fyne.Container { return container.New(middle{}, o) }

// A middle does so without the spacers that a box would need, at each of which Fyne looks at every frame.
type middle struct{}

// Layout is Fyne's.
func (middle) Layout(o []fyne.CanvasObject, room fyne.Size) {
	height := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, float32(int((room.Height-height)/2))))
	o[0].Resize(fyne.NewSize(room.Width, height))
}

// MinSize is Fyne's.
func (middle) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !o[0].Visible() {
		return fyne.Size{}
	}
	return o[0].MinSize()
}

// between sets objects side by side, the one in the middle as wide as there is room.
func between(left, middle, right fyne.CanvasObject, gap float32) *fyne.Container {
	return container.New(betweenLayout{gap}, left, middle, right)
}

type betweenLayout struct{ gap float32 }

// Layout is Fyne's.
func (l betweenLayout) Layout(o []fyne.CanvasObject, room fyne.Size) {
	left, right := float32(0), room.Width
	put := func(o fyne.CanvasObject, x, width, height float32) {
		o.Move(fyne.NewPos(x, float32(int((room.Height-height)/2))))
		o.Resize(fyne.NewSize(width, height))
	}
	if o[0] != nil && o[0].Visible() {
		need := o[0].MinSize()
		put(o[0], 0, need.Width, need.Height)
		left = need.Width + l.gap
	}
	if o[2] != nil && o[2].Visible() {
		need := o[2].MinSize()
		put(o[2], room.Width-need.Width, need.Width, need.Height)
		right = room.Width - need.Width - l.gap
	}
	put(o[1], left, max(0, right-left), o[1].MinSize().Height)
}

// MinSize is Fyne's.
func (l betweenLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var need fyne.Size
	for i, object := range o {
		if object == nil || !object.Visible() {
			continue
		}
		m := object.MinSize()
		need.Width += m.Width
		if i != 1 {
			need.Width += l.gap
		}
		need.Height = max(need.Height, m.Height)
	}
	return need
}
