package window

import (
	"fmt"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// take tags the occurrence in hand.
func (t *tagging) take() {
	if t.at < 0 {
		t.leave()
		return
	}
	if t.keep(t.open[t.at : t.at+1]) {
		t.answered()
	}
}

// refuse leaves the occurrence in hand as it is.
func (t *tagging) refuse() {
	if t.at < 0 {
		t.leave()
		return
	}
	t.refused = append(t.refused, t.open[t.at])
	t.answered()
}

// answered goes on behind the occurrence in hand, or ends behind the last.
func (t *tagging) answered() {
	t.open = slices.Delete(slices.Clone(t.open), t.at, t.at+1)
	if len(t.open) == 0 && !t.more {
		t.leave()
		return
	}
	if len(t.open) == 0 {
		t.find()
	}
	t.show()
}

// pass goes to another occurrence without an answer.
func (t *tagging) pass(by int) {
	if n := len(t.open); n > 0 {
		t.at = (t.at + by + n) % n
		t.show()
	}
}

// takeAll tags all that are offered. Where there are more, these come next.
func (t *tagging) takeAll() {
	if !t.keep(t.open) {
		return
	}
	if t.more {
		t.find()
		t.at = 0
		t.show()
		return
	}
	t.leave()
}

// refuseAll ends, as nothing more is tagged.
func (t *tagging) refuseAll() { t.leave() }

// leave takes the strip away and goes back to the text.
func (t *tagging) leave() {
	t.close()
	t.w.refreshMenu()
	t.w.focusText()
}

// close takes the strip away. What was tagged is saved already, and is one thing to undo.
func (t *tagging) close() {
	if !t.shown() {
		return
	}
	t.object.Hide()
	t.w.view.SetHits(nil, -1)
	t.w.page.reading.Refresh()
	t.w.pile.shut()
	t.open, t.refused = nil, nil
	if n := t.tagged(); n > 0 {
		t.w.say(fmt.Sprintf("%s more tagged as %s. %s takes all of them back.", grouped(n), t.w.label(t.span.Label).Shown(), t.w.keyOf("undo")))
	}
}

// keep labels stretches of text and saves them. It reports whether it could.
func (t *tagging) keep(taken []annotate.Range) bool {
	l := t.w.label(t.span.Label)
	edit, _ := labelling(t.w.session.State().Layer, l.Name, taken)
	n := len(edit.Spans.Add)
	if n == 0 {
		return true
	}
	edit.Name = fmt.Sprintf("Label %s as %s", grouped(n), l.Shown())
	if err := t.w.session.Do(edit); err != nil {
		t.w.failed(err)
		return false
	}
	for _, span := range edit.Spans.Add {
		t.made[span.ID] = true
	}
	t.w.pile.join(fmt.Sprintf("Label %s as %s", grouped(t.tagged()), l.Shown()))
	return true
}

// labelling is the edit that labels stretches of text, but for those that have the label already,
// and how many these are.
func labelling(layer annotate.Layer, label string, taken []annotate.Range) (edit annotate.Edit, there int) {
	have := map[annotate.Range]bool{}
	for _, span := range layer.Spans() {
		have[span.Range] = have[span.Range] || span.Label == label && len(span.Gaps) == 0
	}
	for _, r := range taken {
		if have[r] {
			there++
			continue
		}
		have[r] = true
		edit.Spans.Add = append(edit.Spans.Add, annotate.Span{ID: annotate.NewID(), Range: r, Label: label})
	}
	return edit, there
}
