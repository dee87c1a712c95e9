package textview

import (
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/vector"
)

// FillRound fills a rectangle of device pixels whose corners are round. One that lies partly outside the
// picture is cut first.
func FillRound(onto draw.Image, r image.Rectangle, radius float32, c color.Color) {
	r = r.Intersect(onto.Bounds())
	w, h := float32(r.Dx()), float32(r.Dy())
	if radius = min(radius, w/2, h/2); radius < 0.5 {
		draw.Draw(onto, r, image.NewUniform(c), image.Point{}, draw.Over)
		return
	}
	p := vector.NewRasterizer(r.Dx(), r.Dy())
	contour(p, 0, 0, w, h, radius)
	p.Draw(onto, r, image.NewUniform(c), image.Point{})
}

// FrameRound draws a line of a width within the edge of such a rectangle.
func FrameRound(onto draw.Image, r image.Rectangle, radius, width float32, c color.Color) {
	if r = r.Intersect(onto.Bounds()); r.Empty() {
		return
	}
	w, h := float32(r.Dx()), float32(r.Dy())
	radius = max(0, min(radius, w/2, h/2))
	p := vector.NewRasterizer(r.Dx(), r.Dy())
	contour(p, 0, 0, w, h, radius)
	contour(p, w-width, width, width, h-width, max(0, radius-width)) // the other way round: a hole
	p.Draw(onto, r, image.NewUniform(c), image.Point{})
}

// contour goes around a rectangle with round corners, from its upper left corner to the right, or to the
// left where x1 is less than x0.
func contour(p *vector.Rasterizer, x0, y0, x1, y1, radius float32) {
	const k = 0.4477 // of the radius: where a circle's control points lie from the corner
	rx := radius
	if x1 < x0 {
		rx = -radius
	}
	qx, qy := rx*k, radius*k
	p.MoveTo(x0+rx, y0)
	p.LineTo(x1-rx, y0)
	p.CubeTo(x1-qx, y0, x1, y0+qy, x1, y0+radius)
	p.LineTo(x1, y1-radius)
	p.CubeTo(x1, y1-qy, x1-qx, y1, x1-rx, y1)
	p.LineTo(x0+rx, y1)
	p.CubeTo(x0+qx, y1, x0, y1-qy, x0, y1-radius)
	p.LineTo(x0, y0+radius)
	p.CubeTo(x0, y0+qy, x0+qx, y0, x0+rx, y0)
	p.ClosePath()
}
