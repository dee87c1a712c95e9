package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// Choices are what can be chosen of how documents are written. A format heeds
// those that mean something to it; the zero value is what is usual for it.
type Choices struct {
	// Overlap is what becomes of spans that overlap, in formats that mark tokens.
	Overlap Overlap
	// Plain leaves out what no other program reads and only an import makes use
	// of: titles, metadata and authors where the format has no place for them.
	Plain bool
}

// An Overlap is what becomes of spans that overlap.
type Overlap string

// What may become of spans that overlap. The empty one is a format's own way.
const (
	Outermost Overlap = "outermost" // the longest stays, of two that are as long the first
	Innermost Overlap = "innermost" // the shortest stays
	Refuse    Overlap = "refuse"    // nothing is written
)

// Overlaps are all of them.
var Overlaps = []Overlap{Outermost, Innermost, Refuse}

// ParseOverlap is the way of a name; empty is a format's own. It fails, naming
// those that there are, when there is none.
func ParseOverlap(name string) (Overlap, error) {
	if o := Overlap(name); name == "" || slices.Contains(Overlaps, o) {
		return o, nil
	}
	var names []string
	for _, o := range Overlaps {
		names = append(names, string(o))
	}
	return "", fmt.Errorf("there is no way %q to treat spans that overlap; there are %s", name, strings.Join(names, ", "))
}

// order is the order in which spans get a place: those that come later give way.
func (o Overlap) order(spans []annotate.Span) []annotate.Span {
	spans = slices.Clone(spans)
	slices.SortStableFunc(spans, func(a, b annotate.Span) int {
		if o == Innermost {
			return cmp.Compare(a.Len(), b.Len())
		}
		return cmp.Compare(b.Len(), a.Len())
	})
	return spans
}

// why says why a span gave way to another.
func (o Overlap) why() string {
	if o == Innermost {
		return "it overlaps a shorter span, and a token has one label"
	}
	return "it overlaps a longer span, and a token has one label"
}

// refused is the error that a span overlaps another one where none may.
func (o Overlap) refused(a annotate.Article, s annotate.Span) error {
	return fmt.Errorf("%s: %s overlaps another span; nothing was written, as was asked for. Choose the outermost or the innermost ones, or a format that keeps both", a.Title, quoted(s, a.Text))
}
