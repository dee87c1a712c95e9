package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/assets"
	"github.com/glossator/glossator/storage"
)

// with opens a project, does something with it and closes it.
func with(path string, do func(*storage.Project) error) error {
	p, err := storage.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(do(p), p.Close())
}

// withOrNew does something with a project, which is made with the default
// scheme when there is none. A project that was made only for what then failed
// is removed again.
func withOrNew(path string, do func(*storage.Project) error) error {
	err := with(path, do)
	if !errors.Is(err, fs.ErrNotExist) || exists(path) {
		return err
	}
	scheme, err := annotate.ParseScheme(assets.SchemeJSON)
	if err != nil {
		return err
	}
	p, err := storage.Create(path, scheme)
	if err != nil {
		return err
	}
	if err := errors.Join(do(p), p.Close()); err != nil {
		return errors.Join(err, remove(path))
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// remove takes away a project file that was just made, and what lies beside it.
func remove(path string) error {
	var errs []error
	for _, beside := range []string{"", "-wal", "-shm", "-journal", ".lock"} {
		if err := os.Remove(path + beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, fmt.Errorf("remove the project that was made for the import: %w", err))
		}
	}
	return errors.Join(errs...)
}
