package window

import "fyne.io/fyne/v2"

// A pairLayout sets a caption of a fixed width before a field, or above it where there is no room for both.
type pairLayout struct {
	caption float32
	above   bool // the caption is above
}

// leastField is how narrow a field gets beside its caption.
const leastField = 96

// Layout is Fyne's.
func (l *pairLayout) Layout(o []fyne.CanvasObject, room fyne.Size) {
	height := o[0].MinSize().Height
	l.above = room.Width < l.caption+leastField
	if l.above {
		o[0].Move(fyne.NewPos(0, 0))
		o[0].Resize(fyne.NewSize(room.Width, height))
		o[1].Move(fyne.NewPos(0, height+captionGap))
		o[1].Resize(fyne.NewSize(room.Width, o[1].MinSize().Height))
		return
	}
	o[0].Move(fyne.NewPos(0, (room.Height-height)/2))
	o[0].Resize(fyne.NewSize(l.caption-8, height))
	o[1].Move(fyne.NewPos(l.caption, 0))
	o[1].Resize(fyne.NewSize(room.Width-l.caption, room.Height))
}

// MinSize is Fyne's. It is as high as the room needs that it was given last.
func (l *pairLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	field := o[1].MinSize()
	if l.above {
		field.Height += o[0].MinSize().Height + captionGap
	}
	return field
}
