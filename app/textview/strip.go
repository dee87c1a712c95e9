package textview

import (
	"image"
	"image/color"
	"math"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The strip shows the whole text beside the scroll bar, in Fyne units from its left edge: marks,
// then what was found, then notices.
const (
	stripWidth = 8
	hitsFrom   = 4
	noticeFrom = 6
	leastTick  = 2 // the height of a tick of something short
)

// A strip is an overview of the whole text in one picture.
type strip struct {
	raster     *canvas.Raster
	generation int // counts what was set to be shown
	shows      overview
	dragged    bool
}

// An overview is all that the picture depends on.
type overview struct {
	used               bool
	generation, layout int
	current            string
	palette            palette
	metrics            metrics
	height             float32
}

func newStrip(draw func(w, h int) image.Image) strip {
	s := strip{raster: canvas.NewRaster(draw)}
	s.raster.ScaleMode = canvas.ImageScalePixels
	s.raster.Hide()
	return s
}

// SetNotices marks stretches of the text in the overview strip alone, such as those about which two
// people disagree. They need not be in order.
func (v *View) SetNotices(ranges []Range) {
	v.notices = newHits(ranges, -1, len(v.text))
	v.strip.generation++
	v.update()
}

// updateStrip draws the overview anew if what it shows has changed; where all of the text is in
// sight there is none.
func (v *View) updateStrip() {
	s := &v.strip
	if v.furthest() <= 0 {
		s.raster.Hide()
		return
	}
	want := overview{true, s.generation, v.surface.generation, v.current, v.palette, v.metrics, v.Size().Height}
	changed := want != s.shows
	s.shows = want
	size := fyne.NewSize(stripWidth, v.Size().Height)
	resized := size != s.raster.Size()
	s.raster.Show()
	s.raster.Move(fyne.NewPos(v.snapped(v.Size().Width-barRoom), 0))
	s.raster.Resize(size) // draws
	if changed && !resized {
		s.raster.Refresh()
	}
}

// drawStrip draws the overview.
func (v *View) drawStrip(w, h int) image.Image {
	s := scene{img: image.NewRGBA(image.Rect(0, 0, w, h)), scale: float32(w) / stripWidth, column: make([]color.NRGBA, h)}
	if v.setting.book == nil || h == 0 {
		return s.img
	}
	s.starts = v.rowStarts(h)
	s.fill(s.img.Rect, faded(v.palette.text, 0.05))
	for _, m := range v.index.marks {
		s.tick(m.Range, 0, hitsFrom, v.hue(m))
	}
	s.row = 0
	for _, r := range v.hits.ranges {
		s.tick(r, hitsFrom, noticeFrom, v.palette.chosen)
	}
	s.row = 0
	for _, r := range v.notices.ranges {
		s.tick(r, noticeFrom, stripWidth, v.palette.notice)
	}
	if i, ok := v.index.find(v.current); ok {
		s.row = 0
		s.tick(v.index.marks[i].Range, 0, stripWidth, v.hue(v.index.marks[i]))
	}
	if c := v.hits.chosen; !c.Empty() {
		s.row = 0
		s.tick(c, 0, stripWidth, v.palette.text)
	}
	s.flush()
	return s.img
}

// hue returns a mark's colour in the theme in force.
func (v *View) hue(m Mark) color.NRGBA {
	if v.palette.dark && m.Dark != (color.NRGBA{}) {
		return m.Dark
	}
	return m.Colour
}

// rowStarts returns at which offset each row of pixels begins, for a strip of a height in pixels.
func (v *View) rowStarts(height int) []int {
	lines := v.layout.lines
	starts := make([]int, height)
	for y := range starts {
		top := float64(y) / float64(height) * v.contentHeight()
		n := max(0, int(math.Ceil((top-headroom)/v.pitch()-0.5))) // the first whose middle is below
		starts[y] = len(v.text) + 1
		if n < len(lines) {
			starts[y] = lines[n].start
		}
	}
	starts[0] = 0
	return starts
}

// A scene is the strip's picture while it is drawn. Ranges come in order of their starts.
type scene struct {
	img    *image.RGBA
	scale  float32 // pixels in a Fyne unit
	starts []int
	row    int // where the last range began

	column   []color.NRGBA // of each row of pixels between two places, the colour that is not in the picture yet
	from, to int
}

// tick draws a range between two places across the strip.
func (s *scene) tick(r Range, left, right float32, c color.NRGBA) {
	for s.row+1 < len(s.starts) && s.starts[s.row+1] <= r.Start {
		s.row++
	}
	bottom := s.row + 1
	if bottom < len(s.starts) && s.starts[bottom] < r.End {
		bottom = sort.SearchInts(s.starts, r.End)
	}
	bottom = max(bottom, s.row+whole(leastTick*s.scale))
	s.fill(image.Rect(whole(left*s.scale), s.row, whole(right*s.scale), bottom), c)
}

// fill fills a rectangle. Ticks are opaque, and there may be ten thousand of them upon each other: only
// the last colour of each row of pixels is put into the picture.
func (s *scene) fill(r image.Rectangle, c color.NRGBA) {
	r = r.Intersect(s.img.Rect)
	if c.A != 0xff || r.Min.X != s.from || r.Max.X != s.to {
		s.flush()
		s.from, s.to = r.Min.X, r.Max.X
	}
	if c.A != 0xff {
		sheet{img: s.img}.fill(r, c)
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		s.column[y] = c
	}
}

// flush puts what was filled into the picture.
func (s *scene) flush() {
	for y, c := range s.column {
		if c.A == 0 {
			continue
		}
		s.column[y] = color.NRGBA{}
		for at := s.img.PixOffset(s.from, y); at < s.img.PixOffset(s.to, y); at += 4 {
			copy(s.img.Pix[at:at+4], []byte{c.R, c.G, c.B, c.A})
		}
	}
}

// onStrip tells whether a place of the view is on the overview strip.
func (v *View) onStrip(p fyne.Position) bool {
	right := v.Size().Width - barWide
	return v.strip.raster.Visible() && p.X >= right-stripWidth && p.X < right
}

// pressStrip goes to a place in the whole text, in the middle of the view.
func (v *View) pressStrip(y float32) {
	height := float64(v.Size().Height)
	v.scrollTo(float64(y)/height*v.contentHeight() - height/2)
}
