package textview

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

func TestInkIsAllThatIsToBeSeen(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		img := image.NewRGBA(image.Rect(0, 0, 1+random.IntN(40), 1+random.IntN(20)))
		want := image.Rectangle{}
		for range random.IntN(4) {
			at := image.Pt(random.IntN(img.Rect.Dx()), random.IntN(img.Rect.Dy()))
			img.SetRGBA(at.X, at.Y, color.RGBA{A: 1})
			want = want.Union(image.Rectangle{at, at.Add(image.Pt(1, 1))})
		}
		if got := inkOf(img); got != want {
			t.Fatalf("in %v there is ink in %v, not %v", img.Rect, want, got)
		}
		if part := cropped(nil, img, want); inkOf(part).Size() != want.Size() {
			t.Fatalf("cut to %v, ink is in %v", want, inkOf(part))
		}
	}
}

func TestEmptyLooksAtAllPixels(t *testing.T) {
	pixels := make([]byte, 3*len(none)+5)
	if !empty(pixels) || !empty(nil) {
		t.Error("nothing is not empty")
	}
	for _, at := range []int{0, len(none) - 1, len(none), len(pixels) - 1} {
		pixels[at] = 1
		if empty(pixels) {
			t.Errorf("the pixel at %d is not seen", at)
		}
		pixels[at] = 0
	}
}

// On a screen that draws more pixels than it counts a line is painted again, for those.
func TestALineIsPaintedForThePixelsOfTheScreen(t *testing.T) {
	d := newDesk(t, "A line of text that says little.")
	r := d.surface.rows[0]
	ink := r.ink
	if ink.Empty() || ink.Dy() >= d.metrics.pitch || ink.Dx() >= r.shows.width {
		t.Fatalf("ink in %v of %d × %d pixels", ink, r.shows.width, d.metrics.pitch)
	}
	for _, by := range []int{2, 3} {
		img := r.draw(ink.Dx()*by, ink.Dy()*by).(*image.RGBA)
		if img.Rect.Size() != ink.Size().Mul(by) {
			t.Errorf("%d times: a picture of %v for %v", by, img.Rect, ink)
		}
		if got, want := inkOf(img), img.Rect; got.Intersect(want.Inset(by+1)) != want.Inset(by+1) {
			t.Errorf("%d times: ink only in %v of %v", by, got, want)
		}
	}
}
