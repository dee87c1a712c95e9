package annotate

import (
	"fmt"
	"slices"
)

// An Author is whoever marks articles.
type Author struct {
	ID   ID
	Name string
	Kind AuthorKind
}

// An AuthorKind tells people from programs.
type AuthorKind string

// The kinds of author. Spans of a suggester are suggestions: never exported as
// labels, until a person's edit takes them over.
const (
	Person    AuthorKind = "person"
	Imported  AuthorKind = "import"
	Suggester AuthorKind = "suggester"
	Curator   AuthorKind = "curator"
)

// AuthorKinds are all of them.
var AuthorKinds = []AuthorKind{Person, Imported, Suggester, Curator}

// Check says that there is no such kind; nil if there is.
func (k AuthorKind) Check() error {
	if !slices.Contains(AuthorKinds, k) {
		return fmt.Errorf("there is no kind of author %q; there are %v", string(k), AuthorKinds)
	}
	return nil
}

// Check says why nobody can have this name; nil if somebody can.
func (a Author) Check() error {
	if err := CheckName(a.Name); err != nil {
		return fmt.Errorf("author %q: %w", a.Name, err)
	}
	return a.Kind.Check()
}
