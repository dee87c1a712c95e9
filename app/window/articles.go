package window

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// An articleList is the project's articles, with a filter. Only what was looked at has been read:
// rows come in pages, each behind the last.
type articleList struct {
	w      *Window
	object fyne.CanvasObject
	filter *entry
	choice *quietButton
	head   *fyne.Container
	found  *line
	list   *rows
	none   *line

	status  annotate.Status // only these; "" all
	rows    []storage.Row   // those read so far
	matches int             // how many the filter finds
	total   int             // how many the project has
	done    int             // how many of them the author has done
	placed  storage.Row     // the article whose place was asked for last
	quiet   bool            // the list is told which row is chosen, not the user
}

const pageOfRows = 1000

func newArticleList(w *Window) *articleList {
	a := &articleList{w: w, filter: newEntry(w)}
	a.filter.SetPlaceHolder("Filter articles")
	a.filter.Icon = theme.SearchIcon()
	a.filter.OnChanged = func(string) { a.reload() }
	a.filter.OnSubmitted = func(string) { a.openFirst() }
	a.filter.onEscape = a.clearFilter
	a.choice = newQuietButton(w, nil, "All statuses", a.chooseStatus).opensMenu()
	a.found = wholeLine("", theme.SizeNameCaptionText, colourFaint)
	a.none = wholeLine("No article matches", theme.SizeNameCaptionText, colourQuiet)
	a.none.align = fyne.TextAlignCenter
	a.list = newRows(w)
	a.list.Length = func() int { return a.matches }
	a.list.CreateItem = func() fyne.CanvasObject { return newArticleRow() }
	a.list.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { a.showRow(i, o.(*articleRow)) }
	a.list.OnSelected = a.chosen
	a.head = between(a.choice, newBackdrop(""), a.found, 4)
	head := container.NewVBox(padded(12, 0, 14, 14, a.filter), padded(0, 2, 12, 22, a.head))
	a.object = container.NewBorder(head, nil, nil, nil, container.NewStack(padded(0, 0, 8, 8, a.list), centred(a.none)))
	return a
}

func (a *articleList) query() storage.Query {
	return storage.Query{Author: a.w.author.ID, Text: a.filter.Text, Status: a.status}
}

func (a *articleList) filtered() bool { return a.filter.Text != "" || a.status != "" }

// reload reads the list anew.
func (a *articleList) reload() {
	a.rows, a.matches, a.total, a.done, a.placed = nil, 0, 0, 0, storage.Row{}
	if a.w.project != nil {
		a.count()
	}
	a.showCounts()
	a.list.UnselectAll()
	a.list.Refresh()
	a.mark()
}

func (a *articleList) count() {
	all := storage.Query{Author: a.w.author.ID}
	done := all
	done.Status = annotate.Done
	for into, q := range map[*int]storage.Query{&a.matches: a.query(), &a.total: all, &a.done: done} {
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

// row is the row at a place, read if need be with those before it.
func (a *articleList) row(i int) (storage.Row, bool) {
	for i >= len(a.rows) && len(a.rows) < a.matches {
		if !a.readMore() {
			break
		}
	}
	if i < 0 || i >= len(a.rows) {
		return storage.Row{}, false
	}
	return a.rows[i], true
}

func (a *articleList) readMore() bool {
	q := a.query()
	q.Limit = pageOfRows
	if n := len(a.rows); n > 0 {
		q.After = &a.rows[n-1]
	}
	more, err := a.w.project.Articles(context.Background(), q)
	if err != nil {
		a.matches = len(a.rows)
		a.w.say(sentence(err.Error()))
		return false
	}
	a.rows = append(a.rows, more...)
	return len(more) > 0
}

// place is where an article stands in the list; -1 when it does not. No more is read than it takes
// to know.
func (a *articleList) place(id annotate.ID) int {
	if a.placed.ID != id {
		row, err := a.w.project.Row(context.Background(), id, a.w.author.ID)
		if err != nil {
			return -1
		}
		a.placed = row
	}
	for len(a.rows) < a.matches && (len(a.rows) == 0 || a.rows[len(a.rows)-1].Position < a.placed.Position) {
		if !a.readMore() {
			break
		}
	}
	i, found := slices.BinarySearchFunc(a.rows, a.placed, func(r, s storage.Row) int { return cmp.Compare(r.Position, s.Position) })
	if !found || a.rows[i].ID != id {
		return -1
	}
	return i
}

func (a *articleList) showRow(i int, row *articleRow) {
	if data, there := a.row(i); there {
		row.show(data, a.w.session != nil && a.w.session.State().Article.ID == data.ID)
	}
}

// update shows what an edit changed of the open article's row.
func (a *articleList) update(state annotate.State) {
	i := a.place(state.Article.ID)
	if i < 0 {
		return
	}
	row := &a.rows[i]
	was := row.Status
	row.Spans, row.Status = len(state.Layer.Spans()), state.Layer.Status()
	if was != row.Status {
		a.done += ones(row.Status == annotate.Done) - ones(was == annotate.Done)
		a.w.showFinished()
	}
	a.list.RefreshItem(i)
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
	i := a.place(a.w.session.State().Article.ID)
	a.quiet = true
	if i >= 0 {
		a.list.Select(i)
	} else {
		a.list.UnselectAll()
	}
	a.quiet = false
}

// unmark makes no row the chosen one.
func (a *articleList) unmark() {
	a.quiet = true
	a.list.UnselectAll()
	a.quiet = false
}

func (a *articleList) chosen(i widget.ListItemID) {
	if row, there := a.row(i); there && !a.quiet {
		a.w.openArticle(row.ID)
	}
}

func (a *articleList) openFirst() {
	if row, there := a.row(0); there {
		a.w.openArticle(row.ID)
	}
	a.w.focusText()
}

func (a *articleList) clearFilter() {
	a.setStatus("")
	if a.filter.Text != "" {
		a.filter.SetText("")
	}
	a.w.focusText()
}

func (a *articleList) setStatus(status annotate.Status) {
	if a.status == status {
		return
	}
	a.status = status
	title := "All statuses"
	if status != "" {
		title = titleOf(status)
	}
	a.choice.show(nil, title)
	a.reload()
}

func (a *articleList) chooseStatus() {
	menu := fyne.NewMenu("", fyne.NewMenuItem("All statuses", func() { a.setStatus("") }))
	for _, status := range annotate.Statuses {
		menu.Items = append(menu.Items, fyne.NewMenuItemWithIcon(titleOf(status), statusIcon(status), func() { a.setStatus(status) }))
	}
	widget.ShowPopUpMenuAtRelativePosition(menu, a.w.win.Canvas(), fyne.NewPos(0, a.choice.Size().Height), a.choice)
}
