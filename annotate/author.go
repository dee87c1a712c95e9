package annotate

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
