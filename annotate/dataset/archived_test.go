package dataset

import (
	"archive/zip"
	"os"
	"path/filepath"
	"testing"
)

// Formats of many files are written into an archive where one is named, which is read as the folder
// would be.
func TestFoldersAreWrittenInArchives(t *testing.T) {
	d := newDice(7)
	for _, f := range Formats() {
		if !f.Folder || !f.Writes() {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "out.zip")
			ledger, err := Write(t.Context(), f, Target{Path: path, Verify: true}, stream(d.document(0), d.document(1)))
			if err != nil {
				t.Fatal(err)
			}
			archive, err := zip.OpenReader(path)
			if err != nil {
				t.Fatal(err)
			}
			archive.Close()
			if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
				t.Errorf("beside the archive there is %v, %v", left, err)
			}
			if !f.Reads() {
				return
			}
			if docs := readAll(t, Reading{Format: f.Name}, path); len(docs) != ledger.Articles {
				t.Errorf("%d articles were written, and %d are read", ledger.Articles, len(docs))
			}
			if _, err := Write(t.Context(), f, Target{Path: path}, stream(d.document(0))); err == nil {
				t.Error("an archive that is there is replaced unasked")
			}
		})
	}
}
