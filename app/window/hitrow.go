package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// A hitRow is an article that a search found: its title, and its text around what was found.
type hitRow struct {
	listRow
	back    *backdrop
	status  *widget.Icon
	title   *line
	spans   *line
	snippet *line
}

func newHitRow() *hitRow {
	r := &hitRow{back: newBackdrop(""), status: widget.NewIcon(statusIcon(annotate.New)),
		title:   newLine("", theme.SizeNameText, theme.ColorNameForeground),
		spans:   wholeLine("", theme.SizeNameCaptionText, colourFaint),
		snippet: newLine("", theme.SizeNameCaptionText, colourQuiet)}
	r.back.radius, r.title.style.Bold, r.snippet.lines = 6, true, 2
	r.ExtendBaseWidget(r)
	return r
}

// show shows a hit; chosen is the one that Enter opens.
func (r *hitRow) show(hit storage.Hit, chosen bool) {
	r.back.fill = rowFill(chosen)
	r.status.SetResource(statusIcon(hit.Status))
	r.title.text = titleOfArticle(annotate.Article{Title: oneLine(hit.Title, 200)})
	r.spans.text = ""
	if hit.Spans > 0 {
		r.spans.text = counted(hit.Spans, "span")
	}
	r.snippet.text, r.snippet.found = hit.Snippet, stretchesOf(hit.Snippet, hit.Marks)
	r.Refresh()
}

// rowFill is the ground of a row.
func rowFill(chosen bool) fyne.ThemeColorName {
	if chosen {
		return colourRow
	}
	return ""
}

// CreateRenderer is Fyne's.
func (r *hitRow) CreateRenderer() fyne.WidgetRenderer {
	head := between(r.status, r.title, r.spans, 10)
	text := container.New(fixed{36}, r.snippet)
	row := padded(8, 8, 12, 14, container.New(layout.NewCustomPaddedVBoxLayout(3), head, padded(0, 0, 30, 0, text)))
	return widget.NewSimpleRenderer(container.NewStack(r.back, row))
}
