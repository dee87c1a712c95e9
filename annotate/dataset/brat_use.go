package dataset

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A bratUse is the scheme of a dataset that is being written, with what its
// spans use besides, under the names that brat can hold.
type bratUse struct {
	ledger *Ledger
	scheme annotate.Scheme
	labels naming
	kinds  naming
	attrs  naming
	marks  naming              // types of notes and of normalisations
	values map[string][]string // of each attribute, in use
	seen   map[[2]string]bool  // label and attribute in use together
}

func newBratUse(l *Ledger) *bratUse {
	return &bratUse{ledger: l, labels: newNaming(storageForm), kinds: newNaming(storageForm), attrs: newNaming(storageForm), marks: newNaming(storageForm),
		values: map[string][]string{}, seen: map[[2]string]bool{}}
}

// learn adds what a scheme has.
func (u *bratUse) learn(s annotate.Scheme) {
	if len(u.scheme.Labels) == 0 && len(u.scheme.Links) == 0 {
		u.ledger.lost(Loss{Kind: Spans, What: "the scheme", Why: "brat keeps labels, links and attributes with their titles and colours; guidelines, keys, dark colours and kinds of attribute it does not"})
	}
	u.scheme, _ = u.scheme.Merge(s)
}

// label is a label's name in brat. One that the scheme has not is added to it.
func (u *bratUse) label(s annotate.Span) string {
	if _, known := u.scheme.Label(s.Label); !known {
		u.scheme, _ = u.scheme.Merge(annotate.Scheme{Labels: []annotate.Label{{Name: s.Label, Event: eventID(s.Source) != ""}}})
	}
	return u.named(u.labels, Spans, "label", s.Label)
}

// link is a link kind's name in brat. One that the scheme has not is added.
func (u *bratUse) link(k annotate.Link) string {
	if _, known := u.scheme.Link(k.Kind); !known {
		u.scheme, _ = u.scheme.Merge(annotate.Scheme{Links: []annotate.LinkKind{{Name: k.Kind, Role: roleSource.MatchString(k.Source)}}})
	}
	return u.named(u.kinds, Links, "link kind", k.Kind)
}

// attribute is an attribute's name in brat.
func (u *bratUse) attribute(label, name, value string) string {
	u.seen[[2]string{label, name}] = true
	if values := u.values[name]; value != "" && len(values) < mostValues && !slices.Contains(values, value) {
		u.values[name] = append(values, value)
	}
	return u.named(u.attrs, Attributes, "attribute", name)
}

// mostValues is how many values of an attribute annotation.conf lists.
const mostValues = 100

// named is a name in brat, entered as a change when it is another one.
func (u *bratUse) named(n naming, kind Kind, what, name string) string {
	other, first := n.of(name)
	u.ledger.meant.rename(kind, name, other)
	if first && other != name {
		u.ledger.lost(Loss{Kind: kind, What: fmt.Sprintf("%s “%s”", what, name), Why: fmt.Sprintf("names in brat have only A to Z, digits, - and _: it is “%s” there", other)})
	}
	return other
}

// isEvent reports whether a span is written as an event with its trigger: its
// label is an event's, and it did not come as a mere trigger.
func (u *bratUse) isEvent(s annotate.Span, roles int) bool {
	l, known := u.scheme.Label(s.Label)
	if !known {
		return eventID(s.Source) != ""
	}
	return l.Event && (roles > 0 || !textSource.MatchString(s.Source))
}

// isRole reports whether a link is written as an argument of an event.
func (u *bratUse) isRole(k annotate.Link) bool {
	if kind, known := u.scheme.Link(k.Kind); known {
		return kind.Role
	}
	return roleSource.MatchString(k.Source)
}

// The sources of spans and links that came from brat.
var (
	textSource     = regexp.MustCompile(`^T[0-9]{1,9}$`)
	eventSource    = regexp.MustCompile(`^(E[0-9]{1,9}) (T[0-9]{1,9})$`)
	relationSource = regexp.MustCompile(`^R[0-9]{1,9}$`)
	roleSource     = regexp.MustCompile(`^E[0-9]+\.([0-9]{1,9}) (\S+)$`)
	setSource      = regexp.MustCompile(`^\*[0-9]+$`)
)

// eventID and textID are the ids in a span's source; empty if it has none.
func eventID(source string) string {
	if m := eventSource.FindStringSubmatch(source); m != nil {
		return m[1]
	}
	return ""
}

func textID(source string) string {
	if m := eventSource.FindStringSubmatch(source); m != nil {
		return m[2]
	}
	if textSource.MatchString(source) {
		return source
	}
	return ""
}

// fragments are the parts of a span that one line can hold each: its pieces
// without the characters that would tear a line.
func fragments(s annotate.Span, text string) []annotate.Range {
	var parts []annotate.Range
	for _, piece := range s.Pieces() {
		start := -1
		for i, r := range text[piece.Start:piece.End] {
			at := piece.Start + i
			switch {
			case breaks(r) && start >= 0:
				parts = append(parts, annotate.Range{Start: start, End: at})
				start = -1
			case !breaks(r) && start < 0:
				start = at
			}
		}
		if start >= 0 {
			parts = append(parts, annotate.Range{Start: start, End: piece.End})
		}
	}
	return parts
}

// pieces are the lines of a note that can be written, one line each.
func pieces(note string) []string {
	var lines []string
	for _, l := range strings.FieldsFunc(note, breaks) {
		if strings.TrimSpace(l) != "" {
			lines = append(lines, l)
		}
	}
	return lines
}
