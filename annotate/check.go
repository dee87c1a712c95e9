package annotate

import (
	"errors"
	"fmt"
	"slices"
)

// check is the gate through which every new edit goes: what it adds must suit
// the text, the scheme and what is there. What an import brought that the
// scheme does not know may stay as it is.
func check(e Edit, state State, scheme Scheme) error {
	for _, span := range e.Spans.Add {
		if err := checkSpan(span, e, state, scheme); err != nil {
			return err
		}
	}
	if twins(e.Spans.Add) {
		return ErrTwin
	}
	for _, link := range e.Links.Add {
		if err := checkLink(link, e, state, scheme); err != nil {
			return err
		}
	}
	for _, value := range e.Values.Add {
		if err := checkValue(value, state, scheme); err != nil {
			return err
		}
	}
	return nil
}

func checkSpan(span Span, e Edit, state State, scheme Scheme) error {
	label, known := scheme.Label(span.Label)
	if !known {
		return fmt.Errorf("the scheme has no label %q", span.Label)
	}
	if err := span.Check(state.Article.Text); err != nil {
		return err
	}
	was, _ := state.Layer.Span(span.ID)
	for name := range span.Attrs {
		_, has := label.Attribute(name)
		if _, had := was.Attrs[name]; !has && !had {
			return fmt.Errorf("the label %s has no attribute %q", label.Shown(), name)
		}
	}
	if twin(span, e, state.Layer) {
		return ErrTwin
	}
	return nil
}

// twins reports whether two of some spans have the same words and label.
func twins(spans []Span) bool {
	type place struct {
		Range
		label string
	}
	seen := make(map[place][]Span, len(spans))
	for _, span := range spans {
		at := place{span.Range, span.Label}
		for _, other := range seen[at] {
			if other.ID != span.ID && slices.Equal(other.Gaps, span.Gaps) {
				return true
			}
		}
		seen[at] = append(seen[at], span)
	}
	return false
}

// twin reports whether another span of a layer has the same words and label, after an edit.
func twin(span Span, e Edit, layer Layer) bool {
	alike := func(other Span) bool {
		return other.ID != span.ID && other.Range == span.Range && other.Label == span.Label && slices.Equal(other.Gaps, span.Gaps)
	}
	goes := func(other Span) bool {
		return slices.ContainsFunc(e.Spans.Remove, func(r Span) bool { return r.ID == other.ID })
	}
	for other := range layer.spansFrom(span.Range) {
		if other.Range != span.Range {
			return false
		}
		if alike(*other) && !goes(*other) {
			return true
		}
	}
	return false
}

func checkLink(link Link, e Edit, state State, scheme Scheme) error {
	kind, known := scheme.Link(link.Kind)
	if !known {
		return fmt.Errorf("the scheme has no link kind %q", link.Kind)
	}
	if link.From == link.To {
		return errors.New("a span cannot be linked to itself")
	}
	from, to := labelAfter(link.From, e, state.Layer), labelAfter(link.To, e, state.Layer)
	if from != "" && to != "" && !kind.Joins(from, to) {
		return fmt.Errorf("a link %q does not go from %s to %s", kind.Shown(), from, to)
	}
	return nil
}

// labelAfter is the label that a span has after an edit; empty when it is not
// there, which Apply tells.
func labelAfter(id ID, e Edit, layer Layer) string {
	if i := slices.IndexFunc(e.Spans.Add, func(s Span) bool { return s.ID == id }); i >= 0 {
		return e.Spans.Add[i].Label
	}
	span, _ := layer.Span(id)
	return span.Label
}

func checkValue(value Value, state State, scheme Scheme) error {
	switch value.Name {
	case StatusValue:
		return Status(value.Text).Check()
	case NoteValue:
		return nil
	}
	_, had := state.Layer.Value(value.Name)
	known := slices.ContainsFunc(scheme.Values, func(a Attribute) bool { return a.Name == value.Name })
	if !known && !had {
		return fmt.Errorf("the scheme has no article value %q", value.Name)
	}
	return nil
}
