package annotate

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Span is a labelled stretch of an article's text.
type Span struct {
	ID    ID
	Range         // from its first byte to behind its last
	Gaps  []Range // parts of the range that do not belong: ascending, apart, inside; nearly always none
	Label string  // the scheme's name for it
	Attrs Attrs
	Note  string
	// Source is the id the span had in the file that it came from ("T12"), so
	// that the file can be written again with the same ids; empty for our own.
	Source string
}

// Attrs are a span's attributes by name, see [Attribute]. Nil is none.
type Attrs map[string]string

// Equal reports whether two spans are the same in everything, their IDs too.
func (s Span) Equal(t Span) bool {
	return s.ID == t.ID && s.Same(t) && s.Source == t.Source
}

// Same reports whether two spans say the same, whatever their IDs.
func (s Span) Same(t Span) bool {
	return s.Range == t.Range && s.Label == t.Label && s.Note == t.Note &&
		slices.Equal(s.Gaps, t.Gaps) && maps.Equal(s.Attrs, t.Attrs)
}

// with is the span with an attribute changed; "" takes it away.
func (s Span) with(name, value string) Span {
	s.Attrs = maps.Clone(s.Attrs)
	delete(s.Attrs, name)
	if value == "" {
		return s
	}
	if s.Attrs == nil {
		s.Attrs = Attrs{}
	}
	s.Attrs[name] = value
	return s
}

// Compare orders spans as one reads them: by start, the longest first, then by
// label and ID, so that an order is always the same.
func (s Span) Compare(t Span) int {
	return cmp.Or(s.Range.Compare(t.Range), strings.Compare(s.Label, t.Label), strings.Compare(string(s.ID), string(t.ID)))
}

// Pieces are the parts of the text that belong to the span, in order.
func (s Span) Pieces() []Range {
	pieces := make([]Range, 0, len(s.Gaps)+1)
	start := s.Start
	for _, gap := range s.Gaps {
		pieces = append(pieces, Range{start, gap.Start})
		start = gap.End
	}
	return append(pieces, Range{start, s.End})
}

// Quote is the span's text, from its start to its end, gaps included.
func (s Span) Quote(text string) string { return text[s.Start:s.End] }

// Check says why the span cannot be one of a text; nil if it can.
func (s Span) Check(text string) error {
	if err := checkRange(text, s.Range); err != nil {
		return err
	}
	at := s.Start
	for _, gap := range s.Gaps {
		if err := checkRange(text, gap); err != nil {
			return fmt.Errorf("gap: %w", err)
		}
		if gap.Start <= at || gap.End >= s.End {
			return errors.New("its gaps must lie inside the span, in order and apart")
		}
		at = gap.End
	}
	return nil
}

func checkRange(text string, r Range) error {
	switch {
	case r.Empty():
		return errors.New("a span must hold at least one character")
	case r.Start < 0 || r.End > len(text):
		return fmt.Errorf("the span lies past the text")
	case !boundary(text, r.Start) || !boundary(text, r.End):
		return errors.New("the span begins or ends inside a character")
	}
	return nil
}

func boundary(text string, offset int) bool {
	return offset == len(text) || utf8.RuneStart(text[offset])
}
