package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A plainRow is a row of two lines: what it is, and what is known about it.
type plainRow struct {
	listRow
	back  *backdrop
	title *line
	about *line
}

func newPlainRow() *plainRow {
	r := &plainRow{back: newBackdrop(""), title: newLine("", theme.SizeNameText, theme.ColorNameForeground),
		about: newLine("", theme.SizeNameCaptionText, colourQuiet)}
	r.back.radius = 6
	r.ExtendBaseWidget(r)
	return r
}

// show shows two lines; a faint row is one that holds no more.
func (r *plainRow) show(title, about string, chosen, faint bool) {
	r.back.fill = rowFill(chosen)
	r.title.text, r.about.text = title, about
	r.title.colour = theme.ColorNameForeground
	if faint {
		r.title.colour = colourFaint
	}
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *plainRow) CreateRenderer() fyne.WidgetRenderer {
	row := padded(7, 7, 12, 12, container.New(layout.NewCustomPaddedVBoxLayout(2), r.title, r.about))
	return widget.NewSimpleRenderer(container.NewStack(r.back, row))
}
