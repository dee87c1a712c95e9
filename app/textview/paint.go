package textview

import (
	"image"
	"image/color"
	"image/draw"
)

// A sheet is one line being painted, in device pixels.
type sheet struct {
	img     *image.RGBA
	line    *shaped
	metrics metrics
	palette palette
	origin  float32 // where the line's left edge is
	left    float32 // where the column's is
	deeper  bool    // more marks lie above each other than there are lanes
	tags    *shaper
}

// A selected part of a line, and whether the line's end is selected with it.
type selected struct {
	start, end int
	newline    bool
}

// paint draws a whole line: tints, what was found, selection, lanes, text, tags.
func (s sheet) paint(is state) {
	bands := is.bands
	s.deeper = depth(bands) > s.metrics.lanes
	s.hush(is.spoken)
	for _, b := range bands {
		s.band(b)
	}
	for _, h := range is.hits {
		s.hit(h)
	}
	s.selection(is.selected)
	for _, b := range bands {
		s.lane(b)
	}
	s.more(bands)
	for _, t := range s.placeTags(bands, s.img.Bounds().Max.X) {
		s.tag(t)
	}
	s.text() // upon the tags, so that none hides an accent
	s.number(is.number)
	for _, b := range bands {
		if b.current {
			s.outline(b)
		}
	}
}

func (s sheet) text() {
	ink := image.NewUniform(s.palette.text)
	for _, g := range s.line.glyphs {
		drawGlyph(s.img, g, s.origin, float32(s.metrics.baseline), s.metrics.scale, ink)
	}
	for _, c := range s.line.boxes {
		s.missing(c)
	}
}

// glyph draws a glyph of a name or a number, which are shaped at size 1.
func (s sheet) glyph(g glyph, x, y, size float32, c color.NRGBA) {
	drawGlyph(s.img, g, x, y, size, image.NewUniform(c))
}

// missing draws the box for a character that no font has.
func (s sheet) missing(c cell) {
	r := s.rect(stretch{c.x0, c.x1}, s.metrics.baseline-whole(s.metrics.size*0.7), s.metrics.baseline)
	r.Min.X += s.metrics.hair
	r.Max.X -= s.metrics.hair
	s.frame(r, s.metrics.hair, s.palette.faint, [2]bool{true, true})
}

func (s sheet) selection(sel selected) {
	top, bottom := s.metrics.bandTop(1), s.metrics.sole
	for _, st := range s.line.stretches(sel.start, sel.end) {
		s.fill(s.rect(st, top, bottom), s.palette.selection)
	}
	if sel.newline {
		end := stretch{s.line.width, s.line.width + 0.35*s.metrics.size/s.metrics.scale}
		if s.line.rtl {
			end = stretch{-end.x1 + end.x0, 0}
		}
		s.fill(s.rect(end, top, bottom), s.palette.selection)
	}
}

// rect returns the pixels of a stretch between two heights.
func (s sheet) rect(st stretch, top, bottom int) image.Rectangle {
	return image.Rect(s.px(st.x0), top, s.px(st.x1), bottom)
}

func (s sheet) px(x float32) int { return whole(s.origin + x*s.metrics.scale) }

func (s sheet) fill(r image.Rectangle, c color.NRGBA) {
	draw.Draw(s.img, r, image.NewUniform(c), image.Point{}, draw.Over)
}

// frame draws the outline of r inwards; open sides are left out.
func (s sheet) frame(r image.Rectangle, t int, c color.NRGBA, sides [2]bool) {
	s.fill(image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+t), c)
	s.fill(image.Rect(r.Min.X, r.Max.Y-t, r.Max.X, r.Max.Y), c)
	if sides[0] {
		s.fill(image.Rect(r.Min.X, r.Min.Y+t, r.Min.X+t, r.Max.Y-t), c)
	}
	if sides[1] {
		s.fill(image.Rect(r.Max.X-t, r.Min.Y+t, r.Max.X, r.Max.Y-t), c)
	}
}

// round fills r with round corners.
func (s sheet) round(r image.Rectangle, radius float32, c color.NRGBA) {
	FillRound(s.img, r, radius, c)
}

// dashes draws a broken horizontal line.
func (s sheet) dashes(r image.Rectangle, on, off int, c color.NRGBA) {
	for x := r.Min.X; x < r.Max.X; x += on + off {
		s.fill(image.Rect(x, r.Min.Y, min(x+on, r.Max.X), r.Max.Y), c)
	}
}
