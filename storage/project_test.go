package storage

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// background is for what has no test of its own, such as a child process.
var background = context.Background()

var newsScheme = annotate.Scheme{
	Name: "news",
	Labels: []annotate.Label{
		{Name: "actor", Title: "Actor", Colour: "#1f77b4", Key: "a", Attributes: []annotate.Attribute{{Name: "kind", Kind: annotate.Text}}},
		{Name: "place", Title: "Place", Colour: "#2ca02c", Key: "p"},
		{Name: "casualty", Title: "Casualty", Colour: "#d62728", Key: "c", Attributes: []annotate.Attribute{{Name: "min", Kind: annotate.Number}}},
		{Name: "claim", Title: "Claim", Colour: "#9467bd", Key: "l"},
	},
	Links:  []annotate.LinkKind{{Name: "source"}, {Name: "where", To: []string{"place"}}},
	Values: []annotate.Attribute{{Name: "topic", Kind: annotate.Text}},
}

// mixed has letters of one to four bytes, some of them with combining marks.
const mixed = "Варта said: “at least a dozen 🕯️ were hurt near Café Élan”, قالت الشرطة في مدينة نور, and nobo\u0301dy could verify it 👩‍🚒."

// newProject makes a project in a folder of its own.
func newProject(t testing.TB) *Project {
	t.Helper()
	return newProjectIn(t, t.TempDir())
}

// inMemory is a folder of the test's in memory, where there is one, for tests
// that save much and do not ask what reaches the disk.
func inMemory(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "glossator-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

func newProjectIn(t testing.TB, folder string) *Project {
	t.Helper()
	p, err := Create(filepath.Join(folder, "news"+Extension), newsScheme)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// reopen closes a project and opens it again.
func reopen(t testing.TB, p *Project) *Project {
	t.Helper()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := Open(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func person(t testing.TB, p *Project, name string) annotate.Author {
	t.Helper()
	author, err := p.Author(name, annotate.Person)
	if err != nil {
		t.Fatal(err)
	}
	return author
}

// documents are a stream of those given.
func documents(docs ...annotate.Document) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// article is a document without layers.
func article(title, text string) annotate.Document {
	return annotate.Document{Article: annotate.Article{Title: title, Text: text}, Origin: annotate.Origin{File: title + ".txt"}}
}

func mustImport(t testing.TB, p *Project, o ImportOptions, docs ...annotate.Document) Report {
	t.Helper()
	report, err := p.Import(t.Context(), documents(docs...), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// list is the project's list of articles for an author.
func list(t testing.TB, p *Project, q Query) []Row {
	t.Helper()
	rows, err := p.Articles(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// begin takes the nth article of the list in hand.
func begin(t testing.TB, p *Project, n int, author annotate.Author) (*annotate.Session, Work) {
	t.Helper()
	w, err := p.Work(t.Context(), list(t, p, Query{})[n].ID, author)
	if err != nil {
		t.Fatal(err)
	}
	session, err := annotate.NewSession(w.Article, w.Layer, w.Past, p.Scheme(), w.Saver)
	if err != nil {
		t.Fatal(err)
	}
	return session, w
}

// tag labels the first occurrence of a text.
func tag(t testing.TB, s *annotate.Session, label, text string) annotate.Span {
	t.Helper()
	s.Select(find(t, s.State().Article.Text, text))
	if err := s.Tag(label); err != nil {
		t.Fatal(err)
	}
	span, _ := s.Selected()
	return span
}

func find(t testing.TB, text, part string) annotate.Range {
	t.Helper()
	for i := range text {
		if len(text)-i >= len(part) && text[i:i+len(part)] == part {
			return annotate.Range{Start: i, End: i + len(part)}
		}
	}
	t.Fatalf("%q is not in %q", part, text)
	return annotate.Range{}
}

// checkClean makes sure that nothing is wrong with a project.
func checkClean(t testing.TB, p *Project) {
	t.Helper()
	problems, err := p.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems {
		t.Error(problem)
	}
}

// exported are all the documents of a project.
func exported(t testing.TB, p *Project, choice Choice) []annotate.Document {
	t.Helper()
	var docs []annotate.Document
	for doc, err := range p.Documents(t.Context(), choice) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return docs
}
