package textview

import (
	"math"

	"fyne.io/fyne/v2"
)

const (
	defaultSize = 16.5
	smallest    = 6.0                  // the least text size
	narrowest   = 50                   // the width below which nothing is laid out: Fyne asks for such at first
	gutter      = 16                   // between the text and the view's edge, in Fyne units
	barWide     = 14                   // of the scroll bar
	barRoom     = barWide + stripWidth // for the scroll bar and the overview
	headroom    = 14                   // above the first line and below the last
)

// A setting is all that the places of letters depend on.
type setting struct {
	book    *book
	size    float32
	measure float32
	margin  float32 // to the left of the text
	far     float32 // to the right of it
	scale   float32
}

// wanted returns the setting for the view as it is now; false if the view is too narrow for any.
func (v *View) wanted() (setting, bool) {
	width := v.Size().Width
	if width < narrowest {
		return setting{}, false
	}
	s := v.columnIn(width)
	s.book = bookOf(v.Theme().Font(fyne.TextStyle{}), v.typography.Family)
	return s, true
}

// columnIn returns the part of a setting for a view of a width that is about the column of text.
func (v *View) columnIn(width float32) setting {
	s := setting{size: v.typography.Size, measure: v.typography.Measure, margin: gutter, far: gutter, scale: v.scale()}
	if s.size == 0 {
		s.size = defaultSize
	}
	s.size = max(smallest, s.size)
	if s.measure == 0 {
		s.measure = s.size * 36
	}
	if v.typography.Numbers {
		s.margin, s.far = v.numberRoom(s.size)
	}
	s.measure = max(min(s.measure, width-s.margin-s.far-barRoom), s.size)
	return s
}

// left returns where the column begins in a view of a width.
func (s setting) left(width float32) float32 {
	middle := (width-barRoom-s.measure)/2 + barRoom/4
	return s.snapped(max(s.margin, min(middle, width-barRoom-s.far-s.measure)))
}

// snapped returns the nearest place that is a whole device pixel.
func (s setting) snapped(f float32) float32 {
	return float32(math.Round(float64(f*s.scale))) / s.scale
}

// Column returns where the column of text would begin in a view of a width, and how wide it would be,
// in Fyne units. It depends on the typography, and on the text where its paragraphs are numbered.
func (v *View) Column(width float32) (left, measure float32) {
	s := v.columnIn(width)
	return s.left(width), s.measure
}

func (v *View) scale() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && c.Scale() > 0 {
		return c.Scale()
	}
	return 1
}

// ready lays the text out if something it depends on has changed. It returns false while the view
// has no size.
func (v *View) ready() bool {
	want, ok := v.wanted()
	if !ok {
		return v.setting.book != nil
	}
	if want == v.setting {
		return true
	}
	at, part, had := v.place()
	relaid := want.book != v.setting.book || want.size != v.setting.size || want.measure != v.setting.measure
	if v.shaper == nil || want.book != v.shaper.book || want.size != v.shaper.size {
		v.shaper = newShaper(want.book, want.size)
	}
	v.setting = want
	if relaid {
		v.layout = v.laid(want)
		v.shapes, v.numbers = map[int]*shaped{}, nil
		v.surface.generation++
	}
	v.metrics = metricsOf(want.size, want.scale, v.layout.rise)
	if had {
		v.scrolled = v.lineTop(v.layout.lineAt(at)) + part*v.pitch()
	}
	v.clampScroll()
	waiting := v.later
	v.later = nil
	for _, do := range waiting {
		do()
	}
	return true
}

// A prepared layout is that of a text that is to be shown next.
type prepared struct {
	text    string
	setting setting
	layout  layout
}

// Prepare lays out a text that SetText is to be given next, which is most of what showing it takes.
// Nothing changes of what is shown.
func (v *View) Prepare(text string) {
	if v.ready() {
		v.prepared = prepared{text, v.setting, lay(text, v.shaper, v.setting.measure)}
	}
}

// laid returns the layout of the text.
func (v *View) laid(want setting) layout {
	p := v.prepared
	v.prepared = prepared{}
	if p.text == v.text && p.setting.book == want.book && p.setting.size == want.size && p.setting.measure == want.measure {
		return p.layout
	}
	return lay(v.text, v.shaper, want.measure)
}

// whenReady does something now, or as soon as there is a layout.
func (v *View) whenReady(do func()) {
	if v.ready() {
		do()
		return
	}
	v.later = append(v.later, do)
}

// place returns the offset of the top visible line, and how much of it is scrolled away.
func (v *View) place() (offset int, part float64, ok bool) {
	if v.setting.book == nil || len(v.layout.lines) == 0 || v.scrolled == 0 {
		return 0, 0, false
	}
	n := v.topLine()
	return v.layout.lines[n].start, (v.scrolled - v.lineTop(n)) / v.pitch(), true
}

// shape returns one line ready to be drawn, kept for a while.
func (v *View) shape(n int) *shaped {
	if s, ok := v.shapes[n]; ok {
		return s
	}
	if len(v.shapes) > maxShapes {
		clear(v.shapes)
	}
	s := v.layout.shape(v.shaper, n)
	v.shapes[n] = &s
	return &s
}

// maxShapes is how many shaped lines are kept.
const maxShapes = 500
