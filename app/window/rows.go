package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// rows is a list that leaves the keyboard to the article's text.
type rows struct {
	widget.List
	w     *Window
	area  *container.Scroll                       // in which the rows lie; nil before Fyne asks for it
	at    map[fyne.CanvasObject]widget.ListItemID // the items that rows were filled with last
	shown map[widget.ListItemID]fyne.CanvasObject // the rows that were filled last with items
}

func newRows(w *Window) *rows {
	r := &rows{w: w, at: map[fyne.CanvasObject]widget.ListItemID{}, shown: map[widget.ListItemID]fyne.CanvasObject{}}
	r.HideSeparators = true
	r.ExtendBaseWidget(r)
	return r
}

// mostRows are known by what they show, several times as many as there is room for on any screen. Fyne throws
// rows away and does not say so.
const mostRows = 600

// fill tells how a row is filled.
func (r *rows) fill(with func(widget.ListItemID, fyne.CanvasObject)) {
	r.UpdateItem = func(i widget.ListItemID, row fyne.CanvasObject) {
		r.note(i, row)
		with(i, row)
	}
}

// note notes that a row shows an item now, and no other row does.
func (r *rows) note(i widget.ListItemID, row fyne.CanvasObject) {
	if was, known := r.at[row]; known {
		delete(r.shown, was)
	}
	if other, known := r.shown[i]; known {
		delete(r.at, other)
	}
	r.at[row], r.shown[i] = i, row
	if len(r.at) > mostRows {
		for at, far := range r.shown {
			if at < i-mostRows/4 || at > i+mostRows/4 { // none of them can be in sight with this one
				delete(r.at, far)
				delete(r.shown, at)
			}
		}
	}
}

// again fills the row of an item anew, if there is one. Fyne's own way does so with all rows, and
// makes another to see how high it is.
func (r *rows) again(i widget.ListItemID) {
	if row, known := r.shown[i]; known {
		r.UpdateItem(i, row)
	}
}

// CreateRenderer is Fyne's.
func (r *rows) CreateRenderer() fyne.WidgetRenderer {
	renderer := r.List.CreateRenderer()
	r.area = renderer.Objects()[0].(*container.Scroll)
	return renderer
}

// renew shows the items as they are now, more or fewer of them perhaps. Refresh does so too, but then
// Fyne throws away the rows that are out of sight, and makes as many when the list is scrolled next.
// Fyne holds a row below those in sight too, and does not fill it when it comes into sight.
func (r *rows) renew() {
	if r.area == nil {
		return
	}
	r.area.Refresh()
	pitch, from := r.pitch(), r.GetScrollOffset()
	for i := int(from / pitch); float32(i-1)*pitch < from+r.Size().Height; i++ {
		r.again(i)
	}
}

// pitch is how far the top of a row is below that of the row before. All rows are of one height, at all times.
func (r *rows) pitch() float32 {
	height := float32(0)
	for row := range r.at {
		height = max(height, row.Size().Height)
	}
	return height + size(theme.SizeNamePadding)
}

// rowsShadow is how much of a list's edges lies in the shadow of what is beyond them.
const rowsShadow = 10

// reveal scrolls as little as brings an item into sight, out of the shadow at the list's edges.
func (r *rows) reveal(i widget.ListItemID) {
	pitch := r.pitch()
	height := pitch - size(theme.SizeNamePadding)
	top, from, room := float32(i)*pitch, r.GetScrollOffset(), r.Size().Height
	most := max(0, float32(r.Length())*pitch-size(theme.SizeNamePadding)-room)
	switch {
	case top-rowsShadow < from:
		r.ScrollToOffset(max(0, top-rowsShadow))
	case top+height+rowsShadow > from+room:
		r.ScrollToOffset(min(most, top+height+rowsShadow-room))
	}
}

// FocusGained is Fyne's: a click on a row brings it about.
func (r *rows) FocusGained() { r.w.focusText() }

// An articleRow is one article in the list: how far the author is, its title, its number of spans.
type articleRow struct {
	listRow
	of     storage.Row // the article that it shows
	shows  articleShown
	back   *backdrop
	status *widget.Icon
	title  *line
	spans  *line
}

// An articleShown is all that a row of an article shows.
type articleShown struct {
	status annotate.Status
	title  string
	spans  int
	chosen bool
}

func newArticleRow() *articleRow {
	r := &articleRow{
		back:   newBackdrop(""),
		status: widget.NewIcon(statusIcon(annotate.New)),
		title:  newLine("", theme.SizeNameText, theme.ColorNameForeground),
		spans:  wholeLine("", theme.SizeNameCaptionText, colourFaint),
	}
	r.back.radius = size(theme.SizeNameSelectionRadius)
	r.ExtendBaseWidget(r)
	return r
}

// show shows an article; chosen is the open one.
func (r *articleRow) show(row storage.Row, chosen bool) {
	r.of = row
	shows := articleShown{row.Status, oneLine(row.Title, 200), row.Spans, chosen}
	if shows == r.shows {
		return
	}
	r.shows = shows
	r.status.SetResource(statusIcon(row.Status))
	r.back.fill = ""
	if chosen {
		r.back.fill = theme.ColorNameSelection
	}
	r.title.text, r.title.colour, r.spans.text = shows.title, theme.ColorNameForeground, ""
	if !chosen && (row.Status == annotate.Done || row.Status == annotate.Skipped) {
		r.title.colour = colourQuiet
	}
	if row.Spans > 0 {
		r.spans.text = grouped(row.Spans)
	}
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *articleRow) CreateRenderer() fyne.WidgetRenderer {
	return newFlat(container.NewStack(r.back, padded(7, 7, 12, 14, between(r.status, r.title, r.spans, 10))))
}
