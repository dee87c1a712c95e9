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
	// of: titles, metadata and authors where the format has no place for them, in spacy,
	// webanno, uima and xmi.
	Plain bool
	// Tags are how tags say where a span begins, in columns of tokens.
	Tags TagStyle
	// Layout is how columns of tokens stand in a line.
	Layout Layout
	// Window is how many tokens a window may have that a model looks at; 0 is what
	// is usual.
	Window int
	// Units are what offsets count, where a format leaves that open; annotate.Bytes,
	// the zero value, is what is usual for it.
	Units annotate.Unit
	// Licence is that of the dataset, as its card names it: an SPDX identifier,
	// an address, or a sentence.
	Licence string
}

// Offers are the choices that mean something to a format, beside the licence.
type Offers struct {
	Overlaps                    []Overlap // the ways that it has
	Tags, Layout, Window, Plain bool
	Units                       []annotate.Unit // what its offsets can count, the usual one first
}

// An Overlap is what becomes of spans that overlap.
type Overlap string

// What may become of spans that overlap. The empty one is a format's own way.
const (
	Outermost Overlap = "outermost" // the longest stays, of two that are as long the first
	Innermost Overlap = "innermost" // the shortest stays
	Levels    Overlap = "levels"    // three columns: the outermost, what overlaps them, and what overlaps these
	Files     Overlap = "files"     // a file for each label
	Refuse    Overlap = "refuse"    // nothing is written
)

// Overlaps are all of them.
var Overlaps = []Overlap{Outermost, Innermost, Levels, Files, Refuse}

// A TagStyle is how tags say where a span begins and ends.
type TagStyle string

// The styles of tags. The empty one is IOB2.
const (
	IOB1  TagStyle = "iob1"  // I-, and B- where a span follows another one of its label
	IOB2  TagStyle = "iob2"  // B- at the first token of a span, I- at the others
	IOBES TagStyle = "iobes" // also E- at the last one, S- at the only one
	BILOU TagStyle = "bilou" // also L- at the last one, U- at the only one
)

// TagStyles are all of them.
var TagStyles = []TagStyle{IOB1, IOB2, IOBES, BILOU}

// A Layout is how columns of tokens stand in a line.
type Layout string

// The layouts. The empty one is the token and the tags, parted by TABs.
const (
	CoNLL2002 Layout = "2002" // the token and the tags, parted by spaces
	CoNLL2003 Layout = "2003" // with columns for part of speech and chunk, which say nothing
)

// Layouts are all of them.
var Layouts = []Layout{CoNLL2002, CoNLL2003}

// ParseOverlap is the way of a name; empty is a format's own. It fails, naming
// those that there are, when there is none. ParseTagStyle and ParseLayout do
// alike.
func ParseOverlap(name string) (Overlap, error) {
	return oneOf(Overlaps, name, "way to treat spans that overlap")
}

// ParseTagStyle is the style of a name, see [ParseOverlap].
func ParseTagStyle(name string) (TagStyle, error) { return oneOf(TagStyles, name, "style of tags") }

// ParseLayout is the layout of a name, see [ParseOverlap].
func ParseLayout(name string) (Layout, error) { return oneOf(Layouts, name, "layout of columns") }

func oneOf[T ~string](all []T, name, what string) (T, error) {
	if name == "" || slices.Contains(all, T(name)) {
		return T(name), nil
	}
	var names []string
	for _, one := range all {
		names = append(names, string(one))
	}
	return "", fmt.Errorf("there is no %s %q; there are %s", what, name, strings.Join(names, ", "))
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
