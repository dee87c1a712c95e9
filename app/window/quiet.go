package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	content *fyne.Container
}

// newQuietButton makes a button of words, or of a picture, or of both.
func newQuietButton(w *Window, icon fyne.Resource, text string, tapped func()) *quietButton {
	b := &quietButton{w: w, tapped: tapped, icon: widget.NewIcon(icon), text: wholeLine(text, theme.SizeNameCaptionText, theme.ColorNameForeground)}
	b.content = container.New(layout.NewCustomPaddedHBoxLayout(6))
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
	r := &quietRenderer{button: b, back: canvas.NewRectangle(color.Transparent), content: padded(6, 6, 8, 8, b.content)}
	r.Refresh()
	return r
}

type quietRenderer struct {
	button  *quietButton
	back    *canvas.Rectangle
	content *fyne.Container
}

func (r *quietRenderer) Destroy()                     {}
func (r *quietRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.content} }
func (r *quietRenderer) MinSize() fyne.Size           { return r.content.MinSize() }

func (r *quietRenderer) Layout(room fyne.Size) {
	r.back.Resize(room)
	r.content.Resize(room)
}

func (r *quietRenderer) Refresh() {
	r.back.CornerRadius = size(theme.SizeNameInputRadius)
	r.back.FillColor = color.Transparent
	switch {
	case r.button.hovered:
		r.back.FillColor = colour(theme.ColorNamePressed)
	case r.button.filled:
		r.back.FillColor = colour(theme.ColorNameButton)
	}
	canvas.Refresh(r.back)
	r.content.Refresh()
}
