package textview

import (
	"fmt"
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Line shows a short text on one line, or on a few, with the fonts and in the order of a View.
// All scripts stand on one baseline and make lines of one height, that of the theme's font. What
// has no room is cut between characters as they are seen, and ends in "…", which stands where
// reading ends. Line feeds and tabs are shown as spaces.
//
// The fields say how; call Refresh after a change. All of it belongs to Fyne's own goroutine.
type Line struct {
	widget.BaseWidget

	Text     string
	TextSize float32             // in Fyne units; 0 means the theme's
	Bold     bool                // in the theme's bold font
	Colour   fyne.ThemeColorName // "" means that of the theme's text
	Lines    int                 // on how many lines at most; 0 means 1
	Whole    bool                // never cut: at least as wide as its text

	// Found are stretches of the text that a search found, to be marked as a View marks its hits.
	Found []Range

	// Align is where the text stands in its room. Leading is the left edge for a single line, so
	// that those of a list are aligned in any script. Where Lines is more than 1 it is where the
	// text begins to be read: the right edge for Arabic.
	Align fyne.TextAlign

	raster *canvas.Raster
	fit    fit
	shows  look
	lines  []shaped
	ink    image.Rectangle // what is seen of it, in device pixels from its first line's corner
	buffer *image.RGBA
}

// A fit is all that the places of a line's letters depend on.
type fit struct {
	text  string
	book  *book
	size  float32
	room  float32
	lines int
	whole bool
}

// A look is all else that the drawing of a line depends on.
type look struct {
	fit     fit
	palette palette
	scale   float32
	align   fyne.TextAlign
	found   string // the stretches that are marked, written out
}

// NewLine returns a line of the theme's text size and colour.
func NewLine(text string) *Line {
	l := &Line{Text: text}
	l.ExtendBaseWidget(l)
	return l
}

// SetText shows another text. The same one costs nothing.
func (l *Line) SetText(text string) {
	if l.Text != text {
		l.Text = text
		l.Refresh()
	}
}

// CreateRenderer is Fyne's. What is drawn belongs to the line, so that a renderer can come and go.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	if l.raster == nil {
		l.raster = canvas.NewRaster(l.draw)
		l.raster.ScaleMode = canvas.ImageScalePixels
	}
	l.update()
	return lineRenderer{l}
}

type lineRenderer struct{ line *Line }

func (r lineRenderer) Layout(fyne.Size)             { r.line.update() }
func (r lineRenderer) MinSize() fyne.Size           { return r.line.least() }
func (r lineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line.raster} }
func (r lineRenderer) Refresh()                     { r.line.update() }
func (r lineRenderer) Destroy()                     {}

// wanted returns the fit for the line as it is now.
func (l *Line) wanted() fit {
	f := fit{text: l.Text, size: l.TextSize, room: l.Size().Width, lines: max(1, l.Lines), whole: l.Whole}
	if f.size == 0 {
		f.size = l.Theme().Size(theme.SizeNameText)
	}
	f.book = bookOf(l.Theme().Font(fyne.TextStyle{Bold: l.Bold}), "")
	return f
}

// settle finds the places of the letters anew if something they depend on has changed.
func (l *Line) settle() {
	if want := l.wanted(); want != l.fit {
		l.fit, l.lines = want, want.set()
	}
}

// least returns the line's least size: its height, and a width only where it may not be cut.
func (l *Line) least() fyne.Size {
	if want := l.wanted(); want.lines == 1 && !want.whole { // its height needs no letters, which are set in the room that it gets
		_, height := want.heights()
		return fyne.NewSize(0, height)
	}
	l.settle()
	width := float32(0)
	if l.Whole {
		for _, s := range l.lines {
			width = max(width, s.width)
		}
	}
	_, height := l.fit.heights()
	return fyne.NewSize(width, height*float32(max(1, len(l.lines))))
}

// update draws the line anew if what it shows has changed.
func (l *Line) update() {
	before := len(l.lines)
	l.settle()
	want := l.look(l.scale())
	changed := want != l.shows
	if changed {
		l.shows, l.ink = want, l.inked(want)
	}
	resized := false
	if l.raster.Hidden = l.ink.Empty(); !l.raster.Hidden {
		size, at := l.frame()
		resized = size != l.raster.Size()
		l.raster.Move(at)
		l.raster.Resize(size) // draws
	}
	if changed && !resized {
		l.raster.Refresh()
	}
	if before > 0 && before != len(l.lines) {
		canvas.Refresh(l.raster) // it needs another height
	}
}

// look returns how the line looks on a screen of a scale.
func (l *Line) look(scale float32) look {
	return look{fit: l.fit, palette: l.palette(), scale: scale, align: l.Align, found: written(l.Found)}
}

// written writes stretches out, so that they compare with ==.
func written(ranges []Range) string {
	if len(ranges) == 0 {
		return ""
	}
	return fmt.Sprint(ranges)
}

// palette returns the colours of the theme, with the line's own for its text.
func (l *Line) palette() palette {
	th, variant := l.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	p := paletteOf(th, variant)
	if l.Colour != "" {
		p.text = nrgba(th.Color(l.Colour, variant))
	}
	return p
}

func (l *Line) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.raster); c != nil && c.Scale() > 0 {
		return c.Scale()
	}
	return 1
}

// pitch returns the height of one line in device pixels.
func (k look) pitch() int {
	_, height := k.fit.heights()
	return whole(height * k.scale)
}

// frame returns the size of the picture in whole device pixels and where it lies: where there is
// something to see. Room without letters would be painted as well, at each frame.
func (l *Line) frame() (fyne.Size, fyne.Position) {
	k := l.shows
	at := l.ink.Min.Add(image.Pt(0, whole(k.top(l.Size().Height))))
	return fyne.NewSize(float32(l.ink.Dx())/k.scale, float32(l.ink.Dy())/k.scale), fyne.NewPos(float32(at.X)/k.scale, float32(at.Y)/k.scale)
}

// top returns how many device pixels below the upper edge of its room, so high, a line begins: a
// single one stands in the middle.
func (k look) top(height float32) float32 {
	if k.fit.lines != 1 {
		return 0
	}
	return float32(math.Round(float64(height*k.scale-float32(k.pitch())) / 2))
}
