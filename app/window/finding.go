package window

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/suggest"
	"github.com/glossator/glossator/app/textview"
)

// mostHits is how many places are looked for at most.
const mostHits = 10_000

// A finder is the bar below the text with which one finds words in the article. It stands below, so
// that the text does not move when it comes.
type finder struct {
	w      *Window
	object *fyne.Container
	entry  *entry
	exact  *switchButton
	found  *line
	row    *fyne.Container
	turns  []*quietButton // to the hits before and after, for which a narrow column has no room
	hits   []textview.Range
	more   bool // there are more than hits
	at     int
	from   left
}

// left is where the author was when the search began.
type left struct{ anchor, caret, top int }

func newFinder(w *Window) *finder {
	f := &finder{w: w, entry: newEntry(w), found: wholeLine("", theme.SizeNameCaptionText, colourQuiet)}
	f.entry.SetPlaceHolder("Find in this article")
	f.entry.Icon = theme.SearchIcon()
	f.entry.OnChanged = func(string) { f.search() }
	f.entry.onEnter = func(shift bool) { f.step(map[bool]int{false: +1, true: -1}[shift]) }
	f.entry.onEscape = f.close
	f.exact = newSwitch(w, "Aa", "Upper and lower case must be the same", f.search)
	f.turns = []*quietButton{w.commandButton(iconPrevious, "", "find-previous"), w.commandButton(iconNext, "", "find-next")}
	leave := newQuietButton(w, iconRemove, "", f.close)
	leave.hint = "Close  ·  Esc"
	tools := container.New(layout.NewCustomPaddedHBoxLayout(2), centred(padded(0, 0, 8, 8, f.found)), centred(f.exact),
		centred(f.turns[0]), centred(f.turns[1]), centred(leave))
	f.row = between(newBackdrop(""), f.entry, tools, 4)
	f.object = container.NewVBox(hairline(), container.NewStack(newBackdrop(theme.ColorNameBackground),
		container.New(&narrowLayout{columnLayout{w}, 320, f.turns}, padded(6, 6, 0, 0, f.row))))
	f.object.Hide()
	return f
}

// open shows the bar, with the selected words in it.
func (f *finder) open() {
	view := f.w.view
	anchor, caret := view.Selection()
	if f.object.Hidden {
		f.from = left{anchor, caret, view.Top()}
		f.w.tagging.close()
		f.object.Show()
		f.w.page.reading.Refresh()
	}
	text := view.Text()[min(anchor, caret):max(anchor, caret)]
	if text != "" && utf8.RuneCountInString(text) < 80 && text != f.entry.Text {
		f.entry.SetText(oneLine(text, 80))
	} else {
		f.search()
	}
	f.w.win.Canvas().Focus(f.entry)
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// showHits shows the bar with what a search of the whole project found in the article.
func (f *finder) showHits(words string, hits []textview.Range) {
	anchor, caret := f.w.view.Selection()
	f.from = left{anchor, caret, f.w.view.Top()}
	f.w.tagging.close()
	f.object.Hide() // so that the words are not looked for as they stand
	f.entry.SetText(words)
	f.object.Show()
	f.w.page.reading.Refresh()
	f.hits, f.more, f.at = hits, false, min(0, len(hits)-1)
	if f.at == 0 {
		f.w.view.Select(hits[0].Start, hits[0].Start) // before the whole character that the hit may begin within
		at, _ := f.w.view.Selection()
		f.w.session.Select(annotate.Range{Start: at, End: at})
	}
	f.show()
	f.w.focusText()
}

// close takes the bar away and goes back to where the author was.
func (f *finder) close() {
	if f.object.Hidden {
		return
	}
	f.hide()
	f.w.session.Select(annotate.Range{Start: min(f.from.anchor, f.from.caret), End: max(f.from.anchor, f.from.caret)})
	f.w.view.SetTop(f.from.top)
	f.w.focusText()
}

// hide takes the bar away.
func (f *finder) hide() {
	if f.object.Hidden {
		return
	}
	f.object.Hide()
	f.hits = nil
	f.w.view.SetHits(nil, -1)
	f.w.page.reading.Refresh()
}

// search finds all places of the words, and goes to the first from where the author was.
func (f *finder) search() {
	if f.object.Hidden {
		return
	}
	f.hits, f.more, f.at = nil, false, -1
	for r := range suggest.Occurrences(f.w.view.Text(), f.entry.Text, suggest.How{AnyCase: !f.exact.on, Within: true}) {
		if f.more = len(f.hits) == mostHits; f.more {
			break
		}
		f.hits = append(f.hits, textview.Range(r))
	}
	start := min(f.from.anchor, f.from.caret)
	if len(f.hits) > 0 {
		i, _ := slices.BinarySearchFunc(f.hits, start, func(r textview.Range, at int) int { return r.Start - at })
		f.at = i % len(f.hits)
	}
	f.show()
}

// step goes to the next place, or to the one before.
func (f *finder) step(by int) {
	if n := len(f.hits); n > 0 {
		f.at = (f.at + by + n) % n
		f.show()
	}
}

func (f *finder) show() {
	f.w.view.SetHits(f.hits, f.at)
	switch {
	case f.at >= 0:
		of := map[bool]string{true: "more than "}[f.more] + grouped(len(f.hits))
		f.found.set(fmt.Sprintf("%s of %s", grouped(f.at+1), of))
		f.w.view.Reveal(f.hits[f.at])
	case f.entry.Text == "":
		f.found.set("")
	default:
		f.found.set("Nothing found")
	}
	f.row.Refresh()
}

func (w *Window) findHere() { w.finder.open() }

// findStep goes on in what was found.
func findStep(by int) func(*Window) {
	return func(w *Window) {
		if w.finder.object.Hidden {
			w.finder.open()
			return
		}
		w.finder.step(by)
	}
}
