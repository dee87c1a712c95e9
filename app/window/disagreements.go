package window

import (
	"cmp"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
)

// A disagreement is two spans by two people over the same text that differ in label or edges, where
// neither has a span just like the other's.
type disagreement struct {
	annotate.Range // of both
	a, b           opinion
}

// An opinion is what somebody says of a stretch of text.
type opinion struct {
	who  string // "" the author
	span annotate.Span
}

// disagreements are those between layers, each with each, in the order of the text. Every span that
// has no like is told once at most for each other layer, so that it takes n log n of time.
func disagreements(layers []annotate.Layer, author annotate.ID) []disagreement {
	var all []disagreement
	for i, a := range layers {
		for _, b := range layers[i+1:] {
			all = append(all, betweenTwo(a, b, author)...)
		}
	}
	slices.SortStableFunc(all, func(d, e disagreement) int { return d.Compare(e.Range) })
	return all
}

// betweenTwo are the disagreements between two layers.
func betweenTwo(a, b annotate.Layer, author annotate.ID) []disagreement {
	ofA, ofB := a.Spans(), b.Spans()
	lone, others := unlike(ofA, ofB), unlike(ofB, ofA)
	nameA, nameB := whoOf(a, author), whoOf(b, author)
	told := map[annotate.ID]bool{}
	var all []disagreement
	reach := reaches(others)
	for _, span := range lone {
		if other, meets := firstMeeting(others, reach, span.Range); meets {
			told[other.ID] = true
			all = append(all, disagreement{spanning(span, other), opinion{nameA, span}, opinion{nameB, other}})
		}
	}
	reach = reaches(lone)
	for _, span := range others {
		if other, meets := firstMeeting(lone, reach, span.Range); meets && !told[span.ID] {
			all = append(all, disagreement{spanning(span, other), opinion{nameA, other}, opinion{nameB, span}})
		}
	}
	return all
}

// whoOf is the name of a layer's author; "" the author's own.
func whoOf(layer annotate.Layer, author annotate.ID) string {
	if layer.Author.ID == author {
		return ""
	}
	return layer.Author.Name
}

func spanning(a, b annotate.Span) annotate.Range {
	return annotate.Range{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// unlike are the spans that have none of the same place and label among others; both are in order.
func unlike(spans, others []annotate.Span) []annotate.Span {
	var lone []annotate.Span
	at := 0
	for _, span := range spans {
		for at < len(others) && placed(others[at], span) < 0 {
			at++
		}
		if at == len(others) || placed(others[at], span) != 0 || !slices.Equal(others[at].Gaps, span.Gaps) {
			lone = append(lone, span)
		}
	}
	return lone
}

// placed compares spans by place and label, as layers have them in order.
func placed(a, b annotate.Span) int {
	return cmp.Or(a.Range.Compare(b.Range), strings.Compare(a.Label, b.Label))
}

// reaches are how far spans and those before them reach.
func reaches(spans []annotate.Span) []int {
	reach, furthest := make([]int, len(spans)), 0
	for i, span := range spans {
		furthest = max(furthest, span.End)
		reach[i] = furthest
	}
	return reach
}

// firstMeeting is the first span that shares a byte with a stretch of text.
func firstMeeting(spans []annotate.Span, reach []int, r annotate.Range) (annotate.Span, bool) {
	i, _ := slices.BinarySearch(reach, r.Start+1)
	if i == len(spans) || !spans[i].Overlaps(r) {
		return annotate.Span{}, false
	}
	return spans[i], true
}

// showDisagreements brings those between what is shown up to date: in the overview beside the text,
// for those who ask, and for the marks, which are drawn next.
func (w *Window) showDisagreements() {
	var found []disagreement
	if layers := w.compared(); len(layers) > 1 {
		found = disagreements(layers, w.author.ID)
	}
	before := w.disagreed
	w.disagreed = found
	if slices.EqualFunc(before, found, func(d, e disagreement) bool { return d.Range == e.Range }) {
		return
	}
	ranges := make([]textview.Range, len(found))
	for i, d := range found {
		ranges[i] = textview.Range(d.Range)
	}
	w.view.SetNotices(ranges)
}

// compared are the layers that are shown of people: suggestions are no opinions.
func (w *Window) compared() []annotate.Layer {
	layers := []annotate.Layer{w.session.State().Layer}
	if w.showsOthers() {
		for _, layer := range w.others {
			if layer.Author.Kind != annotate.Suggester {
				layers = append(layers, layer)
			}
		}
	}
	return layers
}

// disputed are the marks that are disagreed about.
func (w *Window) disputed() map[string]bool {
	marks := map[string]bool{}
	for _, d := range w.disagreed {
		marks[string(d.a.span.ID)], marks[string(d.b.span.ID)] = true, true
	}
	return marks
}

// opinions are who says what where a mark is disagreed about: "Ada: Place, you: Actor"; "" where it
// is not.
func (w *Window) opinions(id string) string {
	for _, d := range w.disagreed {
		if string(d.a.span.ID) == id || string(d.b.span.ID) == id {
			return w.said(d)
		}
	}
	return ""
}

// said is a disagreement in words: the labels, or the words where only the edges differ.
func (w *Window) said(d disagreement) string {
	say := func(o opinion) string {
		what := w.label(o.span.Label).Shown()
		if d.a.span.Range != d.b.span.Range {
			what += " “" + isolated(w.quote(o.span, 40)) + "”"
		}
		return cmp.Or(o.who, "you") + ": " + what
	}
	if d.a.who == "" {
		return say(d.b) + ", " + say(d.a)
	}
	return say(d.a) + ", " + say(d.b)
}

// stepDisagreement goes to the next disagreement from the caret, or to the one before; around the
// ends it goes on at the other.
func stepDisagreement(by int) func(*Window) {
	return func(w *Window) {
		all := w.disagreed
		s := w.session.State().Selection.Range
		at := w.disagreedAt + by
		if i := w.disagreedAt; i < 0 || i >= len(all) || all[i].Start != s.Start {
			at, _ = slices.BinarySearchFunc(all, s.Start, func(d disagreement, start int) int { return cmp.Compare(d.Start, start) })
			if by < 0 {
				at--
			}
		}
		at = (at + len(all)) % len(all)
		d := all[at]
		w.view.GoTo(d.Start)
		w.session.Select(annotate.Range{Start: d.Start, End: d.Start})
		w.view.Reveal(textview.Range(d.Range))
		w.disagreedAt = at
		w.say(w.said(d))
		w.focusText()
	}
}

func noDisagreement(w *Window) string {
	if why := noArticle(w); why != "" || len(w.disagreed) > 0 {
		return why
	}
	switch {
	case len(w.others) == 0:
		return "Nobody else has marked anything in this article"
	case !w.showsOthers():
		return "The labels of others are hidden: View ▸ Labels of others"
	}
	return "There is no disagreement: nowhere do labels or edges over the same words differ"
}
