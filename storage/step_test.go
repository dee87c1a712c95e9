package storage

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// stepsBack undo what is behind a step: stepsBack[1] leads from the last to the
// first.
var stepsBack = map[int][]string{3: {"DROP TABLE members", "DROP TABLE splits"}, 2: {"DROP TABLE members", "DROP TABLE splits", "DROP TABLE seals"}, 1: {
	"DROP TABLE members", "DROP TABLE splits", "DROP TABLE seals",
	"DROP TRIGGER articles_added", "DROP TRIGGER layers_added", "DROP TRIGGER layers_moved", "DROP INDEX layers_by_article",
	"DROP TABLE totals", "DROP TABLE tallies", "DROP TABLE article_words", "DROP TABLE article_pairs",
}}

// backTo takes a closed project back to an earlier step of the schema, as a
// program of that time had left it.
func backTo(t *testing.T, path string, version int) {
	t.Helper()
	db, err := connect(path, writing, writers)
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range append(stepsBack[version], fmt.Sprintf("PRAGMA user_version=%d", version)) {
		if err := db.Exec(statement).Error; err != nil {
			t.Fatal(err)
		}
	}
	old, err := connect(filepath.Join(t.TempDir(), "old"), writing, writers)
	if err != nil {
		t.Fatal(err)
	}
	if err := takeSteps(old, schema[:version], 0); err != nil {
		t.Fatal(err)
	}
	if got, want := objects(t, db), objects(t, old); !slices.Equal(got, want) {
		t.Errorf("the schema is %q, was %q", got, want)
	}
	if err := errors.Join(disconnect(db), disconnect(old)); err != nil {
		t.Fatal(err)
	}
}

// objects are the tables, indexes and triggers of a database.
func objects(t *testing.T, db *gorm.DB) []string {
	t.Helper()
	var all []string
	if err := db.Raw("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").Scan(&all).Error; err != nil {
		t.Fatal(err)
	}
	return all
}

// TestEveryStep opens projects of every step there was, with work in them: all
// of it is there, and what the later steps bring works for it.
func TestEveryStep(t *testing.T) {
	for from := 1; from < len(schema); from++ {
		p, ana, _ := newsroom(t)
		before := exported(t, p, Choice{})
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		backTo(t, p.Path(), from)
		p = reopen(t, p)
		if got := version(t, p.writer); got != len(schema) {
			t.Errorf("from step %d it came to %d", from, got)
		}
		checkClean(t, p)
		after := exported(t, p, Choice{})
		for i := range before {
			if !slices.EqualFunc(before[i].Layers, after[i].Layers, annotate.Layer.Equal) || before[i].Article.Text != after[i].Article.Text {
				t.Errorf("from step %d: %q is not what it was", from, before[i].Article.Title)
			}
		}
		if got := found(t, p, "lower vell"); got != "Fire[Lower|Vell]" {
			t.Errorf("from step %d: the search finds %s", from, got)
		}
		if got := titles(t, p, Query{Author: ana.ID, Status: "done"}); got != "1 [Flood]" {
			t.Errorf("from step %d: done are %s", from, got)
		}
		if err := p.KeepSets(t.Context(), "{}", map[annotate.ID]string{before[0].Article.ID: "train"}); err != nil {
			t.Errorf("from step %d: %v", from, err)
		}
		if got := names(t, filepath.Dir(p.Path())); !slices.Contains(got, fmt.Sprintf("news.gloss.v%d.bak", from)) {
			t.Errorf("there is no copy from before: %v", got)
		}
	}
}
