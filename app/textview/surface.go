package textview

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A surface is the canvas objects of a view: a raster for each line in sight, the caret, the
// scroll bar and the ring of the focus.
type surface struct {
	generation int // counts layouts
	rows       []*row
	objects    []fyne.CanvasObject
	strip      fyne.CanvasObject
	caret      *canvas.Rectangle
	track      *canvas.Rectangle
	thumb      *canvas.Rectangle
	ring       ring
}

func newSurface(strip fyne.CanvasObject) surface {
	s := surface{
		strip: strip,
		caret: canvas.NewRectangle(nil), track: canvas.NewRectangle(nil),
		thumb: canvas.NewRectangle(nil), ring: newRing(),
	}
	s.thumb.CornerRadius = 3
	s.compose()
	return s
}

// compose lists the objects in the order in which they are drawn.
func (s *surface) compose() {
	s.objects = make([]fyne.CanvasObject, 0, len(s.rows)+4+len(s.ring))
	for _, r := range s.rows {
		s.objects = append(s.objects, r.raster)
	}
	s.objects = append(s.objects, s.caret, s.strip, s.track, s.thumb)
	for _, side := range s.ring {
		s.objects = append(s.objects, side)
	}
}

// A row is the raster of one line. It shows only the part of the line's picture that has ink.
type row struct {
	raster *canvas.Raster
	shows  state
	sheet  sheet
	at     fyne.Position   // of the whole picture
	ink    image.Rectangle // of it, in device pixels
	inked  *image.RGBA     // what is there
}

// A state is all that a drawn line depends on. A row is drawn anew only when its state changed.
type state struct {
	used       bool
	generation int
	line       int
	width      int
	metrics    metrics
	palette    palette
	selected   selected
	number     int // of the paragraph that begins here
	hits       []hit
	spoken     Range // the quotation to be shown
	bands      []band
}

func (a state) same(b state) bool {
	return a.used == b.used && a.generation == b.generation && a.line == b.line && a.width == b.width &&
		a.metrics == b.metrics && a.palette == b.palette && a.selected == b.selected && a.spoken == b.spoken && a.number == b.number &&
		slices.Equal(a.hits, b.hits) && slices.Equal(a.bands, b.bands)
}

// blank tells whether nothing but the letters of the line is to be drawn.
func (a state) blank() bool {
	return len(a.bands) == 0 && len(a.hits) == 0 && a.selected == selected{} && a.spoken.Empty() && a.number == 0
}

func newRow() *row {
	r := &row{}
	r.raster = canvas.NewRaster(r.draw)
	r.raster.ScaleMode = canvas.ImageScalePixels
	return r
}

// paint paints the row's line.
func (r *row) paint(v *View) {
	v.whole = Blank(v.whole, r.shows.width, v.metrics.pitch)
	r.sheet.onto(v.whole).paint(r.shows)
	r.ink = inkOf(v.whole)
	r.inked = cropped(r.inked, v.whole, r.ink)
}

// draw returns the row's picture. Where the screen has more pixels than it counts, or another scale
// than the view was told of yet, it is painted for that.
func (r *row) draw(w, h int) image.Image {
	if r.ink.Empty() || r.ink.Size() == image.Pt(w, h) {
		return r.inked
	}
	by := float64(h) / float64(r.ink.Dy())
	times := func(n int) int { return int(math.Round(float64(n) * by)) }
	img := image.NewRGBA(image.Rect(0, 0, times(r.shows.width), times(r.sheet.metrics.pitch)))
	r.sheet.onto(img).paint(r.shows)
	from := image.Pt(times(r.ink.Min.X), times(r.ink.Min.Y))
	return cropped(nil, img, image.Rectangle{from, from.Add(image.Pt(w, h))})
}

// onto returns the sheet for a picture, whose lines may have another height in pixels than it was made for.
func (s sheet) onto(img *image.RGBA) sheet {
	s.img = img
	height := img.Rect.Dy()
	if height == s.metrics.pitch {
		return s
	}
	m, by := s.metrics, float32(height)/float32(s.metrics.pitch)
	s.metrics = metricsOf(m.size/m.scale, m.scale*by, m.rise).deep(m.lanes)
	s.origin *= by
	s.left *= by
	return s
}

// repaint draws everything anew, as after a change of theme.
func (v *View) repaint() {
	for _, r := range v.surface.rows {
		r.shows = state{}
	}
	v.strip.shows = overview{}
	v.update()
}

// Together makes several changes, and draws what came of them once.
func (v *View) Together(changes func()) {
	v.changing++
	changes()
	v.changing--
	if v.changing == 0 && v.changed {
		v.update()
	}
}

// update brings what is drawn in line with what the view holds.
func (v *View) update() {
	if v.changed = v.changing > 0; v.changed || !v.ready() {
		return
	}
	v.palette = paletteOf(v.Theme(), fyne.CurrentApp().Settings().ThemeVariant())
	tags := bookOf(v.Theme().Font(fyne.TextStyle{Bold: true}), "")
	if v.tags == nil || v.tags.book != tags {
		v.tags = newShaper(tags, 1)
	}
	v.clampScroll()
	v.spoken = v.spokenAtCaret()
	v.updateRows()
	v.updateCaret()
	v.updateStrip()
	v.updateBar()
	v.updateRing()
}

// updateRows shows the lines in sight.
func (v *View) updateRows() {
	s := &v.surface
	first := max(0, int(math.Floor((v.scrolled-headroom)/v.pitch())))
	end := int(math.Ceil((v.scrolled + float64(v.Size().Height) - headroom) / v.pitch()))
	end = min(max(end, first), len(v.layout.lines))
	count := len(s.rows)
	for len(s.rows) < end-first {
		s.rows = append(s.rows, newRow())
	}
	if len(s.rows) != count {
		s.compose()
	}
	used := make([]bool, len(s.rows))
	for n := first; n < end; n++ {
		used[n%len(s.rows)] = true
		v.showLine(s.rows[n%len(s.rows)], n)
	}
	for i, r := range s.rows {
		if !used[i] && r.raster.Visible() {
			r.raster.Hide()
		}
	}
}

// showLine puts a line into a row, and draws it if that row showed something else. A row without
// anything to see is hidden, since Fyne would paint it.
func (v *View) showLine(r *row, n int) {
	want := v.stateOf(n)
	if ln := v.layout.lines[n]; ln.start == ln.end && want.blank() {
		r.shows = state{}
		r.raster.Hide()
		return
	}
	changed := !r.shows.same(want)
	if changed {
		want.bands = append(r.shows.bands[:0], want.bands...) // those in v.bands are of the next line soon
		r.shows, r.sheet = want, v.sheetOf(n)
		r.sheet.metrics = want.metrics
		r.paint(v)
	}
	r.at = fyne.NewPos(v.columnLeft()-v.snapped(v.setting.margin), v.snapped(float32(v.lineTop(n)-v.scrolled)))
	if r.ink.Empty() {
		r.raster.Hide()
		return
	}
	r.raster.Show()
	scale := v.setting.scale
	size := fyne.NewSize(float32(r.ink.Dx())/scale, float32(r.ink.Dy())/scale)
	resized := r.raster.Size() != size
	r.raster.Resize(size) // draws
	r.raster.Move(r.at.AddXY(float32(r.ink.Min.X)/scale, float32(r.ink.Min.Y)/scale))
	if changed && !resized {
		r.raster.Refresh()
	}
}

// stateOf returns what a line is to show. Its bands lie in memory that the next call uses.
func (v *View) stateOf(n int) state {
	ln := v.layout.lines[n]
	v.bands = v.appendBands(v.bands[:0], ln, v.palette.dark)
	return state{
		used: true, generation: v.surface.generation, line: n,
		width: whole((v.snapped(v.setting.margin) + v.setting.measure + v.setting.far) * v.setting.scale), metrics: v.metrics.deep(depth(v.bands)), palette: v.palette,
		selected: v.selectedOf(n), bands: v.bands,
		hits: v.hits.on(ln), spoken: v.spokenOn(ln), number: v.numberOf(n),
	}
}

func (v *View) sheetOf(n int) sheet {
	l := v.shape(n)
	return sheet{
		line: l, metrics: v.metrics, palette: v.palette, tags: v.tags,
		origin: (v.lineLeft(l) - v.columnLeft() + v.snapped(v.setting.margin)) * v.setting.scale,
		left:   v.snapped(v.setting.margin) * v.setting.scale,
	}
}

// selectedOf returns what of a line is selected.
func (v *View) selectedOf(n int) selected {
	ln, sel := v.layout.lines[n], v.selection()
	if sel.Empty() || sel.End <= ln.start || sel.Start > ln.end {
		return selected{}
	}
	return selected{max(sel.Start, ln.start), min(sel.End, ln.end), !ln.wrapped && sel.End > ln.end}
}

func (v *View) updateCaret() {
	c := v.surface.caret
	pos, height, _ := v.caretAt(target{v.caret, v.behind}, v.caretLine())
	inside := pos.Y+height > 0 && pos.Y < v.Size().Height
	if !v.focused || !inside {
		c.Hide()
		return
	}
	c.FillColor = v.palette.text
	width := max(1, v.snapped(1.6))
	c.Resize(fyne.NewSize(width, height))
	c.Move(fyne.NewPos(v.snapped(pos.X-width/2), v.snapped(pos.Y)))
	c.Show()
	c.Refresh()
}
