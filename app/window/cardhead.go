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
	before := swatch.Width + cardHeadGap + label.Width
	withPlace := before + cardHeadGap + place.Width
	l.lines = 1
	if before+cardHeadGap+tools.Width > room.Width {
		l.lines = 2
	} else {
		line = max(line, tools.Height)
	}
	put := func(i int, x, y float32, need fyne.Size, height float32) {
		o[i].Move(fyne.NewPos(x, y+float32(int((height-need.Height)/2))))
		o[i].Resize(need)
	}
	put(0, 0, 0, swatch, line)
	put(1, swatch.Width+cardHeadGap, 0, label, line)
	put(2, before+cardHeadGap, 0, place, line)
	if l.lines == 2 {
		put(3, 0, line+captionGap, tools, tools.Height)
	} else {
		put(3, room.Width-tools.Width, 0, tools, line)
	}
	if fits := l.lines == 2 || withPlace+cardHeadGap+tools.Width <= room.Width; fits != o[2].Visible() {
		if fits {
			o[2].Show()
		} else {
			o[2].Hide()
		}
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
