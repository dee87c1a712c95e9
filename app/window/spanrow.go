package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// A spanRow is one span in a list: its colour, its words, its label, and signs that it has a note or
// is linked.
type spanRow struct {
	listRow
	w      *Window
	depth  int  // how many spans it lies in
	linked bool // a link joins it to another
	at     bool // it is the one that Enter takes
	shows  spanShown
	back   *backdrop
	swatch *backdrop
	quote  *line
	label  *line
	note   *widget.Icon // shown where there is one
	link   *widget.Icon
}

// A spanShown is all that a row of a span shows.
type spanShown struct {
	label, quote     string
	hue              color.NRGBA
	depth            int
	note, linked, at bool
}

func newSpanRow(w *Window) *spanRow {
	r := &spanRow{w: w, back: newBackdrop(""), swatch: newSwatch(nil, 10),
		quote: newLine("", theme.SizeNameText, theme.ColorNameForeground),
		label: wholeLine("", theme.SizeNameCaptionText, colourQuiet),
		note:  widget.NewIcon(iconNote), link: widget.NewIcon(iconLink)}
	r.back.radius = 6
	r.ExtendBaseWidget(r)
	return r
}

// show shows a span of a text. One that is shown already costs nothing.
func (r *spanRow) show(span annotate.Span, text string) {
	l := r.w.label(span.Label)
	hue := r.w.hue(l)
	shows := spanShown{l.Shown(), quote(text, span, 160), hue, r.depth, span.Note != "", r.linked, r.at}
	if shows == r.shows {
		return
	}
	r.shows = shows
	r.swatch.paint = hue
	r.label.text, r.quote.text = shows.label, shows.quote
	r.note.Hidden, r.link.Hidden = !shows.note, !shows.linked
	r.back.fill = rowFill(r.at)
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *spanRow) CreateRenderer() fyne.WidgetRenderer {
	return newFlat(container.New(spanRowLayout{r}, r.back, r.swatch, r.quote, r.note, r.link, r.label))
}

// A spanRowLayout sets the parts of a row.
type spanRowLayout struct{ row *spanRow }

// Of a row of a span: the room around its words, beside the signs, and for each span that it lies in.
const (
	spanRowAbove, spanRowBefore, spanRowBehind = 2, 12, 10
	spanRowGap, spanRowSign, spanRowStep       = 9, 14, 12
)

// Layout is Fyne's.
func (l spanRowLayout) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	r := l.row
	put := func(o fyne.CanvasObject, x, width, height float32) {
		o.Move(fyne.NewPos(x, float32(int((room.Height-height)/2))))
		o.Resize(fyne.NewSize(width, height))
	}
	put(r.back, 0, room.Width, room.Height)
	left := spanRowBefore + float32(r.depth)*spanRowStep
	side := r.swatch.least.Width
	put(r.swatch, left, side, side)
	label := r.label.MinSize()
	right := room.Width - spanRowBehind - label.Width
	put(r.label, right, label.Width, label.Height)
	for _, sign := range []*widget.Icon{r.link, r.note} {
		if sign.Visible() {
			right -= spanRowSign + 5
			put(sign, right, spanRowSign, spanRowSign)
		}
	}
	left += side + spanRowGap
	put(r.quote, left, max(0, right-spanRowGap-left), r.quote.MinSize().Height)
}

// MinSize is Fyne's.
func (l spanRowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60, l.row.quote.MinSize().Height+2*spanRowAbove)
}
