package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// of yields the lines of some kinds.
func (r *bratReader) of(kinds string) iter.Seq[annLine] {
	return func(yield func(annLine) bool) {
		for _, l := range r.lines {
			if strings.IndexByte(kinds, l.kind) >= 0 && !yield(l) {
				return
			}
		}
	}
}

// readSpans makes a span of each T line, and of each event one at its trigger.
func (r *bratReader) readSpans() error {
	var texts []bratText
	fragments := 0
	for l := range r.of("T") {
		if fragments += 1 + strings.Count(l.head, ";"); fragments > SpanLimit {
			r.at = l
			return fmt.Errorf("there are more than %d marked stretches; split the article", SpanLimit)
		}
		t, ok := parseText(l)
		if !ok {
			r.at = l
			return errors.New("a T line must be as “T1⇥label start end⇥text”, with a TAB for each ⇥")
		}
		texts = append(texts, t)
	}
	reading, err := r.units(texts)
	if err != nil {
		return err
	}
	triggers := r.triggers()
	for _, t := range texts {
		span, err := r.place(t, reading)
		if err != nil {
			r.repairs = append(r.repairs, fmt.Sprintf("%s was left out: %v", t.place(), err))
			continue
		}
		r.addSpans(t, span, triggers[t.id])
	}
	return nil
}

// triggers are the event lines of each trigger.
func (r *bratReader) triggers() map[string][]annLine {
	triggers := map[string][]annLine{}
	for l := range r.of("E") {
		args, ok := parseArgs(strings.Fields(l.head))
		if ok {
			triggers[args[0].id] = append(triggers[args[0].id], l)
		}
	}
	return triggers
}

// addSpans adds the span of a T line: once, or once for each event of which it
// is the trigger.
func (r *bratReader) addSpans(t bratText, span annotate.Span, events []annLine) {
	span.Label = t.label
	if len(events) == 0 {
		r.addSpan(span, t.id, t.id)
		return
	}
	for _, e := range events {
		label, _, _ := strings.Cut(e.head, ":")
		if label != t.label {
			r.repairs = append(r.repairs, fmt.Sprintf("%s: the event is a %s, its trigger %s a %s; the event's label was kept", e.place(), label, t.id, t.label))
		}
		span.Label = label
		r.addSpan(span, e.id+" "+t.id, e.id, t.id)
	}
}

// addSpan adds a span, to which ids refer from now on; of several spans the
// first has the id.
func (r *bratReader) addSpan(span annotate.Span, source string, ids ...string) {
	span.Source = source
	span.ID = annotate.DerivedID(r.hash, r.author.Name, "brat", source, span.Label, fmt.Sprint(span.Pieces()))
	r.spans = append(r.spans, span)
	for _, id := range ids {
		if _, taken := r.targets[id]; !taken {
			r.targets[id] = len(r.spans) - 1
		}
	}
}

// A counting is a way in which a file's offsets may count.
type counting struct {
	unit  annotate.Unit
	units annotate.Units
	text  string // what they count
	clean bool   // it is the clean text
	what  string // as a repair says it; empty for the usual way
}

// countings are those that are tried, the usual one first.
func (r *bratReader) countings() []counting {
	list := []counting{{unit: annotate.CodePoints, text: r.raw.text}}
	if !r.raw.same() {
		list = append(list, counting{unit: annotate.CodePoints, text: r.raw.clean, clean: true, what: "the offsets count a line end of two characters as one"})
	}
	return append(list,
		counting{unit: annotate.UTF16, text: r.raw.text, what: "the offsets count UTF-16 units"},
		counting{unit: annotate.Bytes, text: r.raw.text, what: "the offsets count bytes"})
}

// units finds the way of counting in which every T line's text is what stands
// in the article.
func (r *bratReader) units(texts []bratText) (counting, error) {
	var first error
	for i, c := range r.countings() {
		c.units = annotate.In(c.unit, c.text)
		at, err := c.fits(texts)
		if err == nil {
			if c.what != "" {
				r.repairs = append(r.repairs, c.what)
			}
			return c, nil
		}
		if i == 0 {
			first, r.at = err, at
		}
	}
	return counting{}, first
}

// fits says at which line the offsets don't fit this way of counting.
func (c counting) fits(texts []bratText) (annLine, error) {
	for _, t := range texts {
		var parts []string
		var hull annotate.Range
		for i, f := range t.fragments {
			at, err := c.units.Range(f[0], f[1])
			if err != nil || at.End > len(c.text) || !validCut(c.text, at) {
				return t.annLine, fmt.Errorf("%s: %w", t.id, cmp.Or(err, errors.New("it lies inside a character")))
			}
			parts = append(parts, c.text[at.Start:at.End])
			if i == 0 {
				hull = at
			}
			hull = annotate.Range{Start: min(hull.Start, at.Start), End: max(hull.End, at.End)}
		}
		if t.tailed && !says(t.tail, parts, c.text[hull.Start:hull.End]) {
			return t.annLine, fmt.Errorf("%s should be “%s”, but there the text has “%s”; was the .txt changed, or do the offsets count something else?",
				t.id, shorten(t.tail, 60), shorten(strings.Join(parts, " "), 60))
		}
	}
	return annLine{}, nil
}

// validCut reports whether a range of bytes begins and ends between characters.
func validCut(text string, at annotate.Range) bool {
	return annotate.Span{Range: at}.Check(text) == nil || at.Empty()
}

// says reports whether a T line's text is that of its fragments: joined by a
// space, or by nothing as in older files, or all from the first to the last.
func says(tail string, parts []string, hull string) bool {
	tail = spaced(tail)
	return tail == spaced(strings.Join(parts, " ")) || tail == spaced(strings.Join(parts, "")) || tail == spaced(hull)
}

// place makes the span of a T line's fragments. Fragments with nothing but line
// breaks between them are one.
func (r *bratReader) place(t bratText, c counting) (annotate.Span, error) {
	var pieces []annotate.Range
	for _, f := range t.fragments {
		at, err := c.units.Range(f[0], f[1])
		if err != nil {
			return annotate.Span{}, err
		}
		if !c.clean {
			at = r.raw.place(at)
		}
		if !at.Empty() {
			pieces = append(pieces, at)
		}
	}
	if len(pieces) == 0 {
		return annotate.Span{}, errors.New("it marks no text")
	}
	slices.SortFunc(pieces, annotate.Range.Compare)
	span := annotate.Span{Range: pieces[0]}
	for _, p := range pieces[1:] {
		if p.Start > span.End && !onlyBreaks(r.raw.clean[span.End:p.Start]) {
			span.Gaps = append(span.Gaps, annotate.Range{Start: span.End, End: p.Start})
		}
		span.End = max(span.End, p.End)
	}
	return span, span.Check(r.raw.clean)
}
