package dataset

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// wholeFile lets fill write a file which has its name only when it is whole and
// on the disk. A pipe or a device is written to as it is.
func wholeFile(to Target, fill func(io.Writer) error) error {
	path, err := target(to.Path)
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return errors.New("there is a folder of this name; give the name of a file")
	case err == nil && !info.Mode().IsRegular():
		return streamTo(path, fill)
	case err == nil && !to.Replace && info.Size() > 0:
		return errors.New("there is a file of this name already; choose another name, or say that it is to be replaced")
	case err == nil && isDatabase(path):
		return errors.New("this is a project file or another database, which an export does not replace; choose another name")
	}
	part := beside(path)
	if err := writeSynced(part, fill); err != nil {
		return errors.Join(err, ignoreMissing(os.Remove(part)))
	}
	if err := os.Rename(part, path); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return syncFolder(filepath.Dir(path))
}

// target is the path itself, links followed.
func target(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		return filepath.Clean(path), nil
	}
	return real, err
}

// beside is a hidden name, not in use, in the same folder.
func beside(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()[:8]+".part")
}

func streamTo(path string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(buffered(f, fill), f.Close())
}

// writeSynced writes a new file and waits until it is on the disk.
func writeSynced(path string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	if err := buffered(f, fill); err != nil {
		return errors.Join(err, f.Close())
	}
	return errors.Join(f.Sync(), f.Close())
}

func buffered(f io.Writer, fill func(io.Writer) error) error {
	w := bufio.NewWriterSize(f, 1<<16)
	if err := fill(w); err != nil {
		return err
	}
	return w.Flush()
}

// syncFolder makes the names in a folder last. Windows does so by itself.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func isDatabase(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	magic := make([]byte, 15)
	n, _ := io.ReadFull(f, magic)
	return bytes.Equal(magic[:n], []byte("SQLite format 3"))
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

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
		return err
	}
	if err := errors.Join(fill(part), syncFolder(part)); err != nil {
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
		if err == nil && !e.IsDir() && !owns(e.Name()) {
			return fmt.Errorf("the folder holds %s, which is not of such a dataset, so it is not replaced; choose another name", e.Name())
		}
		return err
	})
}

// swap gives a new folder its name. The old one goes when that is done, and
// comes back when it fails.
func swap(part, path string) error {
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
