package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestCreateAndReopen(t *testing.T) {
	p := newProject(t)
	ana := person(t, p, "Ana")
	p = reopen(t, p)
	if got := p.Scheme(); len(got.Labels) != 4 || got.Labels[2].Attributes[0].Name != "min" {
		t.Errorf("the scheme came back as %v", got)
	}
	if got := person(t, p, "Ana"); got != ana {
		t.Errorf("the author came back as %v, was %v", got, ana)
	}
	if p.ReadOnly() {
		t.Error("a new project is read-only")
	}
	checkClean(t, p)
}

// TestNothingLeft makes sure that a closed project is one file.
func TestNothingLeft(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	for range 2 {
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if got := names(t, filepath.Dir(p.Path())); !slices.Equal(got, []string{"news.gloss"}) {
		t.Errorf("the folder holds %v", got)
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, entry := range entries {
		all = append(all, entry.Name())
	}
	return all
}

func TestOddNames(t *testing.T) {
	for _, name := range []string{"two words", "été", "日本", "a#b", "%41", "what?", "you & me", "1+1", `it's "new"`, "a;b=c", "x@y:z", `back\slash`, "?mode=ro"} {
		folder := filepath.Join(t.TempDir(), name)
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		p, err := Create(filepath.Join(folder, name+Extension), newsScheme)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
		p = reopen(t, p)
		if len(list(t, p, Query{})) != 1 {
			t.Errorf("%s: the article is gone", name)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		if got := names(t, folder); !slices.Equal(got, []string{name + Extension}) {
			t.Errorf("the folder holds %q", got)
		}
	}
}

// TestRefusals opens what cannot be opened.
func TestRefusals(t *testing.T) {
	folder := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		path string
		kind error
		says string
	}{
		{filepath.Join(folder, "none.gloss"), fs.ErrNotExist, "there is no project"},
		{folder, ErrNotProject, "is a folder"},
		{write("empty.gloss", ""), ErrNotProject, "is empty"},
		{write("text.gloss", "The bridge was closed on Monday.\n"), ErrNotProject, "is not a Glossator project"},
		{write("long.gloss", strings.Repeat("The bridge was closed on Monday.\n", 1000)), ErrNotProject, "is not a Glossator project"},
		{foreignDatabase(t, folder), ErrNotProject, "another program"},
		{changedProject(t, "PRAGMA user_version=99"), ErrNewer, "newer version"},
		{changedProject(t, "DROP TABLE schemes"), nil, "schemes"},
	} {
		p, err := Open(c.path)
		if err == nil {
			p.Close()
			t.Errorf("%s was opened", c.path)
			continue
		}
		if c.kind != nil && !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.path) {
			t.Errorf("%s: %v", c.path, err)
		}
		if got := names(t, filepath.Dir(c.path)); slices.ContainsFunc(got, func(name string) bool { return strings.HasSuffix(name, ".lock") }) {
			t.Errorf("%s: a lock is left: %v", c.path, got)
		}
	}
}

// foreignDatabase is a database that is no project.
func foreignDatabase(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(folder, "photos.gloss")
	db, err := connect(path, writing, writers)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Exec("CREATE TABLE photos (name TEXT)").Error, disconnect(db)); err != nil {
		t.Fatal(err)
	}
	return path
}

// changedProject is a project with which somebody did something.
func changedProject(t *testing.T, statements ...string) string {
	t.Helper()
	p := newProject(t)
	for _, statement := range statements {
		if err := p.writer.Exec(statement).Error; err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return p.Path()
}

func TestCreateRefuses(t *testing.T) {
	p := newProject(t)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	for path, kind := range map[string]error{
		p.Path(): fs.ErrExist,
		filepath.Join(t.TempDir(), "no", "such", "folder.gloss"): fs.ErrNotExist,
	} {
		if _, err := Create(path, newsScheme); !errors.Is(err, kind) {
			t.Errorf("create %s: %v", path, err)
		}
	}
	if after, _ := os.ReadFile(p.Path()); string(after) != string(before) {
		t.Error("the file that was there has changed")
	}
	twice := annotate.Scheme{Labels: []annotate.Label{{Name: "a"}, {Name: "a"}}}
	if _, err := Create(filepath.Join(t.TempDir(), "x.gloss"), twice); err == nil {
		t.Error("a scheme with a label twice was taken")
	}
}

func TestHeader(t *testing.T) {
	p := newProject(t)
	var settings struct{ id, version, synchronous, foreignKeys int }
	for pragma, value := range map[string]*int{"application_id": &settings.id, "user_version": &settings.version,
		"synchronous": &settings.synchronous, "foreign_keys": &settings.foreignKeys} {
		if err := p.writer.Raw("PRAGMA " + pragma).Row().Scan(value); err != nil {
			t.Fatal(err)
		}
	}
	if settings.id != applicationID || settings.version != len(schema) || settings.synchronous != 2 || settings.foreignKeys != 1 {
		t.Errorf("the settings are %+v", settings)
	}
	var mode string
	if err := p.writer.Raw("PRAGMA journal_mode").Row().Scan(&mode); err != nil || mode != "wal" {
		t.Errorf("the journal mode is %q (%v)", mode, err)
	}
	if err := p.reader.Exec("DELETE FROM meta").Error; err == nil {
		t.Error("the reading pool writes")
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	header, err := readHeader(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	if got := string(header[applicationIDAt : applicationIDAt+4]); got != "Glos" {
		t.Errorf("the file's application id is %q", got)
	}
	if got := header[versionAt+3]; int(got) != len(schema) {
		t.Errorf("the file's version is %d", got)
	}
}
