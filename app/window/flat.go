package window

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/image/draw"

	"github.com/glossator/glossator/app/textview"
)

// A flat draws an object, and all within it, as one picture. Fyne looks at each object of a window
// several times a frame and hands it to the graphics card by itself; a row of a list with its
// words and signs is one to it when it is flat. What can be within: containers, lines, backdrops,
// rectangles and icons.
//
// It is the renderer of the widget that the object is the face of, or a part of one. A change shows when
// that is refreshed.
type flat struct {
	content fyne.CanvasObject
	raster  *canvas.Raster
	objects []fyne.CanvasObject // the raster alone; Fyne asks for it several times a frame
	buffer  *image.RGBA
	least   fyne.Size
	ink     image.Rectangle // where there is anything to see, in device pixels
	scale   float32         // device pixels to one of Fyne's units, as it was for that
}

func newFlat(content fyne.CanvasObject) *flat {
	f := &flat{content: content, least: content.MinSize()}
	f.raster = canvas.NewRaster(f.draw)
	f.raster.ScaleMode = canvas.ImageScalePixels
	f.objects = []fyne.CanvasObject{f.raster}
	return f
}

// Destroy is Fyne's.
func (f *flat) Destroy() {}

// Objects is Fyne's.
func (f *flat) Objects() []fyne.CanvasObject { return f.objects }

// MinSize is Fyne's.
func (f *flat) MinSize() fyne.Size { return f.least }

// Layout is Fyne's.
func (f *flat) Layout(room fyne.Size) {
	f.content.Resize(room)
	f.fit()
}

// Refresh is Fyne's.
func (f *flat) Refresh() {
	f.content.Refresh()
	f.least = f.content.MinSize()
	f.fit()
	f.raster.Refresh()
}

// fit lays the picture where there is anything to see: each pixel of it is painted at each frame.
func (f *flat) fit() {
	f.scale = 1
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.raster); c != nil {
		f.scale = c.Scale()
	}
	f.ink = flattening{scale: f.scale}.ink(f.content, fyne.Position{})
	if f.raster.Hidden = f.ink.Empty(); f.raster.Hidden {
		return
	}
	f.ink = f.ink.Inset(-1) // the scale may change before it is fitted again
	f.raster.Move(fyne.NewPos(float32(f.ink.Min.X)/f.scale, float32(f.ink.Min.Y)/f.scale))
	f.raster.Resize(fyne.NewSize(float32(f.ink.Dx())/f.scale, float32(f.ink.Dy())/f.scale)) // draws
}

// draw paints the picture, in device pixels. They are as many as it was fitted for, but for screens
// that have more than Fyne counts.
func (f *flat) draw(w, h int) image.Image {
	f.buffer = textview.Blank(f.buffer, w, h)
	by := float32(h) / float32(max(1, f.ink.Dy()))
	p := flattening{onto: f.buffer, scale: f.scale * by}
	p.from = image.Pt(int(math.Round(float64(float32(f.ink.Min.X)*by))), int(math.Round(float64(float32(f.ink.Min.Y)*by))))
	p.put(f.content, fyne.Position{})
	return f.buffer
}

// A flattening is a picture that objects are put into.
type flattening struct {
	onto  *image.RGBA
	from  image.Point // what of the whole lies in its upper left corner
	scale float32     // device pixels to one of Fyne's units
}

// put paints an object that lies in another.
func (p flattening) put(o fyne.CanvasObject, within fyne.Position) {
	if !o.Visible() {
		return
	}
	at := within.Add(o.Position())
	room := p.rect(at, o.Size())
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			p.put(inner, at)
		}
	case *line:
		o.Paint(p.onto, room.Min, p.scale)
	case *backdrop:
		fill, edge, width := o.colours()
		p.rectangle(room, o.radius, fill, edge, width)
	case *canvas.Rectangle:
		p.rectangle(room, o.CornerRadius, o.FillColor, o.StrokeColor, o.StrokeWidth)
	case *widget.Icon:
		if icon := iconPicture(o.Resource, room.Size()); icon != nil {
			draw.Draw(p.onto, room, icon, image.Point{}, draw.Over)
		}
	}
}

// rect is where something lies, in device pixels.
func (p flattening) rect(at fyne.Position, size fyne.Size) image.Rectangle {
	px := func(units float32) int { return int(math.Round(float64(units * p.scale))) }
	return image.Rect(px(at.X), px(at.Y), px(at.X+size.Width), px(at.Y+size.Height)).Sub(p.from)
}

// ink returns where put would paint an object.
func (p flattening) ink(o fyne.CanvasObject, within fyne.Position) image.Rectangle {
	if !o.Visible() {
		return image.Rectangle{}
	}
	at := within.Add(o.Position())
	room := p.rect(at, o.Size())
	switch o := o.(type) {
	case *fyne.Container:
		all := image.Rectangle{}
		for _, inner := range o.Objects {
			all = all.Union(p.ink(inner, at))
		}
		return all
	case *line:
		return o.Ink(p.scale).Add(room.Min)
	case *backdrop:
		if fill, edge, _ := o.colours(); !visible(fill) && !visible(edge) {
			return image.Rectangle{}
		}
	case *canvas.Rectangle:
		if !visible(o.FillColor) && (o.StrokeWidth == 0 || !visible(o.StrokeColor)) {
			return image.Rectangle{}
		}
	}
	return room
}

// rectangle fills a rectangle and draws its edge.
func (p flattening) rectangle(room image.Rectangle, radius float32, fill, edge color.Color, width float32) {
	if visible(fill) {
		textview.FillRound(p.onto, room, radius*p.scale, fill)
	}
	if width > 0 && visible(edge) {
		textview.FrameRound(p.onto, room, radius*p.scale, width*p.scale, edge)
	}
}

// visible tells whether anything is to be seen of a colour.
func visible(c color.Color) bool {
	if c == nil {
		return false
	}
	_, _, _, alpha := c.RGBA()
	return alpha > 0
}

// A drawnIcon is what the picture of an icon depends on.
type drawnIcon struct {
	icon fyne.Resource
	ink  any // the colour of an icon that takes its colour from the theme
	size image.Point
}

var drawnIcons = map[drawnIcon]*image.RGBA{}

// iconPicture is the picture of an icon, in device pixels, or nil.
func iconPicture(icon fyne.Resource, size image.Point) *image.RGBA {
	if icon == nil || size.X <= 0 || size.Y <= 0 {
		return nil
	}
	key := drawnIcon{icon, nil, size}
	if themed, ok := icon.(fyne.ThemedResource); ok {
		key.ink = colour(themed.ThemeColorName())
	}
	picture, drawn := drawnIcons[key]
	if !drawn {
		i := canvas.NewImageFromResource(icon)
		i.FillMode = canvas.ImageFillContain
		i.Resize(fyne.NewSize(float32(size.X), float32(size.Y))) // draws, on no screen, at twice the size
		if i.Image == nil {
			return nil // Fyne has said why
		}
		picture = image.NewRGBA(image.Rectangle{Max: size})
		draw.CatmullRom.Scale(picture, picture.Rect, i.Image, i.Image.Bounds(), draw.Src, nil)
		drawnIcons[key] = picture
	}
	return picture
}
