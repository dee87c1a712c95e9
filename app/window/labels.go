package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// labelButtons are the scheme's labels.
type labelButtons struct {
	w       *Window
	object  fyne.CanvasObject
	column  *fyne.Container
	buttons []*labelButton
}

func newLabelButtons(w *Window) *labelButtons {
	b := &labelButtons{w: w, column: container.New(layout.NewCustomPaddedVBoxLayout(2))}
	b.object = container.NewBorder(nil, hairline(), nil, nil, padded(10, 10, 12, 12, b.column))
	b.build()
	return b
}

// build makes the buttons anew, for another scheme.
func (b *labelButtons) build() {
	b.buttons, b.column.Objects = nil, nil
	for _, l := range b.w.scheme().Labels {
		button := newLabelButton(b.w, l)
		b.buttons = append(b.buttons, button)
		b.column.Add(button)
	}
	b.press(b.w.painting)
	b.column.Refresh()
}

// count shows how many spans of each label a layer has.
func (b *labelButtons) count(layer annotate.Layer) {
	counts := make([]int, len(b.buttons))
	var labels labelPlaces
	for _, button := range b.buttons {
		labels.add(button.label.Name)
	}
	for _, span := range layer.EachSpan() {
		if i := labels.find(span.Label); i >= 0 {
			counts[i]++
		}
	}
	for i, button := range b.buttons {
		button.showCount(counts[i])
	}
}

// press shows which label paints.
func (b *labelButtons) press(label string) {
	for _, button := range b.buttons {
		if on := button.label.Name == label; on != button.pressed {
			button.pressed = on
			button.Refresh()
		}
	}
}

// A labelButton tags with a label: its colour, its name, how many there are, its keys.
type labelButton struct {
	widget.BaseWidget
	w       *Window
	label   annotate.Label
	pressed bool // it paints
	off     bool // nothing can be labelled
	title   *line
	hovered bool
	count   *line
	back    *backdrop
	swatch  *backdrop
	content fyne.CanvasObject
}

func newLabelButton(w *Window, l annotate.Label) *labelButton {
	b := &labelButton{w: w, label: l, count: wholeLine("", theme.SizeNameCaptionText, colourFaint)}
	b.title = newLine(l.Shown(), theme.SizeNameText, theme.ColorNameForeground)
	b.title.style.Bold = true
	if b.off = w.readOnly() != ""; b.off {
		b.title.colour = theme.ColorNameDisabled
	}
	caps := container.New(layout.NewCustomPaddedHBoxLayout(4))
	for _, c := range w.commands {
		if c.ID == "label:"+l.Name {
			for _, name := range keyNames(c.Keys) {
				caps.Add(newKeycap(name))
			}
		}
	}
	right := container.New(layout.NewCustomPaddedHBoxLayout(12), centred(b.count), centred(caps))
	b.back, b.swatch = newBackdrop(""), newSwatch(nil, 14)
	b.back.radius = 8
	b.content = container.NewStack(b.back, padded(4, 4, 10, 8, between(b.swatch, b.title, right, 10)))
	b.ExtendBaseWidget(b)
	return b
}

func (b *labelButton) showCount(n int) {
	text := ""
	if n > 0 {
		text = grouped(n)
	}
	if b.count.text != text {
		b.count.text = text
		b.Refresh()
	}
}

// Tapped is Fyne's.
func (b *labelButton) Tapped(*fyne.PointEvent) { b.w.do("label:" + b.label.Name) }

// MouseIn is Fyne's.
func (b *labelButton) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	if b.off {
		b.w.hint(b.w.readOnly())
		return
	}
	b.w.guide.point(b.label.Name)
	b.w.hint(b.label.Shown() + ": " + oneLine(b.label.Guideline, 140))
}

// MouseMoved is Fyne's.
func (b *labelButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (b *labelButton) MouseOut() {
	b.hovered = false
	b.Refresh()
	b.w.guide.point("")
	b.w.hint("")
}

// CreateRenderer is Fyne's.
func (b *labelButton) CreateRenderer() fyne.WidgetRenderer {
	b.dress()
	return newFlat(b.content)
}

// Refresh shows what the button is like now.
func (b *labelButton) Refresh() {
	b.dress()
	b.BaseWidget.Refresh()
}

// dress gives the button its colours.
func (b *labelButton) dress() {
	hue := b.w.hue(b.label)
	b.swatch.paint, b.back.paint, b.back.edge = hue, nil, nil
	switch {
	case b.pressed:
		b.back.paint, b.back.edge = faded(hue, 0x30), hue
	case b.hovered && !b.off:
		b.back.paint = faded(hue, 0x1c)
	}
}

// newKeycap is a key as it looks on a keyboard.
func newKeycap(name string) fyne.CanvasObject {
	face := newBackdrop(colourCap)
	face.stroke, face.radius, face.least = theme.ColorNameInputBorder, 4, fyne.NewSize(20, 20)
	letter := wholeLine(name, sizeSmall, colourQuiet)
	letter.align = fyne.TextAlignCenter
	return container.NewStack(face, padded(2, 2, 5, 5, letter))
}
