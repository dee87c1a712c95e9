package storage

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// labelled is a closed project with one labelled article.
func labelled(t *testing.T) string {
	t.Helper()
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	session, _ := begin(t, p, 0, person(t, p, "Ana"))
	tag(t, session, "place", "Café Élan")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return p.Path()
}

func TestReadOnlyFile(t *testing.T) {
	path := labelled(t)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := openReadOnly(path); err != nil {
		t.Error(err)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the file has changed")
	}
}

// TestReadOnlyAfterCrash opens a project read-only whose last edits are not in
// its main file yet.
func TestReadOnlyAfterCrash(t *testing.T) {
	path := labelled(t)
	said := labelThenKill(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	_, work := begin(t, p, 0, person(t, p, "Ana"))
	if !p.ReadOnly() || len(work.Past) <= len(said) {
		t.Errorf("%d edits are there, want 1 and %d or more", len(work.Past), len(said))
	}
	checkClean(t, p)
}

// TestReadOnlyFolder opens a project in a folder that cannot be written. The
// superuser can write everywhere, so it is done by someone else.
func TestReadOnlyFolder(t *testing.T) {
	path := labelled(t)
	home := filepath.Join(t.TempDir(), "home")
	if err := os.Mkdir(home, 0o755); err != nil {
		t.Fatal(err)
	}
	opening := child(t, "reading", path)
	asOrdinaryUser(t, opening, home)
	if err := os.Chmod(filepath.Dir(path), 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Dir(path), 0o755)
	if err := opening.Run(); err != nil {
		t.Error(err)
	}
	if got := names(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("the folder holds %v", got)
	}
	if got := names(t, home); len(got) > 1 {
		t.Errorf("the copy was left behind: %v", got)
	}
}

// openReadOnly opens a project that cannot be written, looks at what is in it
// and tries to save.
func openReadOnly(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	defer p.Close()
	if !p.ReadOnly() || p.Path() != path {
		return errors.New("the project is not read-only, or another")
	}
	if problems, err := p.Check(background); err != nil || len(problems) > 0 {
		return errors.Join(err, errors.New("there are problems"))
	}
	rows, err := p.Articles(background, Query{})
	if err != nil || len(rows) != 1 || rows[0].Spans != 1 {
		return errors.Join(err, errors.New("the article or its span is not there"))
	}
	for _, name := range []string{"Ana", "Ben"} {
		if err := refusesToSave(p, rows[0].ID, name); err != nil {
			return err
		}
	}
	return p.Close()
}

// refusesToSave makes sure that nothing can be saved, and that the error says
// why.
func refusesToSave(p *Project, article annotate.ID, name string) error {
	author, err := p.Author(name, annotate.Person)
	if err != nil {
		return err
	}
	w, err := p.Work(background, article, author)
	if err != nil {
		return err
	}
	session, err := annotate.NewSession(w.Article, w.Layer, w.Past, p.Scheme(), w.Saver)
	if err != nil {
		return err
	}
	session.Select(annotate.Range{Start: 0, End: len("Варта")})
	if err := session.Tag("actor"); !errors.Is(err, ErrReadOnly) {
		return errors.Join(err, errors.New("an edit was saved"))
	}
	if err := p.SetScheme(newsScheme); !errors.Is(err, ErrReadOnly) {
		return errors.Join(err, errors.New("a scheme was saved"))
	}
	return nil
}
