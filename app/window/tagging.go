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

// mostRepeats is how many occurrences are offered at most.
const mostRepeats = 5000

// tagging is the strip below the text that offers each further occurrence of a span's words, to be
// tagged or not. What is taken becomes one edit when all are answered or the strip is left.
type tagging struct {
	w      *Window
	object *fyne.Container
	span   annotate.Span // whose words they are
	open   []annotate.Range
	taken  []annotate.Range
	total  int
	at     int

	swatch  *backdrop
	before  *line
	words   *line
	after   *line
	count   *line
	context *fyne.Container
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
	t.anyCase = newSwitch(w, "Any case", "Upper and lower case count as the same", t.search)
	t.within = newSwitch(w, "Parts of words", "The words may be part of longer ones", t.search)
	t.endings = newSwitch(w, "Other endings", "Each word may end otherwise, as in inflected languages", t.search)
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
	take := button("Tag", "Tag this one  ·  Enter", t.take)
	all := button("Tag all", "Tag all that are left  ·  Ctrl+T", t.takeAll)
	take.filled, all.filled = true, true
	leave := newQuietButton(t.w, iconRemove, "", t.close)
	leave.hint = "Close, and keep what was tagged  ·  Esc"
	return container.New(layout.NewCustomPaddedHBoxLayout(4), take, button("Not this", "Leave this one out  ·  Delete", t.refuse), all, leave)
}

// begin offers the further occurrences of a span's words; where the strip is open, it takes all.
func (t *tagging) begin(span annotate.Span) {
	if t.shown() {
		t.takeAll()
		return
	}
	t.span, t.taken = span, nil
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

// search looks for the occurrences anew. What was taken stays so.
func (t *tagging) search() {
	if !t.shown() {
		return
	}
	state := t.w.session.State()
	t.open = nil
	for r := range suggest.Repeats(state.Article.Text, state.Layer, t.span, t.how()) {
		if len(t.open) == mostRepeats {
			break
		}
		if !slices.Contains(t.taken, r) {
			t.open = append(t.open, r)
		}
	}
	t.total = len(t.open) + len(t.taken)
	after, _ := slices.BinarySearchFunc(t.open, t.span.End, func(r annotate.Range, at int) int { return r.Start - at })
	t.at = after
	t.show()
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
		t.count.text = fmt.Sprintf("%s left, %s tagged", grouped(len(t.open)), grouped(len(t.taken)))
		t.w.view.Reveal(hits[t.at])
	}
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

// take tags the occurrence in hand.
func (t *tagging) take() { t.answer(true) }

// refuse leaves the occurrence in hand as it is.
func (t *tagging) refuse() { t.answer(false) }

func (t *tagging) answer(yes bool) {
	if t.at < 0 {
		t.close()
		return
	}
	r := t.open[t.at]
	t.open = slices.Delete(t.open, t.at, t.at+1)
	if yes {
		t.taken = append(t.taken, r)
	}
	if len(t.open) == 0 {
		t.close()
		return
	}
	t.w.showMarks()
	t.show()
}

// pass goes to another occurrence without an answer.
func (t *tagging) pass(by int) {
	if n := len(t.open); n > 0 {
		t.at = (t.at + by + n) % n
		t.show()
	}
}

func (t *tagging) takeAll() {
	t.taken, t.open = append(t.taken, t.open...), nil
	t.close()
}

// close takes the strip away and makes one edit of all that was taken.
func (t *tagging) close() {
	if !t.shown() {
		return
	}
	t.object.Hide()
	t.w.view.SetHits(nil, -1)
	t.w.page.reading.Refresh()
	taken := t.taken
	t.taken, t.open = nil, nil
	t.keep(taken)
	t.w.focusText()
}

// keep labels stretches of text in one edit.
func (t *tagging) keep(taken []annotate.Range) {
	l := t.w.label(t.span.Label)
	have := map[annotate.Range]bool{}
	for _, span := range t.w.session.State().Layer.Spans() {
		have[span.Range] = have[span.Range] || span.Label == t.span.Label
	}
	edit := annotate.Edit{}
	for _, r := range taken {
		if !have[r] {
			edit.Spans.Add = append(edit.Spans.Add, annotate.Span{ID: annotate.NewID(), Range: r, Label: t.span.Label})
		}
	}
	n := len(edit.Spans.Add)
	if n == 0 {
		t.w.showMarks()
		return
	}
	edit.Name = fmt.Sprintf("Label %s as %s", grouped(n), l.Shown())
	if err := t.w.session.Do(edit); err != nil {
		t.w.failed(err)
		return
	}
	t.w.say(fmt.Sprintf("%s more tagged as %s. Ctrl+Z takes all of them back.", grouped(n), l.Shown()))
}

// key is a key that was pressed in the text while the strip is there.
func (t *tagging) key(pressed key) bool {
	if !t.shown() {
		return false
	}
	switch pressed {
	case key{Name: fyne.KeyReturn}, key{Name: fyne.KeyEnter}:
		t.take()
	case key{Name: fyne.KeyDelete}, key{Name: fyne.KeyBackspace}:
		t.refuse()
	case key{Name: fyne.KeyTab}:
		t.pass(+1)
	case key{fyne.KeyTab, fyne.KeyModifierShift}:
		t.pass(-1)
	case key{Name: fyne.KeyEscape}:
		t.close()
	default:
		return false
	}
	return true
}

// marks are those that were taken and are not kept yet.
func (t *tagging) marks() []textview.Mark {
	l := t.w.label(t.span.Label)
	light, dark := colours(l)
	var marks []textview.Mark
	for _, r := range t.taken {
		marks = append(marks, textview.Mark{ID: fmt.Sprint("taken ", r.Start), Range: textview.Range(r), Name: l.Shown(), Colour: light, Dark: dark, Look: textview.Hollow})
	}
	return marks
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

// countedText is how long a text may be at most for its repeats to be counted after each label.
const countedText = 1 << 20

// more says how often the words of a span stand elsewhere without its label.
func (w *Window) more(span annotate.Span) string {
	state := w.session.State()
	n := 0
	if len(state.Article.Text) <= countedText && span.Len() > 1 {
		for range suggest.Repeats(state.Article.Text, state.Layer, span, suggest.How{}) {
			if n++; n == 1000 {
				break
			}
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("  ·  %s more here: Ctrl+T", grouped(n))
}

func noTagging(w *Window) string {
	if w.tagging.shown() {
		return ""
	}
	return noSpan(w)
}
