package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// damage zeroes a page of a closed project that holds a text.
func damage(t *testing.T, path, text string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.LastIndex(string(data), text)
	if at < 0 {
		t.Fatalf("%q is not in the file", text)
	}
	clear(data[at/4096*4096:][:4096])
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestDamagedOpens opens a damaged project: for reading, with the offer of the
// newest sound snapshot.
func TestDamagedOpens(t *testing.T) {
	for _, snapshots := range []int{0, 1, 2} {
		p, _, _ := newsroom(t)
		for range snapshots {
			if s := snapshot(t, p); snapshots == 2 {
				if err := os.WriteFile(s.Path[:len(s.Path)-len("1.gloss")]+"9.gloss", []byte("half"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		damage(t, p.Path(), "Label as Place")
		before, _ := os.ReadFile(p.Path())
		p, err := Open(p.Path())
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Damage(); !p.ReadOnly() || !errors.Is(err, ErrDamaged) || strings.Contains(err.Error(), "is sound") != (snapshots > 0) {
			t.Errorf("read-only %v: %v", p.ReadOnly(), err)
		}
		if len(list(t, p, Query{})) != 5 {
			t.Error("the articles are gone")
		}
		if err := p.SetScheme(newsScheme); !errors.Is(err, ErrReadOnly) {
			t.Errorf("saving says %v", err)
		}
		if problems, err := p.Check(t.Context()); err != nil || len(problems) == 0 {
			t.Errorf("the check says %v, %v", problems, err)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		if after, _ := os.ReadFile(p.Path()); string(after) != string(before) {
			t.Error("the damaged file was changed")
		}
	}
}

// TestChangedHistory changes a letter of the last edit, which SQLite does not
// see.
func TestChangedHistory(t *testing.T) {
	path := changedProject(t, "SELECT 1")
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	session, _ := begin(t, p, 0, person(t, p, "Ana"))
	tag(t, session, "place", "Café Élan")
	if err := p.writer.Exec("UPDATE edits SET body = replace(body, 'place', 'actor')").Error; err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	if err := p.Damage(); !errors.Is(err, ErrDamaged) {
		t.Errorf("opening says %v", err)
	}
}

// TestLostHeader opens what was a project and is none any more.
func TestLostHeader(t *testing.T) {
	p, _, _ := newsroom(t)
	s := snapshot(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p.Path(), []byte(strings.Repeat("\x00", 9000)), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(p.Path()); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "is sound") {
		t.Errorf("opening says %v", err)
	}
	if _, err := Restore(t.Context(), p.Path(), s.Path); err != nil {
		t.Fatal(err)
	}
	checkClean(t, reopen(t, p))
}

// TestMissingEdits takes the last edits away behind the program's back.
func TestMissingEdits(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "marks")
	p, ana, _ := newsroom(t)
	p.Remember(folder)
	if p.Missing() != nil {
		t.Errorf("at first: %v", p.Missing())
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	p.Remember(folder)
	session, _ := begin(t, p, 1, ana)
	for _, text := range []string{"fire", "Vell", "Lower"} {
		tag(t, session, "place", text)
	}
	p = reopen(t, p)
	p.Remember(folder)
	if p.Missing() != nil {
		t.Errorf("with all edits there: %v", p.Missing())
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p.Path(), old, 0o644); err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	p.Remember(folder)
	if err := p.Missing(); !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "the last 3 edits") {
		t.Errorf("without the last edits: %v", err)
	}
	p = reopen(t, p)
	p.Remember(folder)
	if p.Missing() != nil {
		t.Errorf("it is said twice: %v", p.Missing())
	}
	if err := errors.Join(Forget(folder, p.Path()), Forget(folder, p.Path())); err != nil {
		t.Error(err)
	}
}

func TestSalvage(t *testing.T) {
	p, _, _ := newsroom(t)
	whole := exported(t, p, Choice{})
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	for text, lost := range map[string]bool{"": false, "Label as Place": true} {
		from, to := filepath.Join(t.TempDir(), "bad.gloss"), filepath.Join(t.TempDir(), "new.gloss")
		if err := copyFile(p.Path(), from); err != nil {
			t.Fatal(err)
		}
		if text != "" {
			damage(t, from, text)
		}
		rescue, err := Salvage(t.Context(), from, to)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if (len(rescue.Lost) > 0) != lost {
			t.Errorf("%q: lost are %v", text, rescue.Lost)
		}
		saved, err := Open(to)
		if err != nil {
			t.Fatal(err)
		}
		checkClean(t, saved)
		got := exported(t, saved, Choice{})
		if !slices.EqualFunc(whole, got, sameSpans) {
			t.Errorf("%q: what was saved is %v", text, got)
		}
		if err := saved.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// sameSpans compares texts and spans.
func sameSpans(a, b annotate.Document) bool {
	return a.Article.Text == b.Article.Text && slices.EqualFunc(a.Layers, b.Layers, func(a, b annotate.Layer) bool {
		return a.Author == b.Author && a.Status() == b.Status() && slices.EqualFunc(a.Spans(), b.Spans(), annotate.Span.Equal)
	})
}
