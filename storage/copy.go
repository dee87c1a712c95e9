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
		if err := copyAll(path, target); err != nil {
			return "", err
		}
		if stamps(path) == before {
			return target, nil
		}
	}
	return "", fail(ErrBusy, "%s is being written by another program: wait until it has ended and try again", path)
}

// logs are what the names of files add in which SQLite keeps what is not in the
// main file for good yet.
var logs = []string{"-wal", "-journal"}

// copyAll copies a database and its logs.
func copyAll(path, target string) error {
	if err := copyFile(path, target); err != nil {
		return err
	}
	for _, log := range logs {
		if err := copyFile(path+log, target+log); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// A stamp is what changes when a file is written.
type stamp struct{ size, time int64 }

// stamps are those of a database and its logs.
func stamps(path string) (all [3]stamp) {
	for i, file := range []string{path, path + logs[0], path + logs[1]} {
		if info, err := os.Stat(file); err == nil {
			all[i] = stamp{info.Size(), info.ModTime().UnixNano()}
		}
	}
	return all
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
