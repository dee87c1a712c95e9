package textview

import "image"

// Blank returns an empty picture of a size in device pixels: the one given, where it has that size, or
// a new one. Nil is none.
func Blank(before *image.RGBA, w, h int) *image.RGBA {
	size := image.Rect(0, 0, w, h)
	if before == nil || before.Rect != size {
		return image.NewRGBA(size)
	}
	clear(before.Pix)
	return before
}
