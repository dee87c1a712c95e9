package window

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
	"github.com/glossator/glossator/storage"
)

// A historyPage lists what was done when by whom, shows the article as it was after each edit, and
// brings that back.
type historyPage struct {
	w     *Window
	sheet *sheet
	list  *chooser
	none  *hint
	title *line
	view  *textview.View
	back  *widget.Button
	why   *line // why it cannot be brought back

	article annotate.ID // whose history it is; "" the project's
	pasts   []pastRow
	undone  undone
	all     bool // there are no more
	paged   latest
	asked   latest // how the article was
	then    *annotate.Layer
}

// A pastRow is an edit as the page lists it.
type pastRow struct {
	storage.Past
	undone bool // and not done again
}

const pageOfPasts = 60

func newHistoryPage(w *Window) *historyPage {
	p := &historyPage{w: w, view: textview.New(), none: newHintOf("Nothing was done yet", "Each label, each change and each undoing is listed here, with the article as it was then.")}
	p.list = newChooser(w, func() int { return len(p.pasts) }, func() fyne.CanvasObject { return newPlainRow() })
	p.list.show = p.showRow
	p.list.chosen, p.list.sight = func(int) { p.show() }, p.inSight
	p.list.tapped, p.list.taken = func(int) {}, func(int) { p.bringBack() }
	p.title = newLine("", theme.SizeNameSubHeadingText, theme.ColorNameForeground)
	p.title.style.Bold = true
	p.why = newLine("", theme.SizeNameCaptionText, colourQuiet)
	p.back = widget.NewButton("Bring this state back", p.bringBack)
	foot := padded(10, 14, 16, 16, between(p.back, padded(0, 0, 12, 0, p.why), newBackdrop(""), 0))
	right := container.NewBorder(padded(4, 8, 16, 16, p.title), foot, nil, nil, p.view)
	p.sheet = w.newSheet("History", newHalves(0.42, container.NewStack(padded(0, 6, 12, 8, p.list), p.none.object), right))
	p.sheet.focus = func() { w.win.Canvas().Focus(p.list) }
	return p
}

func (w *Window) showHistory() {
	w.showHistoryOf(w.session.State().Article.ID, "History of this article")
}

func (w *Window) showProjectHistory() { w.showHistoryOf("", "History of the project") }

// showHistoryOf shows the history of an article, or of the whole project.
func (w *Window) showHistoryOf(article annotate.ID, title string) {
	if w.history == nil {
		w.history = newHistoryPage(w)
	}
	p := w.history
	p.forget()
	p.article = article
	p.sheet.title.set(title)
	p.view.SetTypography(w.view.Typography())
	w.showSheet(p.sheet)
	p.list.begin()
	p.inSight(0)
}

// forget lists nothing any more.
func (p *historyPage) forget() {
	if p == nil {
		return
	}
	p.paged.drop()
	p.asked.drop()
	p.pasts, p.all, p.then, p.undone = nil, false, nil, undone{}
	p.none.hide()
	p.title.set("")
	p.view.SetText("")
	p.offer("")
}

// inSight reads the next page when the end of what was read is near.
func (p *historyPage) inSight(i int) {
	if p.all || i < len(p.pasts)-pageOfPasts/2 {
		return
	}
	p.all = true // until it is known otherwise
	q := storage.HistoryQuery{Article: p.article, Limit: pageOfPasts}
	if n := len(p.pasts); n > 0 {
		q.Before = &p.pasts[n-1].Past
	}
	project := p.w.project
	ask(p.w, &p.paged, 0, func(ctx context.Context) ([]storage.Past, error) { return project.History(ctx, q) }, p.read)
}

// read lists a page that was read.
func (p *historyPage) read(more []storage.Past, err error) {
	first := len(p.pasts) == 0
	for _, past := range more {
		p.pasts = append(p.pasts, pastRow{past, p.undone.next(past)})
	}
	p.all = len(more) < pageOfPasts
	switch {
	case err != nil:
		p.none.say("The history cannot be read", sentence(err.Error()))
	case len(p.pasts) == 0:
		p.none.say("Nothing was done yet", "Each label, each change and each undoing is listed here, with the article as it was then.")
	}
	p.list.Refresh()
	if first && len(p.pasts) > 0 {
		p.show()
	}
}

func (p *historyPage) showRow(i int, o fyne.CanvasObject, chosen bool) {
	past := p.pasts[i]
	about := moment(past.At) + "  ·  " + isolated(past.Author.Name)
	if past.undone {
		about += "  ·  undone since"
	}
	if p.article == "" {
		about += "  ·  " + isolated(oneLine(past.Title, 120))
	}
	o.(*plainRow).show(p.w.told(past.Past), about, chosen, past.undone)
}

// A state is an article as it was after an edit.
type pastState struct {
	article annotate.Article
	layer   annotate.Layer
}

// show shows the article as it was after the chosen edit.
func (p *historyPage) show() {
	if p.list.at >= len(p.pasts) {
		return
	}
	past, project, author := p.pasts[p.list.at].Past, p.w.project, p.w.author
	p.then = nil
	p.offer("Reading…")
	ask(p.w, &p.asked, 40*time.Millisecond, func(ctx context.Context) (s pastState, err error) {
		work, err := project.Work(ctx, past.Article, author)
		if err == nil {
			s.article = work.Article
			s.layer, err = project.LayerAt(ctx, past.Layer, past.Entry)
		}
		return s, err
	}, func(s pastState, err error) {
		if err != nil {
			p.offer(sentence(err.Error()))
			return
		}
		p.showState(past, s)
	})
}

// showState shows how an article was.
func (p *historyPage) showState(past storage.Past, s pastState) {
	p.then = &s.layer
	p.title.set(titleOfArticle(s.article))
	if p.view.Text() != s.article.Text {
		p.view.SetText(s.article.Text)
	}
	p.view.SetMarks(p.w.appendMarks(nil, s.layer, textview.Solid))
	p.view.SetCurrent("")
	for _, changed := range append(past.Change.Spans.Add, past.Change.Spans.Remove...) {
		if r, err := annotate.In(annotate.CodePoints, s.article.Text).Range(changed.Start, changed.End); err == nil {
			p.view.SetCurrent(string(changed.ID))
			p.view.Reveal(textview.Range(r))
			break
		}
	}
	p.offer(p.cannot(past))
}

// cannot says why a state cannot be brought back; "" when it can.
func (p *historyPage) cannot(past storage.Past) string {
	switch {
	case p.w.project.ReadOnly():
		return p.w.readOnly()
	case past.Author.ID != p.w.author.ID:
		return "These are the labels of " + past.Author.Name + ": only your own can be brought back"
	}
	return ""
}

// offer offers to bring the state back, or says why that cannot be done.
func (p *historyPage) offer(why string) {
	p.why.set(why)
	enable(p.back, why == "" && p.then != nil)
	if why == "" && p.then != nil {
		p.why.set("As it was after this edit. Bringing it back can be undone.")
	}
}

// bringBack makes the author's labels what they were then: an edit like others.
func (p *historyPage) bringBack() {
	if p.then == nil || p.back.Disabled() {
		return
	}
	past, then, w := p.pasts[p.list.at].Past, *p.then, p.w
	w.openArticle(past.Article)
	if w.session == nil || w.session.State().Article.ID != past.Article {
		return
	}
	edit := annotate.Between(w.session.State().Layer, then)
	edit.Name = "Bring back " + past.At.Local().Format("2 January 2006, 15:04")
	if edit.Empty() {
		w.say("Your labels are as they were then already")
		return
	}
	if err := w.session.Do(edit); err != nil {
		w.failed(err)
		return
	}
	w.say(fmt.Sprintf("Your labels are as they were on %s. Ctrl+Z undoes that.", moment(past.At)))
}
