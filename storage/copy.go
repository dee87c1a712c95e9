package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// copyAttempts is how often a database is copied that is written meanwhile.
const copyAttempts = 5

// copyDatabase copies a database that is not open here into a folder, with the
// log of what is not in its main file yet. When it was written meanwhile, by a
// program on another computer say, it is copied again.
func copyDatabase(path, folder string) (string, error) {
	target := filepath.Join(folder, filepath.Base(path))
	for range copyAttempts {
		before := stamps(path)
		removeDatabase(target)
		if err := copyBoth(path, target); err != nil {
			return "", err
		}
		if stamps(path) == before {
			return target, nil
		}
	}
	return "", fail(ErrBusy, "%s is being written by another program: wait until it has ended and try again", path)
}

// copyBoth copies a database and its log.
func copyBoth(path, target string) error {
	if err := copyFile(path, target); err != nil {
		return err
	}
	err := copyFile(path+"-wal", target+"-wal")
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return err
}

// A stamp is what changes when a file is written.
type stamp struct{ size, time int64 }

// stamps are those of a database and its log.
func stamps(path string) (both [2]stamp) {
	for i, file := range []string{path, path + "-wal"} {
		if info, err := os.Stat(file); err == nil {
			both[i] = stamp{info.Size(), info.ModTime().UnixNano()}
		}
	}
	return both
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
