package annotate

import (
	"errors"
	"slices"
	"strings"
)

// Sentences that tell an author why a span was not given another shape.
var (
	ErrNothingLeft  = errors.New("a span must keep at least one character")
	ErrNotInside    = errors.New("put the caret inside a span to split it there")
	ErrNoNeighbour  = errors.New("no other span of this label is beside it in the paragraph")
	ErrNotInSpan    = errors.New("select some text of a span to take it out")
	ErrNoGaps       = errors.New("this span has no gaps")
	ErrSameLabel    = errors.New("the span has this label already")
	errUnknownLabel = errors.New("the scheme has no such label")
)

// Reaching is the span from another beginning to another end. Gaps that no
// longer lie inside fall away, and an edge never stands within a gap.
func (s Span) Reaching(r Range) Span {
	var pieces []Range
	for _, piece := range s.Pieces() {
		if shared := piece.Shared(r); !shared.Empty() {
			pieces = append(pieces, shared)
		}
	}
	if len(pieces) == 0 {
		pieces = []Range{{r.Start, r.Start}}
	}
	if r.Start < s.Start {
		pieces[0].Start = r.Start
	}
	if r.End > s.End {
		pieces[len(pieces)-1].End = r.End
	}
	return s.of(pieces)
}

// Without is the span with a stretch taken out of it: a gap, or where it
// reaches an edge, a shorter span. White space at the edges of what is left
// falls away. Where nothing is left the span is empty.
func (s Span) Without(r Range, text string) Span {
	var pieces []Range
	for _, piece := range s.Pieces() {
		for _, rest := range []Range{piece.Shared(Range{0, r.Start}), piece.Shared(Range{r.End, len(text)})} {
			if rest = Trim(text, rest); !rest.Empty() {
				pieces = append(pieces, rest)
			}
		}
	}
	if len(pieces) == 0 {
		pieces = []Range{{s.Start, s.Start}}
	}
	return s.of(pieces)
}

// of is the span of pieces in order; those that touch are one.
func (s Span) of(pieces []Range) Span {
	s.Range = Range{pieces[0].Start, pieces[len(pieces)-1].End}
	s.Gaps = nil
	for i, piece := range pieces[1:] {
		if pieces[i].End < piece.Start {
			s.Gaps = append(s.Gaps, Range{pieces[i].End, piece.Start})
		}
	}
	return s
}

// Adjust moves the edges of a span, which is chosen then.
func (s *Session) Adjust(id ID, r Range) error {
	span, there := s.state.Layer.Span(id)
	if !there {
		return ErrNoSpan
	}
	changed := span.Reaching(r)
	if changed.Empty() {
		return ErrNothingLeft
	}
	return s.Change("Move an edge", changed)
}

// Duplicate gives the chosen span's words another label as well. The new span
// is chosen then; it has those attributes that its label knows.
func (s *Session) Duplicate(label string) error {
	span, ok := s.Selected()
	l, known := s.scheme.Label(label)
	switch {
	case !ok:
		return ErrNoSpan
	case !known:
		return errUnknownLabel
	case span.Label == label:
		return ErrSameLabel
	}
	twin := Span{ID: NewID(), Range: span.Range, Gaps: slices.Clone(span.Gaps), Label: label}
	for name, value := range span.Attrs {
		if _, has := l.Attribute(name); has {
			if twin.Attrs == nil {
				twin.Attrs = Attrs{}
			}
			twin.Attrs[name] = value
		}
	}
	return s.doThenSelect(Edit{Name: "Label as " + l.Shown() + " too", Spans: Change[Span]{Add: []Span{twin}}}, twin)
}

// Split makes two spans of one at an offset inside it. White space there
// belongs to neither. The first keeps attributes, note and links; the second,
// which is chosen then, begins with none, since a count of both is not one of
// either.
func (s *Session) Split(id ID, at int) error {
	span, there := s.state.Layer.Span(id)
	if !there {
		return ErrNoSpan
	}
	text := s.state.Article.Text
	first := span.Without(Range{at, span.End}, text)
	second := Span{ID: NewID(), Range: span.Range, Gaps: span.Gaps, Label: span.Label}.Without(Range{span.Start, at}, text)
	if at <= span.Start || at >= span.End || first.Empty() || second.Empty() {
		return ErrNotInside
	}
	edit := Replace("Split the span", span, first)
	edit.Spans.Add = append(edit.Spans.Add, second)
	return s.doThenSelect(edit, second)
}

// Join makes one span of the chosen one and the next of its label that overlaps
// it or follows in its paragraph; without one, of that before it. What is
// between them belongs to it then. The first keeps its ID and gets what the
// other has and it has not: attributes, note, links.
func (s *Session) Join() error {
	span, ok := s.Selected()
	if !ok {
		return ErrNoSpan
	}
	other, found := s.beside(span)
	if !found {
		return ErrNoNeighbour
	}
	first, second := span, other
	if second.Compare(first) < 0 {
		first, second = second, first
	}
	both := union(first, second)
	edit := Replace("Join two spans", first, both)
	edit.Spans.Remove = append(edit.Spans.Remove, second)
	edit.Links = s.passOn(second.ID, first.ID)
	return s.doThenSelect(edit, both)
}

// beside is the span with which one is joined.
func (s *Session) beside(span Span) (Span, bool) {
	text := s.state.Article.Text
	near := func(a, b Span) bool {
		return a.End >= b.Start || !strings.Contains(text[a.End:b.Start], "\n")
	}
	var before, after Span
	for _, other := range s.state.Layer.EachSpan() {
		switch {
		case other.Label != span.Label || other.ID == span.ID:
		case other.Compare(span) < 0 && near(*other, span):
			before = *other
		case other.Compare(span) > 0 && after.ID == "" && near(span, *other):
			after = *other
		}
	}
	if after.ID != "" {
		return after, true
	}
	return before, before.ID != ""
}

// union is one span of two, the first as one reads them. A gap stays where
// neither has words.
func union(first, second Span) Span {
	var pieces []Range
	all := slices.Concat(first.Pieces(), second.Pieces())
	if first.End < second.Start {
		all = append(all, Range{first.End, second.Start})
	}
	slices.SortFunc(all, Range.Compare)
	for _, piece := range all {
		if n := len(pieces); n > 0 && piece.Start <= pieces[n-1].End {
			pieces[n-1].End = max(pieces[n-1].End, piece.End)
			continue
		}
		pieces = append(pieces, piece)
	}
	joined := first.of(pieces)
	joined.Attrs = nil
	for _, attrs := range []Attrs{second.Attrs, first.Attrs} {
		for name, value := range attrs {
			if joined.Attrs == nil {
				joined.Attrs = Attrs{}
			}
			joined.Attrs[name] = value
		}
	}
	if second.Note != "" && second.Note != first.Note {
		joined.Note = strings.TrimPrefix(first.Note+"\n"+second.Note, "\n")
	}
	return joined
}

// passOn gives the links of one span to another. Those between the two, and
// those that the other has already, go.
func (s *Session) passOn(from, to ID) Change[Link] {
	var c Change[Link]
	type join struct {
		kind     string
		from, to ID
	}
	have := map[join]bool{}
	for _, link := range s.state.Layer.LinksOf(to) {
		have[join{link.Kind, link.From, link.To}] = true
	}
	for _, link := range s.state.Layer.LinksOf(from) {
		c.Remove = append(c.Remove, link)
		if link.From == from {
			link.From = to
		}
		if link.To == from {
			link.To = to
		}
		if j := (join{link.Kind, link.From, link.To}); link.From != link.To && !have[j] {
			have[j] = true
			c.Add = append(c.Add, link)
		}
	}
	return c
}

// CutOut takes a stretch of text out of a span, which is chosen then.
func (s *Session) CutOut(id ID, r Range) error {
	span, there := s.state.Layer.Span(id)
	if !there {
		return ErrNoSpan
	}
	if r.Empty() || !span.Overlaps(r) {
		return ErrNotInSpan
	}
	changed := span.Without(r, s.state.Article.Text)
	if changed.Empty() {
		return ErrNothingLeft
	}
	return s.Change("Take a gap out", changed)
}

// FillGaps makes the gaps of the chosen span part of it again.
func (s *Session) FillGaps() error {
	span, ok := s.Selected()
	switch {
	case !ok:
		return ErrNoSpan
	case len(span.Gaps) == 0:
		return ErrNoGaps
	}
	span.Gaps = nil
	return s.Change("Fill the gaps", span)
}
