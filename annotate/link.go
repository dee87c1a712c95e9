package annotate

import "cmp"

// A Link joins two spans of one layer: a claim to the actor who made it.
type Link struct {
	ID       ID
	Kind     string // the scheme's name for it
	From, To ID     // spans
	Note     string
	Source   string // the id it had in the file that it came from, see Span
}

// Compare orders links by their ends, then by kind and ID.
func (l Link) Compare(m Link) int {
	return cmp.Or(cmp.Compare(l.From, m.From), cmp.Compare(l.To, m.To), cmp.Compare(l.Kind, m.Kind), cmp.Compare(l.ID, m.ID))
}

// Same reports whether two links say the same, whatever their IDs.
func (l Link) Same(m Link) bool {
	return l.From == m.From && l.To == m.To && l.Kind == m.Kind && l.Note == m.Note
}
