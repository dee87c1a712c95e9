package textview

import (
	"image"

	"golang.org/x/image/vector"
)

// wave draws the lane of a mark as a wave, a broken one if the mark is dashed. It is a little higher than
// a lane and takes what it needs of the room below.
func (s sheet) wave(r image.Rectangle, b band) {
	r.Max.Y = min(r.Max.Y+s.metrics.hair, s.metrics.pitch)
	if r.Empty() {
		return
	}
	w := wave{
		Rasterizer: vector.NewRasterizer(r.Dx(), r.Dy()), left: r.Min.X, right: float32(r.Dx()), height: float32(r.Dy()),
		half: max(3, whole(s.metrics.size*0.2)), thick: max(1.2, float32(r.Dy())*0.45),
	}
	for n := r.Min.X / w.half; n*w.half < r.Max.X; n++ {
		if b.look != Dashed || n%5 < 3 {
			w.slope(n)
		}
	}
	w.Draw(s.img, r, image.NewUniform(b.colour), image.Point{})
}

// A wave goes up and down. Its places depend on the line alone, so that its pieces fit together.
type wave struct {
	*vector.Rasterizer
	left          int     // of the lane, in pixels of the line
	half          int     // how wide a slope is
	right, height float32 // of the lane
	thick         float32
}

// slope draws one that goes up, or down if its number is odd, as far as it lies within the lane.
func (w wave) slope(n int) {
	x0 := float32(n*w.half - w.left)
	x1 := x0 + float32(w.half)
	y0, y1 := w.height-w.thick, float32(0)
	if n%2 == 1 {
		y0, y1 = y1, y0
	}
	at := func(x float32) float32 { return y0 + (y1-y0)*(x-x0)/(x1-x0) }
	from, to := max(0, x0), min(w.right, x1)
	if from >= to {
		return
	}
	w.MoveTo(from, at(from))
	w.LineTo(to, at(to))
	w.LineTo(to, at(to)+w.thick)
	w.LineTo(from, at(from)+w.thick)
	w.ClosePath()
}
