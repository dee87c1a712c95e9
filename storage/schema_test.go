package storage

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"
)

// upgraded brings a project to a made-up step behind the last.
func upgraded(t *testing.T, p *Project, next step) error {
	t.Helper()
	_, err := upgrade(p.writer, p.Path(), append(slices.Clone(schema), next))
	return err
}

func version(t *testing.T, db *gorm.DB) int {
	t.Helper()
	n, err := schemaVersion(db)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestUpgrade(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	if err := upgraded(t, p, "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY) STRICT; ALTER TABLE articles ADD COLUMN stars INTEGER NOT NULL DEFAULT 0;"); err != nil {
		t.Fatal(err)
	}
	var stars int
	if err := p.writer.Raw("SELECT stars FROM articles").Row().Scan(&stars); err != nil || version(t, p.writer) != len(schema)+1 {
		t.Errorf("version %d: %v", version(t, p.writer), err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(p.Path()); !errors.Is(err, ErrNewer) {
		t.Errorf("opening a project with one step more: %v", err)
	}
	before := fmt.Sprintf("%s.v%d.bak", p.Path(), len(schema))
	old, err := Open(before)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	checkClean(t, old)
	if len(list(t, old, Query{})) != 1 {
		t.Error("the copy lacks the article")
	}
	if _, err := os.Stat(before + ".tmp"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an unfinished copy is left: %v", err)
	}
}

func TestFailedStepChangesNothing(t *testing.T) {
	for _, bad := range []step{
		"CREATE TABLE bookmarks (id INTEGER PRIMARY KEY) STRICT; DROP TABLE no_such_table;",
		"CREATE TABLE bookmarks (id INTEGER PRIMARY KEY) STRICT; DELETE FROM authors;",
	} {
		p := newProject(t)
		mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
		session, _ := begin(t, p, 0, person(t, p, "Ana"))
		tag(t, session, "place", "Café Élan")
		if err := upgraded(t, p, bad); err == nil {
			t.Error("a step that fails was taken")
		}
		if got := version(t, p.writer); got != len(schema) {
			t.Errorf("the version is %d", got)
		}
		p = reopen(t, p)
		checkClean(t, p)
		if len(list(t, p, Query{Text: "Варта"})) != 1 {
			t.Error("the article is gone")
		}
	}
}

// TestLibc makes sure that modernc.org/libc is the version that
// modernc.org/sqlite was made with: with another one it may corrupt files.
func TestLibc(t *testing.T) {
	module := func(field, name string) string {
		out, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", field, name).Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(string(out))
	}
	wants, err := os.ReadFile(module("{{.GoMod}}", "modernc.org/sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	want := regexp.MustCompile(`modernc\.org/libc (v\S+)`).FindSubmatch(wants)
	if got := module("{{.Version}}", "modernc.org/libc"); want == nil || got != string(want[1]) {
		t.Errorf("modernc.org/libc is %s, want %s: change go.mod", got, want)
	}
}

// TestSQLite makes sure that SQLite has the corrections of 3.51.3 and 3.53.4.
func TestSQLite(t *testing.T) {
	var recent bool
	err := newProject(t).reader.Raw("SELECT sqlite_version() >= '3.53.4'").Row().Scan(&recent)
	if err != nil || !recent {
		t.Errorf("SQLite is older than 3.53.4 (%v)", err)
	}
}
