package window

import (
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
)

// adjusted is told that the user dragged an edge of a span.
func (w *Window) adjusted(id string, r textview.Range) {
	if w.session != nil {
		w.reshape(w.session.Adjust(annotate.ID(id), annotate.Range(r)))
	}
}

// reshape says what the chosen span is after an edit of its shape, or why nothing was done.
func (w *Window) reshape(err error) {
	if err != nil {
		w.failed(err)
		return
	}
	if span, ok := w.session.Selected(); ok {
		w.say(w.described(span))
	}
	w.focusText()
}

// A nudge moves an edge of the chosen span a step on or back.
type nudge struct {
	end   bool // its end, not its beginning
	on    bool
	exact bool // by a character, not by a word
}

// do nudges the chosen span. What a word's step leaves of white space at the edge falls away.
func (n nudge) do(w *Window) {
	span, _ := w.session.Selected()
	text, r := w.view.Text(), span.Range
	edge := &r.Start
	if n.end {
		edge = &r.End
	}
	*edge = n.step()(text, *edge)
	switch {
	case r.Empty():
		w.sayFailed(annotate.ErrNothingLeft)
		return
	case !n.exact && n.on != n.end:
		r = annotate.Trim(text, r)
	}
	w.reshape(w.session.Adjust(span.ID, r))
	w.view.Reveal(textview.Range{Start: *edge, End: *edge})
}

func (n nudge) step() func(text string, offset int) int {
	switch {
	case n.exact && n.on:
		return annotate.NextCharacter
	case n.exact:
		return annotate.PreviousCharacter
	case n.on:
		return annotate.NextWord
	}
	return annotate.PreviousWord
}

func alsoAs(label string) func(*Window) {
	return func(w *Window) { w.reshape(w.session.Duplicate(label)) }
}

// spanOf is the span for which a place is meant: that which was chosen last, if it fits, else the
// shortest that does.
func (w *Window) spanOf(fits func(annotate.Span) bool) (annotate.Span, bool) {
	layer := w.session.State().Layer
	if span, there := layer.Span(w.inHand); there && fits(span) {
		return span, true
	}
	var found annotate.Span
	for _, span := range layer.EachSpan() {
		if fits(*span) && (found.ID == "" || span.Len() < found.Len()) {
			found = *span
		}
	}
	return found, found.ID != ""
}

// split splits the span that holds the caret.
func (w *Window) split() {
	_, caret := w.view.Selection()
	span, found := w.spanOf(func(s annotate.Span) bool { return s.Start < caret && caret < s.End })
	if !found {
		w.sayFailed(annotate.ErrNotInside)
		return
	}
	w.reshape(w.session.Split(span.ID, caret))
}

// join joins the chosen span with the next of its label, and says what else it takes in.
func (w *Window) join() {
	before := w.session.State().Layer
	w.reshape(w.session.Join())
	both, _ := w.session.Selected()
	if taken := w.between(before, both); taken != "" {
		w.say("Joined, with what stood between: “" + isolated(oneLine(taken, 90)) + "”. " + w.keyOf("undo") + " parts them again.")
	}
}

// between is the text between a span that was and the one that was joined to it just now; "" where
// there is nothing but white space, or where none was.
func (w *Window) between(before annotate.Layer, both annotate.Span) string {
	first, was := before.Span(both.ID)
	now := w.session.State().Layer
	for _, second := range before.EachSpan() {
		if _, still := now.Span(second.ID); was && !still && first.End < second.Start {
			return strings.TrimSpace(w.view.Text()[first.End:second.Start])
		}
	}
	return ""
}

// cutOut takes the selected text out of the span that it is in.
func (w *Window) cutOut() {
	s := w.session.State().Selection
	span, found := w.spanOf(func(span annotate.Span) bool { return span.Contains(s.Range) && span.Range != s.Range })
	if s.Span != "" || s.Range.Empty() || !found {
		w.sayFailed(annotate.ErrNotInSpan)
		return
	}
	w.reshape(w.session.CutOut(span.ID, s.Range))
}

func (w *Window) fillGaps() { w.reshape(w.session.FillGaps()) }

// resize widens what is selected to the next larger whole, or takes that back.
func resize(how func(*textview.View) bool, why string) func(*Window) {
	return func(w *Window) {
		w.moving = true
		if !how(w.view) {
			w.say(why)
		}
		w.moving = false
	}
}
