package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A badge is a word that stays where it is as long as something is so. Under the pointer it says why.
type badge struct {
	widget.BaseWidget
	w    *Window
	word *line
	why  string
}

func newBadge(w *Window) *badge {
	b := &badge{w: w, word: wholeLine("", theme.SizeNameCaptionText, theme.ColorNameForeground)}
	b.word.style.Bold = true
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// show shows a word and why it is there; without a reason nothing.
func (b *badge) show(word, why string) {
	b.why = why
	b.Hidden = why == ""
	b.word.set(word)
	b.Refresh()
}

// MouseIn is Fyne's.
func (b *badge) MouseIn(*desktop.MouseEvent) { b.w.hint(b.why) }

// MouseMoved is Fyne's.
func (b *badge) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (b *badge) MouseOut() { b.w.hint("") }

// CreateRenderer is Fyne's.
func (b *badge) CreateRenderer() fyne.WidgetRenderer {
	face := newBackdrop(theme.ColorNameButton)
	face.stroke, face.radius = theme.ColorNameWarning, 4
	return widget.NewSimpleRenderer(container.NewStack(face, padded(3, 3, 8, 8, b.word)))
}
