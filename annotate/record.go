package annotate

import (
	"fmt"
	"maps"
)

// A SpanRecord is a span as files, the project's history and scripts see it:
// its JSON form, offsets in Unicode code points, end exclusive.
type SpanRecord struct {
	ID     ID                `json:"id"`
	Label  string            `json:"label"`
	Start  int               `json:"start"`
	End    int               `json:"end"`
	Quote  string            `json:"quote"` // the text from start to end, to check against
	Gaps   [][2]int          `json:"gaps,omitempty"`
	Attrs  map[string]string `json:"attrs,omitempty"`
	Note   string            `json:"note,omitempty"`
	Source string            `json:"source,omitempty"`
}

// A LinkRecord is the JSON form of a link.
type LinkRecord struct {
	ID     ID     `json:"id"`
	Kind   string `json:"kind"`
	From   ID     `json:"from"`
	To     ID     `json:"to"`
	Note   string `json:"note,omitempty"`
	Source string `json:"source,omitempty"`
}

// A ChangeRecord is the JSON form of a [Change].
type ChangeRecord[T any] struct {
	Remove []T `json:"remove,omitempty"`
	Add    []T `json:"add,omitempty"`
}

// An EditRecord is the JSON form of an [Edit].
type EditRecord struct {
	Name   string                   `json:"name"`
	Spans  ChangeRecord[SpanRecord] `json:"spans,omitzero"`
	Links  ChangeRecord[LinkRecord] `json:"links,omitzero"`
	Values ChangeRecord[Value]      `json:"values,omitzero"`
}

// Records turns what a layer of one text holds into records and back. It is
// made with [Recording].
type Records struct {
	text  string
	units Units
}

// Recording makes records of spans in a text.
func Recording(text string) Records { return Records{text, In(CodePoints, text)} }

// Units converts between the text's bytes and its code points.
func (r Records) Units() Units { return r.units }

// Span is the record of a span. The span must be one of the text.
func (r Records) Span(s Span) SpanRecord {
	start, end := r.units.OfRange(s.Range)
	record := SpanRecord{ID: s.ID, Label: s.Label, Start: start, End: end, Quote: s.Quote(r.text),
		Attrs: maps.Clone(s.Attrs), Note: s.Note, Source: s.Source}
	for _, gap := range s.Gaps {
		from, to := r.units.OfRange(gap)
		record.Gaps = append(record.Gaps, [2]int{from, to})
	}
	return record
}

// Read is the span of a record. It fails when the offsets do not fit the text,
// or the quote, where there is one, is not what stands there.
func (r Records) Read(record SpanRecord) (Span, error) {
	at, err := r.units.Range(record.Start, record.End)
	if err != nil {
		return Span{}, err
	}
	s := Span{ID: record.ID, Range: at, Label: record.Label, Attrs: maps.Clone(record.Attrs), Note: record.Note, Source: record.Source}
	if len(s.Attrs) == 0 {
		s.Attrs = nil
	}
	for _, gap := range record.Gaps {
		g, err := r.units.Range(gap[0], gap[1])
		if err != nil {
			return Span{}, fmt.Errorf("gap: %w", err)
		}
		s.Gaps = append(s.Gaps, g)
	}
	if quote := s.Quote(r.text); record.Quote != "" && record.Quote != quote {
		return Span{}, fmt.Errorf("the text from %d to %d is %.60q, not %.60q as its quote says", record.Start, record.End, quote, record.Quote)
	}
	return s, s.Check(r.text)
}

// Edit is the record of an edit.
func (r Records) Edit(e Edit) EditRecord {
	return EditRecord{Name: e.Name,
		Spans:  recordChange(e.Spans, r.Span),
		Links:  recordChange(e.Links, func(l Link) LinkRecord { return LinkRecord(l) }),
		Values: ChangeRecord[Value](e.Values)}
}

// ReadEdit is the edit of a record. It fails as Read does.
func (r Records) ReadEdit(record EditRecord) (Edit, error) {
	spans, err := readChange(record.Spans, r.Read)
	if err != nil {
		return Edit{}, err
	}
	links, err := readChange(record.Links, func(l LinkRecord) (Link, error) { return Link(l), nil })
	return Edit{Name: record.Name, Spans: spans, Links: links, Values: Change[Value](record.Values)}, err
}

func recordChange[T, R any](c Change[T], record func(T) R) ChangeRecord[R] {
	return ChangeRecord[R]{each(c.Remove, record), each(c.Add, record)}
}

func each[T, R any](list []T, record func(T) R) []R {
	var records []R
	for _, t := range list {
		records = append(records, record(t))
	}
	return records
}

func readChange[R, T any](c ChangeRecord[R], read func(R) (T, error)) (Change[T], error) {
	remove, err := readEach(c.Remove, read)
	if err != nil {
		return Change[T]{}, err
	}
	add, err := readEach(c.Add, read)
	return Change[T]{remove, add}, err
}

func readEach[R, T any](records []R, read func(R) (T, error)) ([]T, error) {
	var list []T
	for _, r := range records {
		t, err := read(r)
		if err != nil {
			return nil, err
		}
		list = append(list, t)
	}
	return list, nil
}
