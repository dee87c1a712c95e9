package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	barWidth  = 10
	thinBar   = 5
	minThumb  = 24
	barMargin = 2
)

// A bar is what happens to the scroll bar.
type bar struct {
	over    bool
	dragged bool
	grip    float32 // where on the thumb it was taken
}

// thumb returns where the thumb begins and how high it is; false if all of the text is in sight.
func (v *View) thumb() (top, height float32, ok bool) {
	furthest := v.furthest()
	if furthest <= 0 {
		return 0, 0, false
	}
	view := v.Size().Height
	height = min(view, max(minThumb, float32(float64(view)*float64(view)/v.contentHeight())))
	return float32(float64(view-height) * v.scrolled / furthest), height, true
}

func (v *View) updateBar() {
	s := &v.surface
	top, height, ok := v.thumb()
	if !ok {
		s.thumb.Hide()
		s.track.Hide()
		return
	}
	width := float32(thinBar)
	if v.bar.over || v.bar.dragged {
		width = barWidth
	}
	th, variant := v.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	s.thumb.FillColor = th.Color(theme.ColorNameScrollBar, variant)
	s.thumb.Resize(fyne.NewSize(width, height))
	s.thumb.Move(fyne.NewPos(v.Size().Width-width-barMargin, top))
	s.thumb.Show()
	s.thumb.Refresh()
	if width == thinBar {
		s.track.Hide()
		return
	}
	s.track.FillColor = th.Color(theme.ColorNameScrollBarBackground, variant)
	s.track.Resize(fyne.NewSize(barWidth+2*barMargin, v.Size().Height))
	s.track.Move(fyne.NewPos(v.Size().Width-barWidth-2*barMargin, 0))
	s.track.Show()
	s.track.Refresh()
}

// onBar tells whether a place of the view is on the scroll bar.
func (v *View) onBar(p fyne.Position) bool {
	_, _, ok := v.thumb()
	return ok && p.X >= v.Size().Width-barWide && p.X <= v.Size().Width
}

// pressBar takes the thumb, or goes by a page towards a place beside it.
func (v *View) pressBar(y float32) {
	top, height, _ := v.thumb()
	switch {
	case y < top:
		v.scrollTo(v.scrolled - v.page())
	case y >= top+height:
		v.scrollTo(v.scrolled + v.page())
	default:
		v.bar.dragged, v.bar.grip = true, y-top
		v.update()
	}
}

// dragBar moves the thumb to a height.
func (v *View) dragBar(y float32) {
	_, height, ok := v.thumb()
	room := v.Size().Height - height
	if !ok || room <= 0 {
		return
	}
	v.scrollTo(float64(y-v.bar.grip) / float64(room) * v.furthest())
}
