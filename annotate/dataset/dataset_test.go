package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// put writes a file into a new folder and gives its path.
func put(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// stream is a stream of these documents.
func stream(docs ...annotate.Document) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// readAll reads files, and fails when one is refused.
func readAll(t *testing.T, r Reading, paths ...string) []annotate.Document {
	t.Helper()
	docs, refusals := readSome(t, r, paths...)
	if len(refusals) > 0 {
		t.Fatalf("refused: %s", strings.Join(refusals, "\n"))
	}
	return docs
}

// readSome reads files and gives the reasons of what was refused too, each
// behind the last element of its place.
func readSome(t *testing.T, r Reading, paths ...string) (docs []annotate.Document, refusals []string) {
	t.Helper()
	for doc, err := range Read(t.Context(), paths, r) {
		if err != nil {
			refusals = append(refusals, filepath.Base(err.Error()))
			continue
		}
		docs = append(docs, doc)
	}
	return docs, refusals
}

// export writes documents and gives the path and the ledger, which must balance.
func export(t *testing.T, format string, docs ...annotate.Document) (string, Ledger) {
	t.Helper()
	f, err := Find(format)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "out"+f.Extensions[0])
	ledger, err := Write(t.Context(), f, Target{Path: path}, stream(docs...))
	if err != nil {
		t.Fatal(err)
	}
	if err := ledger.Balanced(); err != nil {
		t.Errorf("%v\n%s", err, ledger)
	}
	return path, ledger
}

// exportUnsynced is export without waiting for the disk.
func exportUnsynced(t *testing.T, format string, docs ...annotate.Document) (string, Ledger) {
	t.Helper()
	f := find(t, format)
	s := &sink{format: f, ledger: newLedger(format, ""), folder: t.TempDir()}
	path := s.folder
	if !f.Folder {
		path = filepath.Join(s.folder, "out"+f.Extensions[0])
		file, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		s.w = file
	}
	if err := s.checked(func() error { return f.write(s, s.counted(t.Context(), stream(docs...))) }); err != nil {
		t.Fatal(err)
	}
	if err := s.ledger.Balanced(); err != nil {
		t.Errorf("%v\n%s", err, s.ledger)
	}
	return path, *s.ledger
}

func contents(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// sameDocument reports how two documents differ in what files keep; empty if
// they don't.
func sameDocument(a, b annotate.Document) string {
	switch {
	case a.Article.ID != b.Article.ID || a.Article.Title != b.Article.Title || a.Article.Text != b.Article.Text:
		return "articles differ"
	case !slices.EqualFunc(a.Layers, b.Layers, annotate.Layer.Equal):
		return "layers differ"
	case len(a.Article.Meta) != len(b.Article.Meta):
		return "metadata differ"
	case (a.Scheme == nil) != (b.Scheme == nil):
		return "one has no scheme"
	}
	for name, value := range a.Article.Meta {
		if b.Article.Meta[name] != value {
			return "metadata differ in " + name
		}
	}
	return ""
}
