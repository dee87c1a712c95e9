package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A project may lie in the folder that is imported into it: it is left out,
// with what lies beside it, whatever it is called.
func TestFoldersAreReadWithoutProjects(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{
		"war.gloss": sqliteHead, "war.gloss-wal": "", "war.gloss-shm": "", "war.gloss.lock": "{}", "closed.gloss": sqliteHead,
		"peace": sqliteHead, "peace-wal": "", "peace-shm": "", "peace.lock": "{}", "war.gloss.v1.bak": sqliteHead, "war.gloss.jsonl": "{}",
		"peace.txt": "Peace came.", "note": "A note.", "note.lock": "x",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var names, skip []string
	for _, suffix := range []string{"", "-wal", "-shm", "-journal", ".lock"} {
		skip = append(skip, filepath.Join(folder, "peace"+suffix))
	}
	if err := os.Link(skip[0], filepath.Join(folder, "alias")); err != nil {
		t.Fatal(err)
	}
	for f, err := range files([]string{folder}, newSkipping(skip)) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.Base(f.path))
	}
	if want := []string{"note", "note.lock", "peace.txt", "war.gloss.jsonl"}; !slices.Equal(names, want) {
		t.Errorf("read %q, want %q", names, want)
	}
}

// What belongs to an open project is neither opened nor replaced.
func TestOpenProjectsAreLeftAlone(t *testing.T) {
	path := put(t, "open.jsonl", sqliteHead)
	if _, refusals := readSome(t, Reading{Skip: []string{path}}, path); len(refusals) != 1 || !strings.Contains(refusals[0], "the project that is open") {
		t.Errorf("%q", refusals)
	}
	_, err := Write(t.Context(), jsonl, Target{Path: path, Replace: true, Keep: []string{path}}, stream())
	if err == nil || !strings.Contains(err.Error(), "the project that is open") || contents(t, path) != sqliteHead {
		t.Error(err)
	}
}

const sqliteHead = "SQLite format 3\x00"
