package window

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// openArticle takes an article in hand.
func (w *Window) openArticle(id annotate.ID) {
	if w.session != nil && w.session.State().Article.ID == id {
		w.leaveSheet()
		return
	}
	w.list.giveUp()
	w.leaveStrips()
	w.panel.save()
	w.rememberPlace()
	work, words, err := w.takeUp(id)
	if err != nil {
		w.showError("The article cannot be opened", err, "")
		return
	}
	session, err := annotate.NewSession(work.Article, work.Layer, work.Past, w.scheme(), work.Saver)
	if err != nil {
		w.showError("The article cannot be opened", err, "Project ▸ About this project tells more; the program's check verb looks through the whole file.")
		return
	}
	w.leaveSheet()
	w.cameFrom = nil
	w.session, w.others, w.pile, w.fresh = session, work.Others, pile{depth: session.State().Depth}, false
	w.units, w.words = work.Units, words
	w.session.Watch(w.changed)
	w.view.SetText(work.Article.Text)
	w.disagreed, w.disagreedAt = nil, -1
	w.showArticle()
	w.panel.spans.list.ScrollToTop()
	w.prefs.SetString(keyArticle+w.project.Path(), string(id))
	if top, been := w.tops[id]; been {
		w.view.SetTop(top)
	}
	w.say("")
	w.attention.hurry()
	w.trace.article(session.State())
}

// takeUp reads an article, checks it and counts its words, and lays its text out meanwhile.
func (w *Window) takeUp(id annotate.ID) (work storage.Work, words int, err error) {
	project, author, texts := w.project, w.author, make(chan string, 1)
	taken := meanwhile(func() (storage.Work, error) {
		defer close(texts)
		work, err := project.TakeUp(context.Background(), id, author, func(text string) { texts <- text })
		words = countWords(work.Article.Text)
		return work, err
	})
	for text := range texts {
		w.view.Prepare(text)
	}
	work, err = taken()
	return work, words, err
}

// showArticle shows the open article, or that there is none.
func (w *Window) showArticle() {
	w.page.show()
	if w.session != nil {
		w.showMarks()
		w.panel.show(w.session.State(), true)
	} else {
		w.panel.clear()
	}
	w.list.mark()
	w.showFinished()
	w.refreshMenu()
	w.focusText()
}

// leaveArticle lets go of the open article. What is shown of it goes with it.
func (w *Window) leaveArticle() {
	w.leaveStrips()
	w.leaveSheet()
	w.cameFrom = nil
	w.panel.save()
	w.rememberPlace()
	w.session, w.others = nil, nil
	w.panel.clear()
}

// leaveStrips takes away what is below the text of an article.
func (w *Window) leaveStrips() {
	if w.session != nil {
		w.tagging.close()
		w.finder.hide()
	}
}

// rememberPlace keeps where the author is in which article.
func (w *Window) rememberPlace() {
	if w.session == nil {
		return
	}
	path := w.project.Path()
	id, top := w.session.State().Article.ID, w.view.Top()
	w.tops[id] = top
	w.prefs.SetString(keyArticle+path, string(id))
	w.prefs.SetInt(keyTop+path, top)
}

// resume goes back to where the author was last.
func (w *Window) resume() {
	path := w.project.Path()
	id, top := annotate.ID(w.prefs.String(keyArticle+path)), w.prefs.Int(keyTop+path)
	if id != "" && w.has(id) {
		w.openArticle(id)
		w.view.SetTop(min(top, len(w.view.Text())))
		return
	}
	if row, there := w.list.row(0); there {
		w.openArticle(row.ID)
	}
}

// has reports whether the project has an article.
func (w *Window) has(id annotate.ID) bool {
	_, err := w.project.Row(context.Background(), id, w.author.ID)
	return err == nil
}

// turn goes to the article after the open one in the list, or before it.
func turn(by int) func(*Window) {
	return func(w *Window) {
		row, there := w.list.row(w.list.place(w.session.State().Article.ID) + by)
		if !there {
			w.say(map[bool]string{true: "This is the last article of the list", false: "This is the first article of the list"}[by > 0])
			return
		}
		w.openArticle(row.ID)
	}
}

// goToRow opens the last article of the list, or the first.
func goToRow(last bool) func(*Window) {
	return func(w *Window) {
		i := 0
		if last {
			i = w.list.matches - 1
		}
		if row, there := w.list.row(i); there {
			w.openArticle(row.ID)
		}
	}
}

// setStatus says how far the author is with the article.
func (w *Window) setStatus(status annotate.Status) {
	if err := w.session.SetValue("Mark as "+strings.ToLower(titleOf(status)), annotate.StatusValue, string(status)); err != nil {
		w.failed(err)
		return
	}
	w.say(saidOf(status))
}

// doneAndNext marks the article as done and opens the next that is neither done nor skipped.
func (w *Window) doneAndNext() {
	if w.panel.noteFocused() {
		w.focusText()
		return
	}
	w.setStatus(annotate.Done)
	if w.session.State().Layer.Status() != annotate.Done {
		return
	}
	w.openNext()
}

// openNext opens the article of the list behind the open one that is neither done nor skipped. What
// is near is looked through at once, the rest beside the window.
func (w *Window) openNext() {
	list := w.list
	at := list.place(w.session.State().Article.ID)
	near := min(list.matches, 2*pageOfRows)
	for i := range near {
		if row, there := list.row((at + 1 + i) % list.matches); there && row.ToDo() {
			w.opened(row, nil)
			return
		}
	}
	if near == list.matches {
		w.opened(storage.Row{}, nil)
		return
	}
	project, positions, author := w.project, list.positions, w.author.ID
	ask(w, &list.next, 0, func(ctx context.Context) (storage.Row, error) {
		return nextToDo(ctx, project, author, positions, at+1+near)
	}, w.opened)
}

// nextToDo looks for an article that is neither done nor skipped from a place in a list on, and then
// from its beginning. The row of none is empty.
func nextToDo(ctx context.Context, project *storage.Project, author annotate.ID, list storage.Positions, from int) (storage.Row, error) {
	for i := 0; i < list.Len(); {
		var some []int64
		for first := (from + i) % list.Len(); i < list.Len() && len(some) < 1000 && first+len(some) < list.Len(); i++ {
			some = append(some, list.At(first+len(some)))
		}
		rows, err := project.RowsAt(ctx, author, some...)
		if err != nil {
			return storage.Row{}, err
		}
		if k := slices.IndexFunc(rows, storage.Row.ToDo); k >= 0 {
			return rows[k], nil
		}
	}
	return storage.Row{}, nil
}

// opened opens the article that is to be labelled next.
func (w *Window) opened(row storage.Row, err error) {
	switch {
	case err != nil:
		w.sayFailed(err)
	case row.ID == "":
		w.say("Marked as done. No article of the list is left to do.")
	default:
		w.openArticle(row.ID)
		w.say("Marked as done; this is the next")
	}
}

func (w *Window) showsOthers() bool { return w.prefs.BoolWithFallback(keyOthers, true) }

func (w *Window) toggleOthers() {
	w.prefs.SetBool(keyOthers, !w.showsOthers())
	if w.session != nil {
		w.showMarks()
		w.panel.show(w.session.State(), true)
	}
}

// setTheme chooses light, dark, or what the system has ("").
func (w *Window) setTheme(variant string) {
	w.look.variant = variant
	w.prefs.SetString(keyTheme, variant)
	fyne.CurrentApp().Settings().SetTheme(w.look)
	w.recolour()
}

// recolour shows the labels in the colours of the theme as it is now.
func (w *Window) recolour() {
	w.panel.save()
	w.panel.rebuild()
	if w.session != nil {
		if w.tagging.shown() {
			w.tagging.show()
		}
		w.showMarks()
	}
}

func (w *Window) focusFilter() { w.win.Canvas().Focus(w.list.filter) }

func (w *Window) focusNote() { w.panel.focusNote() }
