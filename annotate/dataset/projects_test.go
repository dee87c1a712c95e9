package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A project may lie in the folder that is imported into it: it is left out,
// with what lies beside it, whatever it is called.
func TestFoldersAreReadWithoutProjects(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{
		"war.gloss": sqliteHead, "war.gloss-wal": "", "war.gloss-shm": "", "war.gloss.lock": "{}", "closed.gloss": sqliteHead,
		"peace": sqliteHead, "peace-wal": "", "peace-shm": "", "peace.lock": "{}",
		"peace.txt": "Peace came.", "note": "A note.", "note.lock": "x",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var names []string
	for f, err := range files([]string{folder}) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.Base(f.path))
	}
	if want := []string{"note", "note.lock", "peace.txt"}; !slices.Equal(names, want) {
		t.Errorf("read %q, want %q", names, want)
	}
}

const sqliteHead = "SQLite format 3\x00"
