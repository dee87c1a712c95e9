package dataset

import (
	"archive/zip"
	"context"
	"errors"
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

// Packing can take long, so it can be stopped too.
func TestPackingStops(t *testing.T) {
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	err := wholeArchive(ctx, Target{Path: filepath.Join(folder, "out.zip")}, func(inside string) error {
		defer cancel()
		return os.WriteFile(filepath.Join(inside, "raid.txt"), []byte("Gunmen came."), 0o600)
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	onlyThere(t, folder)
}
