package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// copyDatabase copies a database that is not open here into a folder, with the
// log of what is not in its main file yet.
func copyDatabase(path, folder string) (string, error) {
	target := filepath.Join(folder, filepath.Base(path))
	if err := copyFile(path, target); err != nil {
		return "", err
	}
	err := copyFile(path+"-wal", target+"-wal")
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return target, err
}

func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	return errors.Join(err, target.Close())
}
