//go:build unix

package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestVanished moves, removes or replaces the file of an open project: the next
// edit is refused, and all before it are in a file that the error names.
func TestVanished(t *testing.T) {
	for what, vanish := range map[string]func(path string) error{
		"moved":   func(path string) error { return os.Rename(path, path+".elsewhere") },
		"removed": os.Remove,
		"replaced": func(path string) error {
			return errors.Join(os.Remove(path), os.WriteFile(path, []byte("other"), 0o644))
		},
		"folder moved": func(path string) error {
			return os.Rename(filepath.Dir(path), filepath.Dir(path)+".elsewhere")
		},
	} {
		t.Run(what, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			p := newProject(t)
			mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
			author := person(t, p, "Ana")
			session, _ := begin(t, p, 0, author)
			tag(t, session, "place", "Café Élan")
			want := session.State().Layer
			if err := vanish(p.Path()); err != nil {
				t.Fatal(err)
			}
			session.Select(annotate.Range{Start: 0, End: len("Варта")})
			err := session.Tag("actor")
			if !errors.Is(err, ErrVanished) || !session.State().Layer.Equal(want) {
				t.Fatalf("an edit says %v", err)
			}
			if len(list(t, p, Query{})) != 1 {
				t.Error("the list is empty")
			}
			if again := p.Vanished(); again == nil || again.Error() != err.Error() {
				t.Errorf("asked again it says %v", again)
			}
			if !strings.Contains(err.Error(), p.kept) {
				t.Errorf("%v does not name %s", err, p.kept)
			}
			if err := p.Close(); !errors.Is(err, ErrVanished) {
				t.Errorf("closing says %v", err)
			}
			holds(t, p.kept, author, want)
			if what == "moved" {
				holds(t, p.Path()+".elsewhere", author, want)
			}
		})
	}
}

// holds makes sure that a file is a sound project with a layer.
func holds(t *testing.T, path string, author annotate.Author, want annotate.Layer) {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	checkClean(t, p)
	if _, work := begin(t, p, 0, author); !work.Layer.Equal(want) {
		t.Errorf("%s has %d spans, want %d", path, len(work.Layer.Spans()), len(want.Spans()))
	}
}

// TestVanishedComesBack puts the file back: work goes on.
func TestVanishedComesBack(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, _ := begin(t, p, 0, author)
	if err := os.Rename(p.Path(), p.Path()+".elsewhere"); err != nil {
		t.Fatal(err)
	}
	session.Select(annotate.Range{Start: 0, End: len("Варта")})
	if err := session.Tag("actor"); !errors.Is(err, ErrVanished) {
		t.Errorf("an edit says %v", err)
	}
	if err := os.Rename(p.Path()+".elsewhere", p.Path()); err != nil {
		t.Fatal(err)
	}
	if err := session.Tag("actor"); err != nil {
		t.Fatal(err)
	}
	want := session.State().Layer
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	holds(t, p.Path(), author, want)
}

// TestSaveCopy saves a copy of a project, but never over a file.
func TestSaveCopy(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, _ := begin(t, p, 0, author)
	tag(t, session, "place", "Café Élan")
	to := filepath.Join(t.TempDir(), "copy.gloss")
	if err := p.SaveCopy(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	if err := p.SaveCopy(t.Context(), to); !errors.Is(err, os.ErrExist) {
		t.Errorf("a second copy says %v", err)
	}
	holds(t, to, author, session.State().Layer)
}
