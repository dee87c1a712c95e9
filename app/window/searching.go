package window

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
	"github.com/glossator/glossator/storage"
)

// A searchPage finds words in all articles of the project. What was found stays while one looks at
// an article, so that one can come back to it.
type searchPage struct {
	w     *Window
	sheet *sheet
	entry *entry
	count *line
	list  *chooser
	none  *hint

	asked latest // the search
	paged latest // the next page of it
	first bool   // the first hit is to be opened as soon as it is found
	text  string // what was looked for
	hits  []storage.Hit
	next  storage.Cursor
}

const (
	pageOfHits  = 50
	mostCounted = 10_000
	typingPause = 150 * time.Millisecond
)

// searchSyntax is how one says what to look for.
const searchSyntax = "All words must be there, in any case, with or without accents.  “several words” stand together,  begin* finds what begins so,  -word must not be there."

func newSearchPage(w *Window) *searchPage {
	p := &searchPage{w: w, entry: newEntry(w), none: newHintOf("", "")}
	p.count = wholeLine("", theme.SizeNameCaptionText, colourQuiet)
	p.entry.SetPlaceHolder("Find words in titles and texts")
	p.entry.Icon = theme.SearchIcon()
	p.entry.OnChanged = func(string) { p.search(typingPause) }
	p.entry.onEscape = w.leaveSheet
	p.entry.onEnter = func(bool) { p.take() }
	p.list = newChooser(w, func() int { return len(p.hits) }, func() fyne.CanvasObject { return newHitRow() })
	p.entry.onArrow = func(by int) { p.list.choose(p.list.at + by) }
	p.list.show = func(i int, o fyne.CanvasObject, chosen bool) { o.(*hitRow).show(p.hits[i], chosen) }
	p.list.taken, p.list.tapped, p.list.sight = p.open, p.open, p.inSight
	how := words(searchSyntax).small()
	head := padded(0, 6, 24, 24, container.NewVBox(p.entry, padded(4, 0, 0, 0, how)))
	body := container.NewBorder(head, nil, nil, nil, container.NewStack(padded(0, 6, 12, 12, p.list), p.none.object))
	p.sheet = w.newSheet("Search all articles", body, p.count)
	p.sheet.focus = func() { w.win.Canvas().Focus(p.entry) }
	p.clear()
	return p
}

// clear forgets what was found.
func (p *searchPage) clear() {
	p.asked.drop()
	p.paged.drop()
	p.first = false
	p.hits, p.next, p.text = nil, "", ""
	p.count.set("")
	p.none.say("What do you look for?", "Type words above; Enter opens what was found, and "+p.w.keyOf("back")+" comes back here.")
	p.list.begin()
}

// forget begins anew: another project is open.
func (p *searchPage) forget() {
	if p == nil {
		return
	}
	p.entry.SetText("")
	p.clear()
}

// searchProject shows the search, with the words that are selected in the article.
func (w *Window) searchProject() {
	if w.search == nil {
		w.search = newSearchPage(w)
	}
	if selected := w.selectedWords(); selected != "" && w.sheets.open == nil {
		w.search.entry.SetText(phrase(selected))
	}
	w.showSheet(w.search.sheet)
	w.search.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	w.search.refind()
}

// selectedWords is the text that is selected in the article; "" when it is none or much.
func (w *Window) selectedWords() string {
	if w.session == nil {
		return ""
	}
	anchor, caret := w.view.Selection()
	text := w.view.Text()[min(anchor, caret):max(anchor, caret)]
	if len(text) > 200 {
		return ""
	}
	return oneLine(text, 80)
}

// phrase is what finds words that stand together.
func phrase(text string) string {
	if strings.ContainsRune(text, ' ') {
		return `"` + strings.ReplaceAll(text, `"`, " ") + `"`
	}
	return text
}

// refind looks again when articles came or went since.
func (p *searchPage) refind() {
	if p.text != "" && len(p.hits) == 0 {
		p.search(0)
	}
}

// A finding is the first page of what was found, and how many there are.
type finding struct {
	storage.Hits
	count int
	more  bool // than count
}

// searching is what is said instead of a number while it is not known.
const searching = "Searching…"

// take opens the chosen hit. While what is typed is being looked for, those of before are not meant:
// the first that is found is opened then.
func (p *searchPage) take() {
	if p.first = p.count.text == searching; !p.first {
		p.list.take()
	}
}

// search looks for what is typed.
func (p *searchPage) search(pause time.Duration) {
	project, text, author := p.w.project, p.entry.Text, p.w.author.ID
	p.paged.drop()
	p.first = false
	if project == nil || text == "" {
		p.clear()
		return
	}
	p.count.set(searching)
	ask(p.w, &p.asked, pause, func(ctx context.Context) (found finding, err error) {
		found.Hits, err = project.Search(ctx, storage.Search{Text: text, Author: author, Limit: pageOfHits})
		if err == nil {
			found.count, found.more, err = project.CountHits(ctx, text, mostCounted)
		}
		return found, err
	}, func(found finding, err error) { p.found(text, found, err) })
}

// found shows what was found first.
func (p *searchPage) found(text string, found finding, err error) {
	p.text, p.hits, p.next = text, found.Hits.Hits, found.Next
	p.count.set("")
	switch {
	case errors.Is(err, storage.ErrNothingToFind):
		p.none.say("What is to be found?", "Give at least one word that must be there.")
	case err != nil:
		p.none.say("The search has failed", sentence(err.Error()))
	case len(p.hits) == 0:
		p.none.say("Nothing found", "No article has all of these words. Try fewer of them, or the beginning of one with * behind it.")
	default:
		p.none.hide()
		p.count.set(howMany(found))
	}
	p.sheet.object.Refresh()
	p.list.begin()
	p.w.trace.found(text, len(p.hits))
	if p.first && p.w.sheets.open == p.sheet {
		p.list.take()
	}
}

// howMany says how many articles were found, and in which order they stand.
func howMany(f finding) string {
	said := counted(f.count, "article")
	if f.more {
		said = "More than " + said
	}
	if f.Ranked && f.count > 1 {
		return said + ", the best first"
	}
	if f.count > 1 {
		return said + ", the newest first"
	}
	return said
}

// inSight reads the next page when the end of the last is near.
func (p *searchPage) inSight(i int) {
	if i < len(p.hits)-pageOfHits/2 || p.next == "" {
		return
	}
	project, from := p.w.project, storage.Search{Text: p.text, Author: p.w.author.ID, Limit: pageOfHits, After: p.next}
	p.next = ""
	ask(p.w, &p.paged, 0, func(ctx context.Context) (storage.Hits, error) { return project.Search(ctx, from) },
		func(more storage.Hits, err error) {
			if err != nil {
				p.w.say(sentence(err.Error()))
				return
			}
			p.hits, p.next = append(p.hits, more.Hits...), more.Next
			p.list.Refresh()
		})
}

// open opens the article of a hit at the first of its places.
func (p *searchPage) open(i int) {
	p.list.choose(i)
	hit := p.hits[i]
	w := p.w
	w.openArticle(hit.ID)
	if w.session == nil || w.session.State().Article.ID != hit.ID {
		return
	}
	w.leaveSheet()
	w.finder.showHits(p.text, w.ranges(hit.Found))
	w.cameFrom = p.sheet
	w.refreshMenu()
	w.say(fmt.Sprintf("Result %s  ·  %s goes to the next place, %s back to the results", grouped(i+1), w.keyOf("find-next"), w.keyOf("back")))
}

// ranges are stretches of the open article in bytes.
func (w *Window) ranges(stretches []storage.Stretch) []textview.Range {
	var ranges []textview.Range
	for _, s := range stretches {
		if r, err := w.units.Range(s.Start, s.End); err == nil {
			ranges = append(ranges, textview.Range(r))
		}
	}
	return ranges
}

// stretchesOf are ranges of a short text in bytes.
func stretchesOf(text string, stretches []storage.Stretch) []textview.Range {
	units := annotate.In(annotate.CodePoints, text)
	var ranges []textview.Range
	for _, s := range stretches {
		if r, err := units.Range(s.Start, s.End); err == nil {
			ranges = append(ranges, textview.Range(r))
		}
	}
	return ranges
}
