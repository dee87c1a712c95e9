package textview

import (
	"image"
	"image/draw"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// phases is how many places within a pixel a glyph may begin at.
const phases = 4

// What the cache of drawn glyphs may hold; past it the cache starts anew.
const (
	maxGlyphs     = 8192
	maxGlyphBytes = 16 << 20
)

// A glyphKey says all that a drawn glyph depends on.
type glyphKey struct {
	face  *font.Face
	id    font.GID
	size  float32 // device pixels
	phase int
}

// A stamp is a drawn glyph: a mask for one colour, or a picture of its own. At is where its top
// left corner lies from the glyph's origin.
type stamp struct {
	mask    *image.Alpha
	picture *image.RGBA
	at      image.Point
}

var (
	stamps     = map[glyphKey]stamp{}
	stampBytes int
)

// bytes returns how much memory a stamp takes.
func (s stamp) bytes() int {
	total := 200
	if s.mask != nil {
		total += len(s.mask.Pix)
	}
	if s.picture != nil {
		total += len(s.picture.Pix)
	}
	return total
}

// stampOf returns the drawing of a glyph.
func stampOf(k glyphKey) stamp {
	s, ok := stamps[k]
	if ok {
		return s
	}
	if len(stamps) >= maxGlyphs || stampBytes >= maxGlyphBytes {
		clear(stamps)
		stampBytes = 0
	}
	switch data := k.face.GlyphData(k.id).(type) {
	case font.GlyphOutline:
		s = outlineStamp(k, data)
	case font.GlyphSVG, font.GlyphBitmap:
		s = pictureStamp(k, data)
	}
	stamps[k] = s
	stampBytes += s.bytes()
	return s
}

// outlineStamp fills an outline.
func outlineStamp(k glyphKey, outline font.GlyphOutline) stamp {
	scale := k.size / float32(k.face.Upem())
	shift := float32(k.phase) / phases
	box := bounds(outline, scale, shift)
	if box.Empty() {
		return stamp{}
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(p opentype.SegmentPoint) (x, y float32) {
		return p.X*scale + shift - float32(box.Min.X), -p.Y*scale - float32(box.Min.Y)
	}
	for _, s := range outline.Segments {
		x0, y0 := at(s.Args[0])
		x1, y1 := at(s.Args[1])
		x2, y2 := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			r.ClosePath()
			r.MoveTo(x0, y0)
		case opentype.SegmentOpLineTo:
			r.LineTo(x0, y0)
		case opentype.SegmentOpQuadTo:
			r.QuadTo(x0, y0, x1, y1)
		case opentype.SegmentOpCubeTo:
			r.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	r.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	r.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	return stamp{mask: mask, at: box.Min}
}

// bounds returns the pixels that an outline may touch.
func bounds(outline font.GlyphOutline, scale, shift float32) image.Rectangle {
	x0, y0 := float32(math.Inf(1)), float32(math.Inf(1))
	x1, y1 := float32(math.Inf(-1)), float32(math.Inf(-1))
	for _, s := range outline.Segments {
		for _, p := range s.ArgsSlice() {
			x, y := p.X*scale+shift, -p.Y*scale
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
	}
	if x1 <= x0 || y1 <= y0 {
		return image.Rectangle{}
	}
	floor := func(f float32) int { return int(math.Floor(float64(f))) }
	return image.Rect(floor(x0), floor(y0), floor(x1)+1, floor(y1)+1)
}

// drawGlyph draws a glyph with its origin at x, y (device pixels).
func drawGlyph(dst *image.RGBA, g glyph, x, y, scale float32, ink image.Image) {
	s, box := placed(g, x, y, scale)
	switch {
	case s.mask != nil:
		draw.DrawMask(dst, box, ink, image.Point{}, s.mask, image.Point{}, draw.Over)
	case s.picture != nil:
		draw.Draw(dst, box, s.picture, image.Point{}, draw.Over)
	}
}

// placed returns the drawing of a glyph with its origin at x, y, and where that lies.
func placed(g glyph, x, y, scale float32) (stamp, image.Rectangle) {
	x += g.x * scale
	left := float32(math.Floor(float64(x)))
	phase := int((x - left) * phases)
	s := stampOf(glyphKey{g.face, g.id, g.size * scale, phase})
	at := image.Pt(int(left), whole(y-g.y*scale)).Add(s.at)
	switch {
	case s.mask != nil:
		return s, s.mask.Bounds().Add(at)
	case s.picture != nil:
		return s, s.picture.Bounds().Add(at)
	}
	return s, image.Rectangle{}
}
