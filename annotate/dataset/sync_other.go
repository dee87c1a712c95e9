//go:build !linux

package dataset

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// syncAll waits until all files in a folder, however deep, are on the disk.
func syncAll(folder string) error {
	return filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			return syncFolder(path)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}
