package window

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// layout joins the parts of the window.
func (w *Window) layout() fyne.CanvasObject {
	c := &columns{left: w.prefs.size(keyLeft, 0), right: w.prefs.size(keyRight, 0), text: w.textRoom, guide: w.guide}
	body := container.New(c)
	w.body = body
	pull := func(key string, width *float32, column int, sign float32) *divider {
		return newDivider(true, func(by float32) {
			*width = min(mostColumn, max(leastColumn, body.Objects[column].Size().Width+sign*by))
			w.prefs.SetFloat(key, float64(*width))
			body.Refresh()
		})
	}
	body.Objects = []fyne.CanvasObject{w.list.object, w.page.object, w.panel.object,
		pull(keyLeft, &c.left, 0, +1), pull(keyRight, &c.right, 2, -1), w.sheets.object, w.guide.object}
	w.sheets.covered = []fyne.CanvasObject{w.page.object, w.panel.object, body.Objects[4], w.guide.object}
	return container.NewBorder(hairline(), container.NewBorder(hairline(), nil, nil, nil, w.status.object), nil, nil, body)
}

// columns are the list, the page and the panel, the dividers between them, and the sheets that
// cover the page and the panel. The outer two keep
// the widths that the user gave them; those that were given none (0) suit the window.
type columns struct {
	left, right float32
	text        func() float32 // how wide the page must be for its text
	guide       *guide         // the pane beside the text, or below the list where there is no room
}

const (
	leastColumn, mostColumn = 200, 560
	leastPage               = 300
	leastSqueezed           = 230 // of the page in a window that is too small for all: 1280 by 720 pixels at 200 %
)

// Layout is Fyne's.
func (c *columns) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	left := cmp.Or(c.left, min(340, max(210, 0.21*room.Width)))
	right := cmp.Or(c.right, min(400, max(280, 0.25*room.Width)))
	if over := left + right + leastPage - room.Width; over > 0 {
		left, right = max(leastColumn, left-over/2), max(leastColumn, right-over/2)
	}
	aside := float32(0)
	shown := c.guide.open && objects[6].Visible()
	if shown && !objects[5].Visible() {
		left, right, aside = c.beside(room.Width, left, right)
	}
	place := func(i int, x, width float32) {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, room.Height))
	}
	c.guide.lower(shown && aside == 0)
	if c.guide.low {
		below(objects[0], objects[6], fyne.NewSize(left, room.Height))
	} else {
		place(0, 0, left)
		place(6, room.Width-right-aside, aside)
	}
	place(1, left, room.Width-left-right-aside)
	place(2, room.Width-right, right)
	place(3, left-grip/2, grip)
	place(4, room.Width-right-grip/2, grip)
	place(5, left+1, room.Width-left-1)
}

// MinSize is Fyne's.
func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*leastColumn+leastSqueezed, 260)
}

// grip is how wide a divider can be taken hold of.
const grip = 7

// A divider is a hairline that can be dragged.
type divider struct {
	widget.BaseWidget
	upright bool
	pulled  func(by float32)
}

func newDivider(upright bool, pulled func(by float32)) *divider {
	d := &divider{upright: upright, pulled: pulled}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged is Fyne's.
func (d *divider) Dragged(e *fyne.DragEvent) {
	if d.upright {
		d.pulled(e.Dragged.DX)
	} else {
		d.pulled(e.Dragged.DY)
	}
}

// DragEnd is Fyne's.
func (d *divider) DragEnd() {}

// Cursor is Fyne's.
func (d *divider) Cursor() desktop.Cursor {
	if d.upright {
		return desktop.HResizeCursor
	}
	return desktop.VResizeCursor
}

// CreateRenderer is Fyne's.
func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	return &dividerRenderer{divider: d, hair: canvas.NewRectangle(colour(theme.ColorNameSeparator))}
}

type dividerRenderer struct {
	divider *divider
	hair    *canvas.Rectangle
}

func (r *dividerRenderer) Destroy()                     {}
func (r *dividerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.hair} }
func (r *dividerRenderer) MinSize() fyne.Size           { return fyne.NewSize(grip, grip) }

func (r *dividerRenderer) Refresh() {
	r.hair.FillColor = colour(theme.ColorNameSeparator)
	canvas.Refresh(r.hair)
}

func (r *dividerRenderer) Layout(room fyne.Size) {
	if r.divider.upright {
		r.hair.Move(fyne.NewPos(float32(int(room.Width/2)), 0))
		r.hair.Resize(fyne.NewSize(1, room.Height))
		return
	}
	r.hair.Move(fyne.NewPos(0, float32(int(room.Height/2))))
	r.hair.Resize(fyne.NewSize(room.Width, 1))
}

// hairline is a thin line.
func hairline() fyne.CanvasObject { return widget.NewSeparator() }
