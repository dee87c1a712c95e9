package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// A lock keeps a project to one window: a file beside it that is locked while
// the project is open, holds who has it, and is gone when it was closed. After
// a crash the file stays, unlocked.
type lock struct{ file *flock.Flock }

// A holder is who has a project open.
type holder struct {
	Host  string    `json:"host"`
	Pid   int       `json:"pid"`
	Since time.Time `json:"since"`
}

// errUnlockable says that no lock file can be made: the folder cannot be
// written.
var errUnlockable = errors.New("no lock file can be made")

// takeLock locks a project. It fails with ErrInUse when another has it and
// with errUnlockable when there can be no lock.
func takeLock(project string) (*lock, error) {
	path := project + ".lock"
	for {
		file := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o644))
		taken, err := file.TryLock()
		switch {
		case errors.Is(err, fs.ErrPermission):
			if err := clearLock(project); err != nil {
				return nil, err
			}
			continue
		case errors.Is(err, syscall.EROFS):
			return nil, errUnlockable
		case errors.Is(err, fs.ErrNotExist):
			return nil, fail(fs.ErrNotExist, "there is no folder %s: make it first", filepath.Dir(project))
		case errors.Is(err, syscall.ENOSPC):
			return nil, fail(ErrFull, "the disk with %s is full: make room on it and try again", project)
		case err != nil:
			return nil, fail(err, "%s cannot be locked (%v): copy it to a folder on this computer and open it there", project, err)
		case !taken:
			return nil, inUse(project)
		}
		if isCurrent(file, path) {
			writeHolder(path)
			return &lock{file}, nil
		}
		file.Unlock() // it was removed by its last holder in the meantime
	}
}

// clearLock takes away the lock file that somebody else left, which may be
// locked but not written. It fails with ErrInUse when they have the project open
// still, and with errUnlockable when there is no such file or it must stay.
func clearLock(project string) error {
	path := project + ".lock"
	file := flock.New(path, flock.SetFlag(os.O_RDONLY))
	taken, err := file.TryLock()
	switch {
	case err != nil:
		return errUnlockable
	case !taken:
		return inUse(project)
	}
	defer file.Unlock()
	if isCurrent(file, path) && os.Remove(path) != nil {
		return errUnlockable
	}
	return nil
}

// isCurrent reports whether the locked file is still the one of that name.
func isCurrent(file *flock.Flock, path string) bool {
	locked, err := file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(path)
	return err == nil && os.SameFile(locked, named)
}

// writeHolder notes who has the lock. It is for the message only, so that it
// does not matter if it cannot be written.
func writeHolder(path string) {
	host, _ := os.Hostname()
	note, err := json.Marshal(holder{host, os.Getpid(), time.Now().UTC().Truncate(time.Second)})
	if err == nil {
		_ = os.WriteFile(path, append(note, '\n'), 0o644)
	}
}

func inUse(project string) error {
	return fail(ErrInUse, "%s is open in another window%s; close it there first", project, readHolder(project+".lock"))
}

// readHolder is who has a lock, in brackets; empty if that is not known.
func readHolder(path string) string {
	var h holder
	note, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(note, &h) != nil || h.Pid == 0 {
		return ""
	}
	since := h.Since.Local()
	form := "15:04"
	if time.Since(since) > 12*time.Hour {
		form = "2 January 2006 15:04"
	}
	return fmt.Sprintf(" (pid %d on %s since %s)", h.Pid, h.Host, since.Format(form))
}

// release gives the lock back and takes its file away. Releasing nil does
// nothing.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	// While it is locked nobody else can take it in between. Windows removes
	// no open file, so there it comes after, and fails if another has it.
	removed := os.Remove(l.file.Path()) == nil
	err := l.file.Unlock()
	if !removed && runtime.GOOS == "windows" {
		_ = os.Remove(l.file.Path())
	}
	return err
}
