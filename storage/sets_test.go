package storage

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// keptSets are the sets that a project keeps, by the titles of articles.
func keptSets(t *testing.T, p *Project) (rule string, of map[string]string) {
	t.Helper()
	sets, err := p.Sets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	of = map[string]string{}
	for _, doc := range exported(t, p, Choice{}) {
		if name := sets.Of[doc.Article.ID]; name != "" {
			of[doc.Article.Title] = name
		}
	}
	if len(of) != len(sets.Of) {
		t.Errorf("%d articles have a set, %d of them are there", len(sets.Of), len(of))
	}
	return sets.Rule, of
}

// setsOf are sets for the articles of a project, by title.
func setsOf(t *testing.T, p *Project, of map[string]string) map[annotate.ID]string {
	t.Helper()
	ids := map[annotate.ID]string{}
	for _, doc := range exported(t, p, Choice{}) {
		if name := of[doc.Article.Title]; name != "" {
			ids[doc.Article.ID] = name
		}
	}
	return ids
}

// TestSetsAreKept: an article keeps its set whatever is said later, others join,
// and a copy and what is salvaged have the same sets.
func TestSetsAreKept(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("One", "One."), article("Two", "Two."))
	if rule, of := keptSets(t, p); rule != "" || len(of) != 0 {
		t.Errorf("a new project has the sets %v by %s", of, rule)
	}
	keep := func(rule string, of map[string]string) {
		t.Helper()
		if err := p.KeepSets(t.Context(), rule, setsOf(t, p, of)); err != nil {
			t.Fatal(err)
		}
	}
	keep(`{"seed":1}`, map[string]string{"One": "train", "Two": "test"})
	mustImport(t, p, ImportOptions{}, article("Three", "Three."))
	keep(`{"seed":1}`, map[string]string{"One": "test", "Two": "test", "Three": "dev"})
	want := map[string]string{"One": "train", "Two": "test", "Three": "dev"}
	p = reopen(t, p)
	if rule, of := keptSets(t, p); rule != `{"seed":1}` || !maps.Equal(of, want) {
		t.Errorf("the sets are %v by %s", of, rule)
	}
	checkClean(t, p)
	folder := t.TempDir()
	copied, salvaged := filepath.Join(folder, "copied.gloss"), filepath.Join(folder, "salvaged.gloss")
	if err := errors.Join(p.SaveCopy(t.Context(), copied), p.Close()); err != nil {
		t.Fatal(err)
	}
	if rescue, err := Salvage(t.Context(), p.Path(), salvaged); err != nil || len(rescue.Lost) > 0 {
		t.Fatalf("%v %v", rescue.Lost, err)
	}
	for _, path := range []string{copied, salvaged} {
		again, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if rule, of := keptSets(t, again); rule != `{"seed":1}` || !maps.Equal(of, want) {
			t.Errorf("%s has the sets %v by %s", path, of, rule)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestSetsBeginAnew: by another rule, and when they were dropped.
func TestSetsBeginAnew(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("One", "One."), article("Two", "Two."))
	if err := p.DropSets(t.Context()); err != nil {
		t.Error(err)
	}
	for _, rule := range []string{`{"seed":1}`, `{"seed":2}`} {
		if err := p.KeepSets(t.Context(), rule, setsOf(t, p, map[string]string{"One": "set of " + rule})); err != nil {
			t.Fatal(err)
		}
		if got, of := keptSets(t, p); got != rule || of["One"] != "set of "+rule || len(of) != 1 {
			t.Errorf("the sets are %v by %s", of, got)
		}
	}
	if err := p.DropSets(t.Context()); err != nil {
		t.Fatal(err)
	}
	if rule, of := keptSets(t, p); rule != "" || len(of) > 0 {
		t.Errorf("dropped, the sets are %v by %s", of, rule)
	}
	if err := p.KeepSets(t.Context(), `{"seed":2}`, setsOf(t, p, map[string]string{"Two": "dev"})); err != nil {
		t.Fatal(err)
	}
	if _, of := keptSets(t, p); !maps.Equal(of, map[string]string{"Two": "dev"}) {
		t.Errorf("made again after they were dropped, the sets are %v", of)
	}
	checkClean(t, p)
}

// TestSetsOfStrangersAreRefused: nothing of them is kept.
func TestSetsOfStrangersAreRefused(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("One", "One."))
	of := setsOf(t, p, map[string]string{"One": "train"})
	of[annotate.NewID()] = "train"
	if err := p.KeepSets(t.Context(), "{}", of); err == nil || !strings.Contains(err.Error(), "no article") {
		t.Error(err)
	}
	if _, of := keptSets(t, p); len(of) > 0 {
		t.Errorf("the sets are %v", of)
	}
	path := p.Path()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	locked, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer locked.Close()
	if err := locked.KeepSets(t.Context(), "{}", map[annotate.ID]string{}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("sets are kept in a project that cannot be written: %v", err)
	}
}
