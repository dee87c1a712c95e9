package window

import (
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
)

// showMarks shows the spans of the article as marks. Nothing of the text moves.
func (w *Window) showMarks() {
	w.showDisagreements()
	w.view.SetMarks(w.marks())
	w.view.SetCurrent(string(w.session.State().Selection.Span))
}

// marks are the spans of the article as marks: the author's own, and those of others if they are
// wanted. Those that are disagreed about have a wave instead of a line.
func (w *Window) marks() []textview.Mark {
	marks := w.marked[:0]
	if w.showsOthers() {
		for _, layer := range w.others {
			marks = w.appendMarks(marks, layer, textview.Dashed)
		}
	}
	marks = w.appendMarks(marks, w.session.State().Layer, textview.Solid)
	if disputed := w.disputed(); len(disputed) > 0 {
		for i, mark := range marks {
			marks[i].Wavy = disputed[mark.ID]
		}
	}
	w.marked = marks
	return marks
}

func (w *Window) appendMarks(marks []textview.Mark, layer annotate.Layer, look textview.Look) []textview.Mark {
	if layer.Author.Kind == annotate.Suggester {
		look = textview.Hollow
	}
	marks = slices.Grow(marks, layer.SpanCount())
	var labels labelPlaces
	var plain []textview.Mark // of each label one that is of no span yet
	for _, span := range layer.EachSpan() {
		at := labels.find(span.Label)
		if at < 0 {
			at, plain = labels.add(span.Label), append(plain, w.plainMark(span.Label, look))
		}
		marks = append(marks, plain[at])
		mark := &marks[len(marks)-1]
		mark.ID, mark.Range = string(span.ID), textview.Range(span.Range)
		for _, gap := range span.Gaps {
			mark.Gaps = append(mark.Gaps, textview.Range(gap))
		}
	}
	return marks
}

// plainMark is a mark of a label that is of no span yet.
func (w *Window) plainMark(label string, look textview.Look) textview.Mark {
	l := w.label(label)
	light, dark := colours(l)
	return textview.Mark{Name: l.Shown(), Colour: light, Dark: dark, Look: look}
}

// nameOf is what the status line says of a mark: its label, its words, and who made it if somebody
// else did.
func (w *Window) nameOf(id string) string {
	if id == "" || w.session == nil {
		return ""
	}
	state := w.session.State()
	if span, mine := state.Layer.Span(annotate.ID(id)); mine {
		return w.described(span)
	}
	for _, layer := range w.others {
		if span, theirs := layer.Span(annotate.ID(id)); theirs {
			return w.described(span) + ", marked by " + layer.Author.Name
		}
	}
	return ""
}

// whyNoSpans says why the list of spans is empty: nobody has marked anything, or others have.
func (w *Window) whyNoSpans() (title, words string) {
	var names []string
	for _, layer := range w.others {
		if layer.SpanCount() > 0 {
			names = append(names, layer.Author.Name)
		}
	}
	switch {
	case len(names) == 0:
		return "No spans yet", "Select text, then press a label's key"
	case w.showsOthers():
		return "No spans of yours yet", "The text shows those of " + listed(names)
	}
	return "No spans of yours yet", "Those of " + listed(names) + " are hidden: View ▸ Labels of others"
}

// listed are names as one writes them: "Ana, Boris and Clara".
func listed(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// labelOf is the label of a mark, the author's own or another's.
func (w *Window) labelOf(id string) annotate.Label {
	if w.session == nil {
		return annotate.Label{}
	}
	for _, layer := range append([]annotate.Layer{w.session.State().Layer}, w.others...) {
		if span, there := layer.Span(annotate.ID(id)); there {
			return w.label(span.Label)
		}
	}
	return annotate.Label{}
}

// described is a span in one line.
func (w *Window) described(span annotate.Span) string {
	words := fmt.Sprintf("%s: “%s”", w.label(span.Label).Shown(), isolated(w.quote(span, 90)))
	if span.Note != "" {
		words += "  ·  " + oneLine(span.Note, 60)
	}
	return words
}

// quote is the text of a span of the open article in one line of at most so many characters.
func (w *Window) quote(span annotate.Span, most int) string {
	return quote(w.session.State().Article.Text, span, most)
}

// quote is a span's text in one line of at most so many characters.
func quote(text string, span annotate.Span, most int) string {
	var pieces []string
	for _, piece := range span.Pieces() {
		pieces = append(pieces, text[piece.Start:piece.End])
	}
	return oneLine(strings.Join(pieces, " … "), most)
}

// oneLine is a text with its white space as single spaces, cut after so many characters.
func oneLine(text string, most int) string {
	text = strings.ToValidUTF8(text[:min(len(text), 8*most)], "") // a character may be cut at the end
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		return strings.TrimRight(string(runes[:most]), " ") + "…"
	}
	return string(runes)
}
