package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A quietButton is a button that is no more than its words and pictures until the pointer comes.
// What it does has a key too, so that it takes no focus.
type quietButton struct {
	widget.BaseWidget
	icon    *widget.Icon
	text    *line
	filled  bool   // it has a face of its own
	hint    string // for the status line
	w       *Window
	tapped  func()
	hovered bool
	back    *backdrop
	content *fyne.Container
}

// newQuietButton makes a button of words, or of a picture, or of both.
func newQuietButton(w *Window, icon fyne.Resource, text string, tapped func()) *quietButton {
	b := &quietButton{w: w, tapped: tapped, icon: widget.NewIcon(icon), text: wholeLine(text, theme.SizeNameCaptionText, theme.ColorNameForeground)}
	b.back, b.content = newBackdrop(""), container.New(layout.NewCustomPaddedHBoxLayout(6))
	b.back.radius = size(theme.SizeNameInputRadius)
	if icon != nil {
		b.content.Add(centred(container.NewGridWrap(fyne.NewSquareSize(16), b.icon)))
	}
	if text != "" {
		b.content.Add(centred(b.text))
	}
	b.ExtendBaseWidget(b)
	return b
}

// opensMenu puts a sign behind the words that there is a choice.
func (b *quietButton) opensMenu() *quietButton {
	b.content.Add(centred(container.NewGridWrap(fyne.NewSquareSize(12), widget.NewIcon(iconDown))))
	return b
}

// show changes the words and the picture, and tells whether they were others.
func (b *quietButton) show(icon fyne.Resource, text string) bool {
	if b.text.text == text && (icon == nil || icon == b.icon.Resource) {
		return false
	}
	if icon != nil {
		b.icon.SetResource(icon)
	}
	b.text.set(text)
	b.Refresh()
	return true
}

// wordless leaves out the words, where there is no room for them and the picture says as much, or brings
// them back.
func (b *quietButton) wordless(yes bool) {
	if b.text.Hidden != yes {
		b.text.Hidden = yes
		b.Refresh()
	}
}

// quietInset is how far the words and pictures of a quiet button stand from its edge.
const quietInset = 8

// seen shows buttons, or hides them where there is nothing for them to do.
func seen(yes bool, buttons ...*quietButton) {
	for _, b := range buttons {
		if yes {
			b.Show()
		} else {
			b.Hide()
		}
	}
}

// Tapped is Fyne's.
func (b *quietButton) Tapped(*fyne.PointEvent) { b.tapped() }

// MouseIn is Fyne's.
func (b *quietButton) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	if b.hint != "" {
		b.w.hint(b.hint)
	}
}

// MouseMoved is Fyne's.
func (b *quietButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (b *quietButton) MouseOut() {
	b.hovered = false
	b.Refresh()
	b.w.hint("")
}

// Cursor is Fyne's.
func (b *quietButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is Fyne's.
func (b *quietButton) CreateRenderer() fyne.WidgetRenderer {
	b.dress()
	return newFlat(container.NewStack(b.back, padded(6, 6, quietInset, quietInset, b.content)))
}

// Refresh shows what the button is like now.
func (b *quietButton) Refresh() {
	b.dress()
	b.BaseWidget.Refresh()
}

// dress gives the button its face.
func (b *quietButton) dress() {
	switch {
	case b.hovered && b.filled:
		b.back.fill = colourOver
	case b.hovered:
		b.back.fill = theme.ColorNamePressed
	case b.filled:
		b.back.fill = theme.ColorNameButton
	default:
		b.back.fill = ""
	}
}
