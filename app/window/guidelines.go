package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// showGuidelines shows what each label of the scheme is for.
func (w *Window) showGuidelines() {
	column := container.NewVBox()
	for _, l := range w.scheme().Labels {
		column.Add(w.newGuideline(l))
	}
	w.tell("Guidelines of the labels", container.NewVScroll(padded(0, 0, 0, 14, column)), fyne.NewSize(640, 560))
}

func (w *Window) newGuideline(l annotate.Label) fyne.CanvasObject {
	title := wholeLine(l.Shown(), theme.SizeNameText, theme.ColorNameForeground)
	title.style.Bold = true
	head := container.New(layout.NewCustomPaddedHBoxLayout(8), centred(newSwatch(w.hue(l), 12)), title)
	body := container.NewVBox(padded(8, 0, 0, 0, head))
	if l.Guideline != "" {
		body.Add(words(l.Guideline))
	}
	for _, a := range l.Attributes {
		said := a.Shown()
		if len(a.Choices) > 0 {
			said += " (" + strings.Join(a.Choices, ", ") + ")"
		}
		if a.Guideline != "" {
			said += ": " + a.Guideline
		}
		body.Add(padded(2, 0, 20, 0, words(said).small()))
	}
	return body
}
