package annotate

import (
	"fmt"
)

// Tag labels what is chosen: a span is relabelled, a stretch of text becomes a
// span, which is chosen then. Where there is such a span already, it is chosen
// and nothing else is done.
func (s *Session) Tag(label string) error {
	l, known := s.scheme.Label(label)
	if !known {
		return fmt.Errorf("the scheme has no label %q", label)
	}
	if span, ok := s.Selected(); ok {
		return s.relabel(span, l)
	}
	r := s.state.Selection.Range
	if r.Empty() {
		return ErrNothingSelected
	}
	if span, there := s.at(r, label); there {
		s.SelectSpan(span.ID)
		return nil
	}
	span := Span{ID: NewID(), Range: r, Label: label}
	edit := Edit{Name: "Label as " + l.Shown(), Spans: Change[Span]{Add: []Span{span}}}
	return s.doThenSelect(edit, span)
}

// at finds the span of exactly this range and label.
func (s *Session) at(r Range, label string) (Span, bool) {
	for span := range s.state.Layer.spansFrom(r) {
		if span.Range != r {
			break
		}
		if span.Label == label && len(span.Gaps) == 0 {
			return *span, true
		}
	}
	return Span{}, false
}

// relabel changes a span's label. Attributes that the new label does not have
// and links that may not join it go; undoing brings them back.
func (s *Session) relabel(span Span, l Label) error {
	if span.Label == l.Name {
		return nil
	}
	changed := span
	changed.Label = l.Name
	changed.Attrs = nil
	for name, value := range span.Attrs {
		if _, has := l.Attribute(name); has {
			if changed.Attrs == nil {
				changed.Attrs = Attrs{}
			}
			changed.Attrs[name] = value
		}
	}
	edit := Replace("Relabel as "+l.Shown(), span, changed)
	edit.Links.Remove = s.unfit(changed)
	return s.doThenSelect(edit, changed)
}

// unfit are the links of a span that its kind does not allow for its label.
func (s *Session) unfit(span Span) []Link {
	var unfit []Link
	label := func(id ID) string {
		other, _ := s.state.Layer.Span(id)
		if id == span.ID {
			other = span
		}
		return other.Label
	}
	for _, link := range s.state.Layer.LinksOf(span.ID) {
		if kind, known := s.scheme.Link(link.Kind); known && !kind.Joins(label(link.From), label(link.To)) {
			unfit = append(unfit, link)
		}
	}
	return unfit
}

// Replace is the edit that puts a changed span in the place of the span as it
// was.
func Replace(name string, was, is Span) Edit {
	return Edit{Name: name, Spans: Change[Span]{Remove: []Span{was}, Add: []Span{is}}}
}

// Untag removes the chosen span with its links.
func (s *Session) Untag() error {
	span, ok := s.Selected()
	if !ok {
		return ErrNoSpan
	}
	title := span.Label
	if l, known := s.scheme.Label(span.Label); known {
		title = l.Shown()
	}
	return s.Do(Edit{
		Name:  "Remove " + title,
		Spans: Change[Span]{Remove: []Span{span}},
		Links: Change[Link]{Remove: s.state.Layer.LinksOf(span.ID)},
	})
}

// Change puts a changed span in the place of the chosen one: its range, note or
// attributes. It does nothing when nothing differs.
func (s *Session) Change(name string, changed Span) error {
	span, there := s.state.Layer.Span(changed.ID)
	if !there {
		return ErrNoSpan
	}
	if span.Equal(changed) {
		return nil
	}
	return s.doThenSelect(Replace(name, span, changed), changed)
}

// SetValue sets an article-level value: status, note, or one of the scheme's. An
// empty text takes it away. It does nothing when nothing differs.
func (s *Session) SetValue(editName, name, text string) error {
	edit := Edit{Name: editName, Values: s.state.Layer.valueChange(name, text)}
	if edit.Empty() {
		return nil
	}
	return s.Do(edit)
}

// valueChange sets a value, or takes it away when text is empty.
func (l Layer) valueChange(name, text string) Change[Value] {
	var c Change[Value]
	was, there := l.Value(name)
	if was == text {
		return c
	}
	if there {
		c.Remove = []Value{{name, was}}
	}
	if text != "" {
		c.Add = []Value{{name, text}}
	}
	return c
}
