package dataset

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// wholeFile lets fill write a file which has its name only when it is whole and
// on the disk, and check has nothing against it. A pipe or a device is written to
// as it is.
func wholeFile(to Target, fill func(io.Writer) error, check func(path string) error) error {
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
	case newSkipping(to.Keep).has(path):
		return errors.New("it is the project that is open, or belongs to it; choose another name")
	case err == nil && isDatabase(path):
		return errors.New("this is a project file or another database, which an export does not replace; choose another name")
	}
	part := beside(path)
	if err := writeSynced(part, fill); err != nil {
		return errors.Join(err, ignoreMissing(os.Remove(part)))
	}
	err = check(part)
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
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
		return cannotWrite(err)
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

// cannotWrite is an error of the file system in words, without the hidden name
// that the file has until it is whole.
func cannotWrite(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such folder to write into; make it first")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("this folder may not be written to; choose another one")
	}
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
