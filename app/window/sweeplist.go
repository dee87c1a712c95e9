package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
)

// A sweepList is the list of a sweep, by article. It hears the keys that answer.
type sweepList struct {
	keyedList
	sweep *sweep
	lines []sweepLine
	place []int // the line of each occurrence
}

// A sweepLine is an occurrence, or the heading of an article.
type sweepLine struct {
	heading bool
	number  int
}

func newSweepList(s *sweep) *sweepList {
	l := &sweepList{sweep: s}
	l.Length = func() int { return len(l.lines) }
	l.CreateItem = func() fyne.CanvasObject { return newSweepRow() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.lines) {
			l.showLine(l.lines[i], o.(*sweepRow))
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		if line := l.lines[i]; !line.heading {
			s.tapped(line.number)
		}
		s.sheet.focus()
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// lay lists what was found.
func (l *sweepList) lay() {
	l.lines, l.place = nil, nil
	f := &l.sweep.found
	for i, o := range f.occurrences {
		if i == 0 || o.article != f.occurrences[i-1].article {
			l.lines = append(l.lines, sweepLine{true, o.article})
		}
		l.place = append(l.place, len(l.lines))
		l.lines = append(l.lines, sweepLine{false, i})
	}
	l.Refresh()
}

func (l *sweepList) showLine(line sweepLine, row *sweepRow) {
	f := &l.sweep.found
	if line.heading {
		a := f.articles[line.number]
		row.showHeading(a.title, counted(a.count, "occurrence"))
		return
	}
	row.show(f.occurrences[line.number], line.number == l.sweep.at)
}

// reveal brings the occurrence in hand into sight, and the first one's heading with it.
func (l *sweepList) reveal() {
	l.Refresh()
	if at := l.sweep.at; at < len(l.place) {
		if at == 0 {
			l.ScrollToTop()
		}
		l.ScrollTo(l.place[at])
	}
}

// AcceptsTab is Fyne's.
func (l *sweepList) AcceptsTab() bool { return true }

// TypedKey is Fyne's.
func (l *sweepList) TypedKey(e *fyne.KeyEvent) {
	c, found := keyIn(l.sweep.w.commands, l.pressed(e), func(c command) bool { return c.Answer })
	switch {
	case found:
		l.sweep.w.run(c)
	case e.Name == fyne.KeyUp:
		l.sweep.pass(-1)
	case e.Name == fyne.KeyDown:
		l.sweep.pass(+1)
	default:
		l.sweep.w.plainKey(e.Name)
	}
}

// TypedShortcut is Fyne's.
func (l *sweepList) TypedShortcut(s fyne.Shortcut) { l.sweep.w.shortcut(s) }

// A sweepRow is an occurrence: its answer as a sign and a word, and the words with what is around
// them; or the title of an article.
type sweepRow struct {
	listRow
	back *backdrop
	sign *widget.Icon
	text *line
	said *line
}

func newSweepRow() *sweepRow {
	r := &sweepRow{back: newBackdrop(""), sign: widget.NewIcon(statusIcon(annotate.New)),
		text: newLine("", theme.SizeNameText, theme.ColorNameForeground), said: wholeLine("", theme.SizeNameCaptionText, colourFaint)}
	r.back.radius = 6
	r.ExtendBaseWidget(r)
	return r
}

func (r *sweepRow) showHeading(title, count string) {
	r.back.fill = ""
	r.sign.Hide()
	r.text.text, r.text.found, r.text.style.Bold, r.text.colour = title, nil, true, theme.ColorNameForeground
	r.said.text = count
	r.Refresh()
}

// answerSigns are how answers look.
var answerSigns = map[answer]struct {
	sign annotate.Status
	word string
}{answerOpen: {annotate.New, ""}, answerTaken: {annotate.Done, "taken"}, answerRefused: {annotate.Skipped, "left out"}}

func (r *sweepRow) show(o occurrence, inHand bool) {
	r.back.fill = rowFill(inHand)
	s := answerSigns[o.answer]
	r.sign.SetResource(statusIcon(s.sign))
	r.sign.Show()
	r.text.text, r.text.found, r.text.style.Bold = o.context, []textview.Range{o.place}, false
	r.text.colour = theme.ColorNameForeground
	if o.answer == answerRefused {
		r.text.colour = colourFaint
	}
	r.said.text = s.word
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *sweepRow) CreateRenderer() fyne.WidgetRenderer {
	row := padded(5, 5, 12, 14, between(r.sign, r.text, r.said, 10))
	return widget.NewSimpleRenderer(container.NewStack(r.back, row))
}
