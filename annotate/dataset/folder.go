package dataset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// wholeFolder lets fill write a folder which has its name only when it is whole
// and on the disk. A folder that is there is replaced only if to says so and all
// that lies in it is owned by the format.
func wholeFolder(to Target, owns func(name string) bool, fill func(folder string) error) error {
	path, err := target(to.Path)
	if err != nil {
		return err
	}
	if err := replaceable(path, to.Replace, owns); err != nil {
		return err
	}
	part := beside(path)
	if err := os.Mkdir(part, 0o777); err != nil {
		return cannotWrite(err)
	}
	err = fill(part)
	if err == nil {
		err = syncAll(part)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(part))
	}
	if err := swap(part, path); err != nil {
		return errors.Join(err, os.RemoveAll(part))
	}
	return syncFolder(filepath.Dir(path))
}

// replaceable says why what is at a path must stay; nil if nothing is there, or
// it may go.
func replaceable(path string, replace bool, owns func(name string) bool) error {
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0:
		return nil
	case err != nil:
		return errors.New("there is a file of this name; give the name of a folder")
	case !replace:
		return errors.New("there is a folder of this name with files in it; choose another name, or say that it is to be replaced")
	}
	return filepath.WalkDir(path, func(inner string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !owns(e.Name()) && !isBeside(path, e.Name()) {
			return fmt.Errorf("the folder holds %s, which is not of such a dataset, so it is not replaced; choose another name", e.Name())
		}
		return err
	})
}

// swap gives a new folder its name. The old one goes when that is done, and
// comes back when it fails. Where the system can, there is a folder of the name
// at every moment.
func swap(part, path string) error {
	if exchange(part, path) == nil {
		return os.RemoveAll(part)
	}
	old := beside(path)
	err := os.Rename(path, old)
	if errors.Is(err, fs.ErrNotExist) {
		return os.Rename(part, path)
	}
	if err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return errors.Join(err, os.Rename(old, path))
	}
	return os.RemoveAll(old)
}
