package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// TestDiscard takes a project away with all that lies beside it.
func TestDiscard(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	if err := p.Discard(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, filepath.Dir(p.Path())); len(got) > 0 {
		t.Errorf("left: %v", got)
	}
}

// TestUpgradedSaysSo numbers the copies that are kept before a file is brought
// up to date, and tells which one is it.
func TestUpgradedSaysSo(t *testing.T) {
	path := labelled(t)
	for _, copied := range []string{"news.gloss.v1.bak", "news.gloss.v1-2.bak"} {
		backTo(t, path, 1)
		p, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if p.Upgraded() != filepath.Join(filepath.Dir(path), copied) || !slices.Contains(names(t, filepath.Dir(path)), copied) {
			t.Errorf("the copy is %q", p.Upgraded())
		}
		p = reopen(t, p)
		if p.Upgraded() != "" {
			t.Errorf("it was brought up to date again: %s", p.Upgraded())
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestLabelInHistoryStays keeps a label in the scheme that undoing would bring
// back, whether its spans were removed or got another label.
func TestLabelInHistoryStays(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	session, _ := begin(t, p, 0, person(t, p, "Ana"))
	tag(t, session, "place", "Café Élan")
	tag(t, session, "claim", "a dozen")
	if err := session.Tag("actor"); err != nil {
		t.Fatal(err)
	}
	session.SelectSpan(session.State().Layer.Spans()[1].ID)
	if err := session.Untag(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"place", "claim"} {
		smaller := newsScheme
		smaller.Links = nil
		smaller.Labels = slices.DeleteFunc(slices.Clone(newsScheme.Labels), func(l annotate.Label) bool { return l.Name == name })
		if err := p.SetScheme(smaller); err == nil || !strings.Contains(err.Error(), "undoing would bring back") {
			t.Errorf("%s: %v", name, err)
		}
	}
	smaller := newsScheme
	smaller.Labels = slices.DeleteFunc(slices.Clone(newsScheme.Labels), func(l annotate.Label) bool { return l.Name == "casualty" })
	if err := p.SetScheme(smaller); err != nil {
		t.Errorf("a label that was never used: %v", err)
	}
}

func TestAuthorsNames(t *testing.T) {
	p := newProject(t)
	for _, name := range []string{"", "  ", "Ana\tB.", "Ana\n", strings.Repeat("a", 101)} {
		if _, err := p.Author(name, annotate.Person); err == nil {
			t.Errorf("an author is called %q", name)
		}
		_, err := p.Import(t.Context(), documents(marked(t, annotate.Author{Name: name}, "Mixed", mixed, nil)), ImportOptions{})
		if refused := (*RefusedError)(nil); !errors.As(err, &refused) {
			t.Errorf("an author called %q was imported: %v", name, err)
		}
	}
	person(t, p, strings.Repeat("a", 100))
}

// TestSettings asks every connection of both pools for what must hold.
func TestSettings(t *testing.T) {
	p := newProject(t)
	want := map[string]string{"busy_timeout": "5000", "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0",
		"cell_size_check": "1", "journal_size_limit": "67108864", "fullfsync": "1", "checkpoint_fullfsync": "1"}
	for pool, queryOnly := range map[string]string{"writer": "0", "reader": "1"} {
		db, connections := p.writer, writers
		if pool == "reader" {
			db, connections = p.reader, readers
		}
		want["query_only"] = queryOnly
		handles, err := db.DB()
		if err != nil {
			t.Fatal(err)
		}
		for n := range connections {
			one, err := handles.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer one.Close() // all are taken at once, so that each is another one
			for name, value := range want {
				var got string
				if err := one.QueryRowContext(t.Context(), "PRAGMA "+name).Scan(&got); err != nil || got != value {
					t.Errorf("%s %d: %s is %s, want %s (%v)", pool, n, name, got, value, err)
				}
			}
		}
	}
}

// TestStamps notices that a database was written, or its log.
func TestStamps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	write := func(name, content string, at time.Time) {
		if err := errors.Join(os.WriteFile(name, []byte(content), 0o666), os.Chtimes(name, at, at)); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]bool{}
	now := time.Now()
	for _, step := range []func(){
		func() {},
		func() { write(path, "one", now) },
		func() { write(path, "two", now.Add(time.Second)) },
		func() { write(path, "three", now.Add(time.Second)) },
		func() { write(path+"-wal", "log", now) },
	} {
		step()
		key := fmt.Sprint(stamps(path))
		if seen[key] {
			t.Errorf("%s was not noticed", key)
		}
		seen[key] = true
	}
}

// TestFindings makes sure that checking a project does not end in the advice to
// check it.
func TestFindings(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	session, _ := begin(t, p, 0, person(t, p, "Ana"))
	tag(t, session, "place", "Café Élan")
	if err := p.writer.Exec("UPDATE edits SET name = 'Other'").Error; err != nil {
		t.Fatal(err)
	}
	problems, err := p.Check(t.Context())
	if err != nil || len(problems) == 0 {
		t.Fatalf("%v, %v", problems, err)
	}
	for _, problem := range problems {
		if strings.Contains(problem.What, "check the project") {
			t.Error(problem)
		}
	}
}
