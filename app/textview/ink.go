package textview

import (
	"bytes"
	"image"
	"image/draw"
)

// inkOf returns the part of a picture that has anything to see. Fyne has each pixel of a picture
// drawn, the empty ones too, which without a graphics card is half of the time of a frame.
func inkOf(img *image.RGBA) image.Rectangle {
	ink := image.Rectangle{Min: image.Pt(img.Rect.Max.X, img.Rect.Max.Y)}
	for y := range img.Rect.Dy() {
		line := img.Pix[y*img.Stride:][:4*img.Rect.Dx()]
		if ink.Max.X > 0 && empty(line[:4*ink.Min.X]) && empty(line[4*ink.Max.X:]) {
			if !empty(line[4*ink.Min.X : 4*ink.Max.X]) {
				ink.Max.Y = y + 1
			}
			continue
		}
		left := len(line) - len(bytes.TrimLeft(line, "\x00"))
		if left == len(line) {
			continue
		}
		right := len(bytes.TrimRight(line, "\x00"))
		ink.Min.X, ink.Min.Y = min(ink.Min.X, left/4), min(ink.Min.Y, y)
		ink.Max.X, ink.Max.Y = max(ink.Max.X, (right+3)/4), y+1
	}
	if ink.Max.X == 0 {
		return image.Rectangle{}
	}
	return ink
}

// none is longer than any line of a picture.
var none = make([]byte, 1<<16)

// empty tells whether nothing is to be seen of some pixels.
func empty(pixels []byte) bool {
	for len(pixels) > len(none) {
		if !bytes.Equal(pixels[:len(none)], none) {
			return false
		}
		pixels = pixels[len(none):]
	}
	return bytes.Equal(pixels, none[:len(pixels)])
}

// cropped copies a part of a picture, into the memory of the one given where there is room.
func cropped(into, img *image.RGBA, part image.Rectangle) *image.RGBA {
	size := image.Rectangle{Max: part.Size()}
	if bytes := 4 * size.Dx() * size.Dy(); into != nil && bytes <= cap(into.Pix) {
		*into = image.RGBA{Pix: into.Pix[:bytes], Stride: 4 * size.Dx(), Rect: size}
	} else {
		into = image.NewRGBA(size)
	}
	draw.Draw(into, size, img, part.Min, draw.Src)
	return into
}
