package window

import (
	"strings"

	"github.com/glossator/glossator/annotate"
)

// stepOfLabel goes to the next span of the chosen span's label, or to the one before.
func stepOfLabel(by int) func(*Window) {
	return func(w *Window) {
		chosen, _ := w.session.Selected()
		var alike []annotate.Span
		at := 0
		for _, span := range w.session.State().Layer.EachSpan() {
			if span.ID == chosen.ID {
				at = len(alike)
			}
			if span.Label == chosen.Label {
				alike = append(alike, *span)
			}
		}
		if len(alike) == 1 {
			w.say("This is the only " + w.label(chosen.Label).Shown() + " of the article")
			return
		}
		w.chooseSpan(alike[(at+by+len(alike))%len(alike)])
	}
}

// nextUnlabelled goes to the next sentence in which nothing is labelled; behind the last, to the first.
func (w *Window) nextUnlabelled() {
	text := w.view.Text()
	spans := w.session.State().Layer.Spans()
	reach := reaches(spans)
	_, caret := w.view.Selection()
	line := strings.LastIndexByte(text[:caret], '\n') + 1
	for _, part := range []annotate.Range{{Start: line, End: len(text)}, {Start: 0, End: line}} {
		for r := range annotate.Sentences(text[part.Start:part.End]) {
			r = annotate.Trim(text, annotate.Range{Start: r.Start + part.Start, End: r.End + part.Start})
			if _, labelled := firstMeeting(spans, reach, r); !labelled && !r.Empty() && (r.Start > caret || part.Start == 0 && part.End == line) {
				w.view.GoTo(r.Start)
				w.say("Nothing is labelled in this sentence: “" + oneLine(text[r.Start:r.End], 90) + "”")
				return
			}
		}
	}
	w.say("Every other sentence of the article holds a label")
}

// goBack goes back to the results of the search that led to the article, or to where the caret was.
func (w *Window) goBack() {
	if from := w.cameFrom; from != nil {
		w.cameFrom = nil
		w.showSheet(from)
		return
	}
	w.view.Back()
}

func (w *Window) goForward() { w.view.Forward() }

func noBack(w *Window) string {
	if why := noArticle(w); why != "" || w.cameFrom != nil || w.view.CanGoBack() {
		return why
	}
	return "There is no place to go back to"
}

func noForward(w *Window) string {
	if why := noArticle(w); why != "" || w.view.CanGoForward() {
		return why
	}
	return "There is no place to go forward to"
}
