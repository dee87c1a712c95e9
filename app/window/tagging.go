package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/suggest"
	"github.com/glossator/glossator/app/textview"
)

// mostRepeats is how many occurrences are offered at a time.
const mostRepeats = 5000

// tagging is the strip below the text that offers each further occurrence of a span's words, to be
// tagged or not. What is taken is saved at once; undoing takes back all of it when the strip is gone.
type tagging struct {
	w       *Window
	object  *fyne.Container
	span    annotate.Span // whose words they are
	open    []annotate.Range
	refused []annotate.Range
	more    bool                 // there are more than are offered
	made    map[annotate.ID]bool // what was tagged
	at      int

	swatch  *backdrop
	before  *line
	words   *line
	after   *line
	count   *line
	context *fyne.Container
	answers []*quietButton // seen while an occurrence is in hand
	anyCase *switchButton
	within  *switchButton
	endings *switchButton
}

func newTagging(w *Window) *tagging {
	t := &tagging{w: w, swatch: newSwatch(nil, 12)}
	t.before = wholeLine("", theme.SizeNameCaptionText, colourQuiet)
	t.words = wholeLine("", theme.SizeNameCaptionText, theme.ColorNameForeground)
	t.words.style.Bold = true
	t.after = newLine("", theme.SizeNameCaptionText, colourQuiet)
	t.count = wholeLine("", theme.SizeNameCaptionText, colourQuiet)
	left := container.New(layout.NewCustomPaddedHBoxLayout(8), centred(t.swatch), container.New(layout.NewCustomPaddedHBoxLayout(4), t.before, t.words))
	t.context = between(left, t.after, t.count, 4)
	t.anyCase = newSwitch(w, "Any case", "Upper and lower case count as the same", t.again)
	t.within = newSwitch(w, "Parts of words", "The words may be part of longer ones", t.again)
	t.endings = newSwitch(w, "Other endings", "Each word may end otherwise, as in inflected languages", t.again)
	how := container.New(layout.NewCustomPaddedHBoxLayout(2), t.anyCase, t.within, t.endings)
	t.object = container.NewVBox(hairline(), container.NewStack(newBackdrop(theme.ColorNameBackground),
		container.New(&columnLayout{w}, padded(8, 6, 0, 0, container.NewVBox(t.context, between(how, newBackdrop(""), t.buttons(), 0))))))
	t.object.Hide()
	return t
}

// buttons answer; the keys behind them do too.
func (t *tagging) buttons() fyne.CanvasObject {
	button := func(title, hint string, tapped func()) *quietButton {
		b := newQuietButton(t.w, nil, title, tapped)
		b.hint = hint
		return b
	}
	take := button("Tag", "Tag this one  ·  "+t.w.keyOf("answer-take"), t.take)
	all := button("Tag all", "Tag all that are left  ·  "+t.w.keyOf("tag-all"), t.takeAll)
	take.filled, all.filled = true, true
	leave := newQuietButton(t.w, iconRemove, "", t.leave)
	leave.hint = "Close, and keep what was tagged  ·  Esc"
	refuse := button("Not this", "Leave this one out  ·  "+t.w.keyOf("answer-refuse"), t.refuse)
	t.answers = []*quietButton{take, refuse, all}
	return container.New(layout.NewCustomPaddedHBoxLayout(4), take, refuse, all, leave)
}

// begin offers the further occurrences of a span's words; where the strip is open, it takes all.
func (t *tagging) begin(span annotate.Span) {
	if t.shown() {
		t.takeAll()
		return
	}
	t.span, t.refused, t.made = span, nil, map[annotate.ID]bool{}
	t.w.pile.shut()
	t.w.finder.hide()
	t.object.Show()
	t.w.page.reading.Refresh()
	t.search()
}

func (t *tagging) shown() bool { return t.object.Visible() }

// how is what counts as an occurrence.
func (t *tagging) how() suggest.How {
	return suggest.How{AnyCase: t.anyCase.on, Within: t.within.on, Endings: t.endings.on}
}

// search looks for the occurrences anew, from the one in hand on. What was left out stays so.
func (t *tagging) search() {
	if !t.shown() {
		return
	}
	from := t.span.End
	if t.at >= 0 && t.at < len(t.open) {
		from = t.open[t.at].Start
	}
	t.find()
	t.at, _ = slices.BinarySearchFunc(t.open, from, func(r annotate.Range, at int) int { return r.Start - at })
	t.show()
}

// again searches in another way, and gives the keyboard back to the text.
func (t *tagging) again() {
	t.search()
	t.w.focusText()
}

// find finds what is left to be answered.
func (t *tagging) find() {
	state := t.w.session.State()
	t.open, t.more = nil, false
	for r := range suggest.Repeats(state.Article.Text, state.Layer, t.span, t.how()) {
		if slices.Contains(t.refused, r) {
			continue
		}
		if t.more = len(t.open) == mostRepeats; t.more {
			break
		}
		t.open = append(t.open, r)
	}
}

// show shows the occurrence in hand, here and in the text.
func (t *tagging) show() {
	l := t.w.label(t.span.Label)
	t.swatch.paint = t.w.hue(l)
	hits := make([]textview.Range, len(t.open))
	for i, r := range t.open {
		hits[i] = textview.Range(r)
	}
	if len(t.open) == 0 {
		t.at = -1
		t.before.text, t.words.text, t.after.text = "", "No other “"+oneLine(t.span.Quote(t.w.view.Text()), 40)+"” is left to tag as "+l.Shown(), ""
		t.count.text = ""
	} else {
		t.at %= len(t.open)
		t.showContext(t.open[t.at])
		t.count.text = t.counts()
		t.w.view.Reveal(hits[t.at])
	}
	seen(len(t.open) > 0, t.answers...)
	t.w.view.SetHits(hits, t.at)
	t.object.Refresh()
}

func (t *tagging) showContext(r annotate.Range) {
	const around = 26
	text := t.w.view.Text()
	before := []rune(strings.Join(strings.Fields(strings.ToValidUTF8(text[max(0, r.Start-4*around):r.Start], "")), " "))
	t.before.text = "…" + strings.TrimLeft(string(before[max(0, len(before)-around):]), " ")
	t.words.text = oneLine(text[r.Start:r.End], 36)
	t.after.text = oneLine(text[r.End:min(len(text), r.End+240)], 60)
}

// counts is how far one is.
func (t *tagging) counts() string {
	left := grouped(len(t.open)) + " left"
	if t.more {
		left = fmt.Sprintf("the first %s of more", grouped(mostRepeats))
	}
	return fmt.Sprintf("%s, %s tagged", left, grouped(t.tagged()))
}

// tagged is how many were tagged and were not taken back.
func (t *tagging) tagged() int {
	n := 0
	for _, span := range t.w.session.State().Layer.EachSpan() {
		n += ones(t.made[span.ID])
	}
	return n
}

// tagAll begins with the chosen span.
func (w *Window) tagAll() {
	if w.tagging.shown() {
		w.tagging.takeAll()
		return
	}
	if span, ok := w.session.Selected(); ok {
		w.tagging.begin(span)
	}
}

// Repeats are counted after each label in texts of at most this length, and no further than this.
const (
	countedText = 1 << 20
	mostMore    = 1000
)

// more says how often the words of a span stand elsewhere without its label.
func (w *Window) more(span annotate.Span) string {
	state := w.session.State()
	n := 0
	if len(state.Article.Text) <= countedText && span.Len() > 1 {
		for range suggest.Repeats(state.Article.Text, state.Layer, span, suggest.How{}) {
			if n++; n > mostMore {
				break
			}
		}
	}
	switch {
	case n == 0:
		return ""
	case n > mostMore:
		return fmt.Sprintf("  ·  more than %s more here: %s", grouped(mostMore), w.keyOf("tag-all"))
	}
	return fmt.Sprintf("  ·  %s more here: %s", grouped(n), w.keyOf("tag-all"))
}

func noTagging(w *Window) string {
	if w.tagging.shown() {
		return ""
	}
	return noSpan(w)
}
