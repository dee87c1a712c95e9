package window

import "fyne.io/fyne/v2"

// A cardHeadLayout sets the head of a card, which are a swatch, a label, a place, and buttons at the other end: in one line,
// without the place where there is no room for it, and the buttons below where that is not enough.
type cardHeadLayout struct{ lines int }

const cardHeadGap = 8

// Layout is Fyne's.
func (l *cardHeadLayout) Layout(o []fyne.CanvasObject, room fyne.Size) {
	swatch, label, place, tools := o[0].MinSize(), o[1].MinSize(), o[2].MinSize(), o[3].MinSize()
	line := max(swatch.Height, label.Height, place.Height)
	afterSwatch := swatch.Width + cardHeadGap
	afterLabel := afterSwatch + label.Width + cardHeadGap
	forLine := room.Width
	toolsAt := fyne.NewPos(0, line+captionGap)
	if l.lines = 2; afterLabel+tools.Width <= room.Width {
		l.lines, line = 1, max(line, tools.Height)
		toolsAt = fyne.NewPos(room.Width-tools.Width, (line-tools.Height)/2)
		forLine -= tools.Width + cardHeadGap
	}
	put := func(o fyne.CanvasObject, x float32, need fyne.Size) {
		o.Move(fyne.NewPos(x, float32(int((line-need.Height)/2))))
		o.Resize(need)
	}
	put(o[0], 0, swatch)
	put(o[1], afterSwatch, label)
	put(o[2], afterLabel, place)
	o[3].Move(toolsAt)
	o[3].Resize(tools)
	switch fits := afterLabel+place.Width <= forLine; {
	case fits && !o[2].Visible():
		o[2].Show()
	case !fits && o[2].Visible():
		o[2].Hide()
	}
}

// MinSize is Fyne's. It is as high as the room needs that it was given last.
func (l *cardHeadLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	tools := o[3].MinSize()
	height := max(o[0].MinSize().Height, o[1].MinSize().Height, o[2].MinSize().Height)
	if l.lines == 2 {
		return fyne.NewSize(tools.Width, height+captionGap+tools.Height)
	}
	return fyne.NewSize(tools.Width, max(height, tools.Height))
}
