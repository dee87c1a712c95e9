package textview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
)

// heights returns where the baseline is below the top of a line, and how high the line is, as the
// theme's font has it.
func (f fit) heights() (baseline, height float32) {
	const usualAscent, usualDescent = 1.069, 0.293
	up, down := float32(usualAscent), float32(usualDescent)
	if len(f.book.faces) > 0 {
		face := f.book.faces[0]
		if e, ok := face.FontHExtents(); ok {
			em := float32(face.Upem())
			up, down = e.Ascender/em, -e.Descender/em
		}
	}
	return up * f.size, (up + down) * f.size
}

// draw paints the line. A screen may have more pixels than it counts, or another scale than the line
// was told of yet.
func (l *Line) draw(w, h int) image.Image {
	l.buffer = Blank(l.buffer, w, h)
	k, from := l.shows, l.ink.Min
	if h != l.ink.Dy() && !l.ink.Empty() {
		by := float32(h) / float32(l.ink.Dy())
		k.scale *= by
		from = image.Pt(whole(float32(from.X)*by), whole(float32(from.Y)*by))
	}
	l.paint(l.buffer, image.Point{}.Sub(from), k)
	return l.buffer
}

// Ink returns where Paint draws, in device pixels from the upper left corner of the line's room.
func (l *Line) Ink(scale float32) image.Rectangle {
	l.settle()
	k := l.look(scale)
	return l.inked(k).Add(image.Pt(0, whole(k.top(l.Size().Height))))
}

// inked returns where anything of the line is seen.
func (l *Line) inked(k look) image.Rectangle {
	var ink image.Rectangle
	baseline, _ := k.fit.heights()
	for i := range l.lines {
		s, top := &l.lines[i], i*k.pitch()
		origin := k.indent(s) * k.scale
		for _, g := range s.glyphs {
			_, box := placed(g, origin, float32(top+whole(baseline*k.scale)), k.scale)
			ink = ink.Union(box)
		}
		if len(s.boxes)+len(l.Found) > 0 {
			ink = ink.Union(image.Rect(whole(origin), top, whole(origin+s.width*k.scale), top+k.pitch()))
		}
	}
	return ink
}

// Paint draws the line into the picture of something that it is a part of, on a screen of a scale.
// The upper left corner of its room is to lie at a place in it, in device pixels.
func (l *Line) Paint(onto *image.RGBA, at image.Point, scale float32) {
	l.settle()
	k := l.look(scale)
	l.paint(onto, at.Add(image.Pt(0, whole(k.top(l.Size().Height)))), k)
}

// paint draws the line from a place on.
func (l *Line) paint(onto *image.RGBA, at image.Point, k look) {
	baseline, _ := k.fit.heights()
	m := metrics{scale: k.scale, size: k.fit.size * k.scale, hair: max(1, whole(k.scale))}
	for i := range l.lines {
		top := at.Y + i*k.pitch()
		m.baseline = top + whole(baseline*k.scale)
		s := sheet{img: onto, line: &l.lines[i], metrics: m, palette: k.palette}
		s.origin = float32(at.X) + k.indent(&l.lines[i])*k.scale
		s.found(l.Found, top, k.pitch())
		s.text()
	}
}

// found lays the colour of hits behind stretches of a line that is so high.
func (s sheet) found(ranges []Range, top, height int) {
	for _, r := range ranges {
		for _, st := range s.line.stretches(r.Start, min(r.End, s.line.end)) {
			s.fill(s.rect(st, top, top+height), s.palette.found)
		}
	}
}

// indent returns how far the line's left edge is from that of its room.
func (k look) indent(l *shaped) float32 {
	slack := max(0, k.fit.room-l.width)
	right := k.align == fyne.TextAlignTrailing
	if k.fit.lines > 1 && l.rtl {
		right = !right
	}
	switch {
	case k.align == fyne.TextAlignCenter:
		return slack / 2
	case right:
		return slack
	}
	return 0
}

func nrgba(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }
