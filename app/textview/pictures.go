package textview

import (
	"image"
	"image/color"
	"math"

	"github.com/go-text/render"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// pictureStamp draws a glyph that has colours of its own.
func pictureStamp(k glyphKey, data font.GlyphData) stamp {
	e, ok := k.face.GlyphExtents(k.id)
	if !ok {
		return stamp{}
	}
	if _, svg := data.(font.GlyphSVG); svg {
		e = emBox(k.face)
	}
	scale := k.size / float32(k.face.Upem())
	units := func(f float32) fixed.Int26_6 { return fixed.Int26_6(f * scale * 64) }
	g := shaping.Glyph{
		GlyphID: k.id, Width: units(e.Width), Height: units(e.Height),
		XBearing: units(e.XBearing), YBearing: units(e.YBearing),
	}
	floor := func(f float32) int { return int(math.Floor(float64(f * scale))) }
	left, up := 1-floor(e.XBearing), 2+floor(e.YBearing) // the glyph's origin in the picture
	img := image.NewRGBA(image.Rect(0, 0, floor(e.Width)+3, floor(-e.Height)+3))
	r := render.Renderer{FontSize: k.size, PixScale: 1, Color: color.Black}
	r.DrawShapedRunAt(shaping.Output{Face: k.face, Glyphs: []shaping.Glyph{g}}, img, left, up)
	return stamp{picture: img, at: image.Pt(-left, -up)}
}

// emBox returns where the picture of a glyph lies whose drawing fills the em square, whatever of
// that square is inked. How high the square sits is seen from a face that is inked all around.
func emBox(f *font.Face) font.GlyphExtents {
	em := float32(f.Upem())
	box := font.GlyphExtents{Width: em, Height: -em, YBearing: 0.85 * em}
	if id, ok := f.NominalGlyph(0x1F600); ok {
		if e, ok := f.GlyphExtents(id); ok {
			box.YBearing = e.YBearing + (em+e.Height)/2
		}
	}
	return box
}
