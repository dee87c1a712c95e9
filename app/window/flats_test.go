package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// A flat leaves out what it does not know how to draw, so everything in each of the window's must be known.
func TestAllThatIsFlatIsDrawn(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	flats := 0
	look := func(where string) {
		roots := append([]fyne.CanvasObject{d.win.Content()}, d.win.Canvas().Overlays().List()...)
		for _, root := range roots {
			flats += d.lookForFlats(where, root)
		}
	}
	look("the article")
	for _, c := range d.commands {
		if (c.Sheet || c.Menu == "Help") && c.reason(d.Window) == "" {
			d.do(c.ID)
			d.wait()
			look(c.Title)
			for d.dialog != nil {
				d.dialog.close()
			}
			d.leaveSheet()
		}
	}
	if flats < 500 {
		t.Errorf("there are only %d flats", flats)
	}
}

// lookForFlats looks at all flats in an object, and returns how many there are.
func (d *driver) lookForFlats(where string, o fyne.CanvasObject) (flats int) {
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		r := test.WidgetRenderer(o)
		within = r.Objects()
		if f := flatOf(r); f != nil {
			flats++
			d.expectDrawn(where, f.content)
		}
	}
	for _, inner := range within {
		flats += d.lookForFlats(where, inner)
	}
	return flats
}

// flatOf is the flat that a renderer is or has; nil when there is none.
func flatOf(r fyne.WidgetRenderer) *flat {
	switch r := r.(type) {
	case *flat:
		return r
	case *entryRenderer:
		return r.face
	case *selectFace:
		return r.face
	}
	return nil
}

// expectDrawn looks whether put knows an object and all within it.
func (d *driver) expectDrawn(where string, o fyne.CanvasObject) {
	d.Helper()
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			d.expectDrawn(where, inner)
		}
	case *line, *backdrop, *canvas.Rectangle, *widget.Icon:
	default:
		d.Errorf("%s: a %T is in a flat, which does not draw it", where, o)
	}
}
