package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// rows is a list that leaves the keyboard to the article's text.
type rows struct {
	widget.List
	w *Window
}

func newRows(w *Window) *rows {
	r := &rows{w: w}
	r.HideSeparators = true
	r.ExtendBaseWidget(r)
	return r
}

// FocusGained is Fyne's: a click on a row brings it about.
func (r *rows) FocusGained() { r.w.focusText() }

// An articleRow is one article in the list: how far the author is, its title, its number of spans.
type articleRow struct {
	widget.BaseWidget
	status *widget.Icon
	title  *line
	spans  *line
}

func newArticleRow() *articleRow {
	r := &articleRow{
		status: widget.NewIcon(statusIcon(annotate.New)),
		title:  newLine("", theme.SizeNameText, theme.ColorNameForeground),
		spans:  wholeLine("", theme.SizeNameCaptionText, colourFaint),
	}
	r.ExtendBaseWidget(r)
	return r
}

// show shows an article; chosen is the open one.
func (r *articleRow) show(row storage.Row, chosen bool) {
	r.status.SetResource(statusIcon(row.Status))
	title := theme.ColorNameForeground
	if !chosen && (row.Status == annotate.Done || row.Status == annotate.Skipped) {
		title = colourQuiet
	}
	if r.title.colour != title {
		r.title.colour = title
		r.title.Refresh()
	}
	r.title.set(oneLine(row.Title, 200))
	count := ""
	if row.Spans > 0 {
		count = grouped(row.Spans)
	}
	if r.spans.text != count {
		r.spans.set(count)
		r.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (r *articleRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(padded(7, 7, 12, 14, between(r.status, r.title, r.spans, 10)))
}
