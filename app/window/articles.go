package window

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// An articleList is the project's articles, with a filter. Where they stand is known of all of them;
// what a row shows is read when it comes into sight.
type articleList struct {
	w      *Window
	object fyne.CanvasObject
	filter *entry
	choice *quietButton
	head   *fyne.Container
	found  *line
	list   *rows
	none   *line

	status    annotate.Status // only these; "" all
	positions storage.Positions
	pages     map[int][]storage.Row // the rows that were read, by the number of their page
	asked     latest                // which articles the filter finds
	next      latest                // which article is to be labelled next
	first     bool                  // the first that it finds is to be opened

	matches int         // how many the filter finds
	total   int         // how many the project has
	done    int         // how many of them the author has done
	placed  storage.Row // the article whose place was asked for last
	open    annotate.ID // the article whose row is the chosen one; "" none
}

const (
	pageOfRows = 100
	mostPages  = 50 // that are kept
)

func newArticleList(w *Window) *articleList {
	a := &articleList{w: w, filter: newEntry(w)}
	a.filter.SetPlaceHolder("Filter articles")
	a.filter.Icon = theme.SearchIcon()
	a.filter.OnChanged = func(string) { a.refilter(typingPause) }
	a.filter.OnSubmitted = func(string) { a.openFirst() }
	a.filter.onEscape = a.clearFilter
	a.choice = newQuietButton(w, nil, "All statuses", a.chooseStatus).opensMenu()
	a.found = wholeLine("", theme.SizeNameCaptionText, colourFaint)
	a.none = wholeLine("No article matches", theme.SizeNameCaptionText, colourQuiet)
	a.none.align = fyne.TextAlignCenter
	a.none.Hide()
	a.list = newRows(w)
	a.list.Length = func() int { return a.matches }
	a.list.CreateItem = func() fyne.CanvasObject { return newArticleRow() }
	a.list.fill(func(i widget.ListItemID, o fyne.CanvasObject) { a.showRow(i, o.(*articleRow)) })
	a.list.OnSelected = a.clicked
	a.head = between(a.choice, newBackdrop(""), a.found, 4)
	head := container.NewVBox(padded(12, 0, 14, 14, a.filter), padded(0, 2, 12, 22, a.head))
	a.object = container.NewBorder(head, nil, nil, nil, container.NewStack(padded(0, 0, 8, 8, a.list), centred(a.none)))
	return a
}

// reload reads the list anew.
func (a *articleList) reload() {
	a.total, a.done = 0, 0
	if a.w.project != nil {
		a.count()
	}
	a.refilter(0)
}

// count counts all articles and those that the author has done, which are kept counted.
func (a *articleList) count() {
	all := storage.Query{Author: a.w.author.ID}
	done := all
	done.Status = annotate.Done
	for into, q := range map[*int]storage.Query{&a.total: all, &a.done: done} {
		n, err := a.w.project.Count(context.Background(), q)
		if err != nil {
			a.w.showError("The articles cannot be listed", err, "")
			return
		}
		*into = n
	}
}

func (a *articleList) showCounts() {
	a.found.set(grouped(a.matches))
	if a.filtered() {
		a.found.set(fmt.Sprintf("%s of %s", grouped(a.matches), grouped(a.total)))
	}
	a.head.Refresh()
	a.none.Hidden = a.matches > 0 || !a.filtered()
	a.none.Refresh()
	a.w.showFinished()
}

// row is the row at a place.
func (a *articleList) row(i int) (storage.Row, bool) {
	if i < 0 || i >= a.matches {
		return storage.Row{}, false
	}
	rows := a.page(i / pageOfRows)
	if i %= pageOfRows; i >= len(rows) {
		return storage.Row{}, false
	}
	return rows[i], true
}

// page are the rows of a page of the list.
func (a *articleList) page(n int) []storage.Row {
	if rows, read := a.pages[n]; read {
		return rows
	}
	rows, err := a.w.project.RowsAt(context.Background(), a.w.author.ID, a.positionsFrom(n*pageOfRows, pageOfRows)...)
	if err != nil {
		a.w.say(sentence(err.Error()))
	}
	if len(a.pages) >= mostPages {
		clear(a.pages)
	}
	a.pages[n] = rows
	return rows
}

// positionsFrom are the positions of at most so many articles from a place on.
func (a *articleList) positionsFrom(i, most int) []int64 {
	var some []int64
	for ; i < a.matches && len(some) < most; i++ {
		some = append(some, a.positions.At(i))
	}
	return some
}

// place is where an article stands in the list; -1 when it does not.
func (a *articleList) place(id annotate.ID) int {
	if a.placed.ID != id {
		row, err := a.w.project.Row(context.Background(), id, a.w.author.ID)
		if err != nil {
			return -1
		}
		a.placed = row
	}
	if i, there := a.positions.Index(a.placed.Position); there {
		return i
	}
	return -1
}

func (a *articleList) showRow(i int, row *articleRow) {
	if data, there := a.row(i); there {
		row.show(data, data.ID == a.open)
	}
}

// update shows what an edit changed of the open article's row.
func (a *articleList) update(before, after annotate.State) {
	if was, is := before.Layer.Status(), after.Layer.Status(); was != is {
		a.done += ones(is == annotate.Done) - ones(was == annotate.Done)
		a.w.showFinished()
	}
	i := a.place(after.Article.ID)
	if _, there := a.row(i); there {
		row := &a.pages[i/pageOfRows][i%pageOfRows]
		row.Spans, row.Status = after.Layer.SpanCount(), after.Layer.Status()
		a.list.again(i)
	}
}

func ones(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mark makes the open article the chosen row.
func (a *articleList) mark() {
	if a.w.session == nil {
		return
	}
	a.choose(a.w.session.State().Article.ID)
	a.reveal()
}

// choose makes an article's row the chosen one; "" none. Fyne's own ground of a chosen row has round
// corners, which cost as much at each frame as all the rows.
func (a *articleList) choose(id annotate.ID) {
	a.open = id
	for o := range a.list.at {
		if row := o.(*articleRow); row.of.ID != "" {
			row.show(row.of, row.of.ID == id)
		}
	}
}

// reveal brings the open article's row into sight.
func (a *articleList) reveal() {
	if a.w.session == nil {
		return
	}
	if i := a.place(a.w.session.State().Article.ID); i >= 0 {
		a.list.reveal(i)
	}
}

// unmark makes no row the chosen one.
func (a *articleList) unmark() { a.choose("") }

func (a *articleList) clicked(i widget.ListItemID) {
	a.list.UnselectAll()
	if row, there := a.row(i); there {
		a.w.openArticle(row.ID)
	}
}
