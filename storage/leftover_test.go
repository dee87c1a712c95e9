package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTheLogOfAnotherProject: a project was killed, then its file was taken
// away and its log stayed. A new one of that name must not get its edits.
func TestTheLogOfAnotherProject(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news"+Extension)
	log := path + "-wal"
	if err := os.WriteFile(log, []byte("the last edits"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path, newsScheme); !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), log) {
		t.Errorf("beside the log of another project: %v", err)
	}
	if got := names(t, filepath.Dir(path)); !slices.Equal(got, []string{"news.gloss-wal"}) {
		t.Errorf("the folder holds %v", got)
	}
	if err := os.Truncate(log, 0); err != nil {
		t.Fatal(err)
	}
	p, err := Create(path, newsScheme)
	if err != nil {
		t.Fatalf("beside an empty log: %v", err)
	}
	checkClean(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAStepThatBreaksReferences(t *testing.T) {
	p := newProject(t)
	if err := p.writer.Exec("PRAGMA foreign_keys=OFF").Error; err != nil {
		t.Fatal(err)
	}
	const widow = "INSERT INTO layer_values (layer_id, name, text, deleted) VALUES (99, 'note', '', 0)"
	if err := takeStep(p.writer, widow, 99); err == nil || err.Error() != "it would leave 1 rows without what they point at" {
		t.Errorf("a step that leaves a row alone: %v", err)
	}
	checkClean(t, p)
}
