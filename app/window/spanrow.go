package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// A spanRow is one span in a list: its colour, its words, its label, and signs that it has a note or
// is linked.
type spanRow struct {
	widget.BaseWidget
	w      *Window
	depth  int  // how many spans it lies in
	linked bool // a link joins it to another
	at     bool // it is the one that Enter takes
	back   *backdrop
	inset  *backdrop
	swatch *backdrop
	quote  *line
	label  *line
	note   *fyne.Container // shown where there is one
	link   *fyne.Container
}

func newSpanRow(w *Window) *spanRow {
	r := &spanRow{w: w, back: newBackdrop(""), inset: newBackdrop(""), swatch: newSwatch(nil, 10),
		quote: newLine("", theme.SizeNameText, theme.ColorNameForeground),
		label: wholeLine("", theme.SizeNameCaptionText, colourQuiet),
		note:  newSmallSign(iconNote), link: newSmallSign(iconLink)}
	r.back.radius = 6
	r.ExtendBaseWidget(r)
	return r
}

// newSmallSign is a sign in a row.
func newSmallSign(icon fyne.Resource) *fyne.Container {
	return centred(container.NewGridWrap(fyne.NewSquareSize(14), widget.NewIcon(icon)))
}

// show shows a span of a text.
func (r *spanRow) show(span annotate.Span, text string) {
	l := r.w.label(span.Label)
	r.inset.least = fyne.NewSize(float32(r.depth)*12, 1)
	r.swatch.paint = r.w.hue(l)
	r.label.text = l.Shown()
	r.quote.text = quote(text, span, 160)
	r.note.Hidden, r.link.Hidden = span.Note == "", !r.linked
	r.back.fill = ""
	if r.at {
		r.back.fill = colourRow
	}
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *spanRow) CreateRenderer() fyne.WidgetRenderer {
	left := container.New(layout.NewCustomPaddedHBoxLayout(0), r.inset, centred(r.swatch))
	right := container.New(layout.NewCustomPaddedHBoxLayout(5), r.note, r.link, r.label)
	return widget.NewSimpleRenderer(container.NewStack(r.back, padded(2, 2, 12, 10, between(left, r.quote, right, 9))))
}
