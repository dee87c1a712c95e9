package annotate

import (
	"cmp"
	"fmt"
	"iter"
)

// A Layer is one author's work on one article. It is a value: [Layer.Apply]
// returns a new one and leaves the old as it was.
type Layer struct {
	ID      ID
	Article ID
	Author  Author

	spans  parts[Span]  // in reading order
	links  parts[Link]  // by their ends
	values parts[Value] // by name
}

// NewLayer is an author's empty layer.
func NewLayer(article ID, author Author) Layer {
	return Layer{ID: NewID(), Article: article, Author: author}
}

// With is the layer with these spans, links and values and no others. It fails
// with ErrStale when an ID or a value's name occurs twice, or a link's end is
// not among the spans.
func (l Layer) With(spans []Span, links []Link, values []Value) (Layer, error) {
	l.spans, l.links, l.values = nil, nil, nil
	return l.Apply(Edit{Spans: Change[Span]{Add: spans}, Links: Change[Link]{Add: links}, Values: Change[Value]{Add: values}})
}

// Spans are the layer's spans in reading order. The slice must not be changed. Of a layer that was edited
// they are gathered anew each time: what is done at each edit goes through [Layer.EachSpan].
func (l Layer) Spans() []Span { return l.spans.whole() }

// EachSpan goes through the spans in reading order, from 0 on. None may be changed.
func (l Layer) EachSpan() iter.Seq2[int, *Span] { return l.spans.all() }

// SpanCount is how many spans there are.
func (l Layer) SpanCount() int { return l.spans.count() }

// SpanAt is the span before which there are so many in reading order. It panics when there are not.
func (l Layer) SpanAt(i int) Span { return *l.spans.at(i) }

// Links are the layer's links, by their ends. The slice must not be changed.
func (l Layer) Links() []Link { return l.links.whole() }

// Values are the article-level values, by name; the status and the note are
// among them. The slice must not be changed.
func (l Layer) Values() []Value { return l.values.whole() }

// LinkCount is how many links there are.
func (l Layer) LinkCount() int { return l.links.count() }

// PlaceOf is how many spans come before that of an ID in reading order; -1 where there is none of it.
func (l Layer) PlaceOf(id ID) int {
	if id == "" {
		return -1
	}
	for i, span := range l.spans.all() {
		if span.ID == id {
			return i
		}
	}
	return -1
}

// Span finds a span by its ID.
func (l Layer) Span(id ID) (Span, bool) {
	i := l.PlaceOf(id)
	if i < 0 {
		return Span{}, false
	}
	return l.SpanAt(i), true
}

// chosen finds the span of a selection, which is likely to be of its range.
func (l Layer) chosen(s Selection) (Span, bool) {
	if s.Span == "" {
		return Span{}, false
	}
	for span := range l.spansFrom(s.Range) {
		if span.Range != s.Range {
			break
		}
		if span.ID == s.Span {
			return *span, true
		}
	}
	return l.Span(s.Span)
}

// spansFrom goes through the spans in reading order from those of a range on.
func (l Layer) spansFrom(r Range) iter.Seq[*Span] {
	return l.spans.from(l.spans.place(func(span *Span) bool { return span.Range.Compare(r) < 0 }))
}

// LinksOf are the links that begin or end at a span.
func (l Layer) LinksOf(span ID) []Link {
	var links []Link
	for _, k := range l.links.all() {
		if k.From == span || k.To == span {
			links = append(links, *k)
		}
	}
	return links
}

// Value is the text of an article-level value, and whether there is one.
func (l Layer) Value(name string) (string, bool) {
	value := l.values.find(func(v *Value) bool { return v.Name < name })
	if value == nil || value.Name != name {
		return "", false
	}
	return value.Text, true
}

// Status is how far the author is; New if nothing says otherwise.
func (l Layer) Status() Status {
	text, _ := l.Value(StatusValue)
	return cmp.Or(Status(text), New)
}

// Note is the author's note on the article.
func (l Layer) Note() string {
	text, _ := l.Value(NoteValue)
	return text
}

// Equal reports whether two layers hold the same, IDs included.
func (l Layer) Equal(m Layer) bool {
	return l.ID == m.ID && l.Article == m.Article && l.Author == m.Author &&
		l.spans.equal(m.spans, Span.Equal) && l.links.equal(m.links, same) && l.values.equal(m.values, same)
}

// Apply is the layer after an edit. It fails with ErrStale, and changes
// nothing, when the edit does not fit.
func (l Layer) Apply(e Edit) (Layer, error) {
	var err error
	if l.spans, err = spanSorting.apply(l.spans, e.Spans); err != nil {
		return Layer{}, fmt.Errorf("span %w", err)
	}
	if l.links, err = linkSorting.apply(l.links, e.Links); err != nil {
		return Layer{}, fmt.Errorf("link %w", err)
	}
	if l.values, err = valueSorting.apply(l.values, e.Values); err != nil {
		return Layer{}, fmt.Errorf("value %w", err)
	}
	return l, l.checkEnds(e)
}

// checkEnds makes sure that every link still has both its spans.
func (l Layer) checkEnds(e Edit) error {
	if l.links.count() == 0 || len(e.Spans.Remove) == 0 && len(e.Links.Add) == 0 {
		return nil
	}
	ids := make(map[ID]bool, l.spans.count())
	for _, span := range l.spans.all() {
		ids[span.ID] = true
	}
	for _, k := range l.links.all() {
		if !ids[k.From] || !ids[k.To] {
			return fmt.Errorf("link %s: a span that it joins is not there: %w", k.ID, ErrStale)
		}
	}
	return nil
}
