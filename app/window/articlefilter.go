package window

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

func (a *articleList) query() storage.Query {
	return storage.Query{Author: a.w.author.ID, Text: a.filter.Text, Status: a.status}
}

func (a *articleList) filtered() bool { return a.filter.Text != "" || a.status != "" }

// filtering is what is said instead of a number while it is not known.
const filtering = "Filtering…"

// refilter lists what the filter finds. All articles are listed at once; to filter takes its time,
// so that the list stays as it is meanwhile.
func (a *articleList) refilter(pause time.Duration) {
	a.asked.drop()
	a.first = false
	project, query := a.w.project, a.query()
	switch {
	case project == nil:
		a.take(storage.Positions{}, nil)
	case !a.filtered():
		a.take(project.Positions(context.Background(), query))
	default:
		a.found.set(filtering)
		a.head.Refresh()
		ask(a.w, &a.asked, pause, func(ctx context.Context) (storage.Positions, error) {
			return project.Positions(ctx, query)
		}, a.take)
	}
}

// take shows which articles the filter has found.
func (a *articleList) take(found storage.Positions, err error) {
	if err != nil {
		a.w.showError("The articles cannot be listed", err, "")
	}
	a.positions, a.matches, a.pages, a.placed = found, found.Len(), map[int][]storage.Row{}, storage.Row{}
	a.showCounts()
	a.unmark()
	a.list.Refresh()
	a.mark()
	a.w.trace.listed(a.matches)
	if a.first {
		a.openFirst()
	}
}

// giveUp drops what was to be opened as soon as it is found: the user went elsewhere meanwhile.
func (a *articleList) giveUp() {
	a.next.drop()
	a.first = false
}

// openFirst opens the first article that the filter finds, as soon as that is known.
func (a *articleList) openFirst() {
	if a.first = a.found.text == filtering; a.first {
		return
	}
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
	a.w.refreshMenu()
}

func (a *articleList) chooseStatus() {
	menu := fyne.NewMenu("", fyne.NewMenuItem("All statuses", func() { a.setStatus("") }))
	for _, status := range annotate.Statuses {
		menu.Items = append(menu.Items, fyne.NewMenuItemWithIcon(titleOf(status), statusIcon(status), func() { a.setStatus(status) }))
	}
	widget.ShowPopUpMenuAtRelativePosition(menu, a.w.win.Canvas(), fyne.NewPos(0, a.choice.Size().Height), a.choice)
}
