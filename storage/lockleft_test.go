//go:build unix

package storage

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func init() {
	children["writing"] = openToWrite
	children["refused"] = findInUse
}

// openToWrite opens a project that can be written, whatever lies beside it.
func openToWrite(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	if p.ReadOnly() {
		err = errors.New("the project is read-only")
	}
	return errors.Join(err, p.Close())
}

// findInUse finds that a project is open elsewhere.
func findInUse(path string) error {
	p, err := Open(path)
	if errors.Is(err, ErrInUse) {
		return nil
	}
	if err == nil {
		err = errors.Join(errors.New("the project could be opened"), p.Close())
	}
	return err
}

// shared is a closed project in a folder where everybody may write.
func shared(t *testing.T) string {
	t.Helper()
	path := labelled(t)
	if err := errors.Join(os.Chmod(path, 0o666), os.Chmod(filepath.Dir(path), 0o777)); err != nil {
		t.Fatal(err)
	}
	return path
}

// asSomeoneElse opens a project as another user, who may not write what is not
// open to all.
func asSomeoneElse(t *testing.T, what, path string) {
	t.Helper()
	home := filepath.Join(t.TempDir(), "home")
	if err := os.Mkdir(home, 0o755); err != nil {
		t.Fatal(err)
	}
	opening := child(t, what, path)
	asOrdinaryUser(t, opening, home)
	if err := os.Chmod(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := opening.Run(); err != nil {
		t.Error(err)
	}
}

// TestLockOfSomeoneElse: one of several who share a folder left a lock file
// that the others may not write.
func TestLockOfSomeoneElse(t *testing.T) {
	path := shared(t)
	if err := os.WriteFile(path+".lock", []byte("{}\n"), 0o444); err != nil {
		t.Fatal(err)
	}
	asSomeoneElse(t, "writing", path)
	if got := names(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("the folder holds %v", got)
	}
}

func TestSomeoneElseHasItOpen(t *testing.T) {
	path := shared(t)
	_, done := held(t, path)
	if err := os.Chmod(path+".lock", 0o444); err != nil {
		t.Fatal(err)
	}
	asSomeoneElse(t, "refused", path)
	done()
}
