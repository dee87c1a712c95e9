package window

import (
	"math"
	"testing"
)

// As Fyne reckons, a window keeps its pixels through changes of the theme and starts of the program.
func TestTheWindowDoesNotGrow(t *testing.T) {
	for _, scale := range []float32{1, 1.1, 1.2, 1.3, 1.5, 1.7, 2} {
		for pixels := 600; pixels < 4000; pixels++ {
			canvas := func(pixels int) float32 { return float32(math.Ceil(float64(float32(pixels) / scale))) }
			again := func(pixels int) int { return int(math.Ceil(float64(exact(canvas(pixels), scale) * scale))) }
			after := pixels
			for range 20 {
				after = again(after)
			}
			if after < pixels || after > pixels+2 {
				t.Fatalf("at a scale of %v, %d pixels become %d", scale, pixels, after)
			}
		}
	}
}
