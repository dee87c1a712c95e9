package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Restore puts a snapshot in the place of a project that is not open, which may
// be damaged or missing. What was there is kept aside: its new name, empty if
// there was nothing, is the answer. The snapshot stays where it is.
func Restore(ctx context.Context, project, snapshot string) (aside string, err error) {
	if project, err = filepath.Abs(project); err != nil {
		return "", err
	}
	if file, err := filepath.EvalSymlinks(project); err == nil {
		project = file
	}
	taken, err := takeLock(project)
	if errors.Is(err, errUnlockable) {
		return "", fail(ErrReadOnly, "%s cannot be restored: you may not write in its folder", project)
	}
	if err != nil {
		return "", err
	}
	aside, err = restore(ctx, project, snapshot)
	return aside, errors.Join(err, taken.release())
}

func restore(ctx context.Context, project, snapshot string) (string, error) {
	if err := checkFile(snapshot); err != nil {
		return "", err
	}
	if err := checkHeader(snapshot, len(schema)); err != nil {
		return "", err
	}
	if sizeOf(snapshot+"-wal") > 0 {
		return "", fail(ErrInUse, "%s was opened as a project of its own and not closed: open and close it first", snapshot)
	}
	unfinished := project + ".restoring"
	removeDatabase(unfinished)
	defer removeDatabase(unfinished)
	if err := copyFile(snapshot, unfinished); err != nil {
		return "", explain(project, err)
	}
	err := verifyAlone(ctx, unfinished)
	if errors.Is(err, context.Canceled) {
		return "", err
	}
	if err != nil {
		return "", fail(ErrDamaged, "the snapshot %s is damaged (%v): take another", snapshot, err)
	}
	if err := syncFile(unfinished); err != nil {
		return "", err
	}
	aside, err := putAside(project, time.Now())
	if err != nil {
		return "", err
	}
	return aside, publish(unfinished, project)
}

// verifyAlone makes sure that a file is a whole project, in which nothing that a
// hash covers was changed.
func verifyAlone(ctx context.Context, path string) error {
	db, err := peek(path)
	if err != nil {
		return err
	}
	state, err := readFileState(db)
	if err == nil {
		err = verifyOpen(db.WithContext(ctx), path, state, nil)
	}
	if err == nil {
		err = checkHashes(db.WithContext(ctx), path)
	}
	return errors.Join(err, disconnect(db))
}

// putAside gives the file of a project another name, and to what SQLite keeps
// beside it: its log holds its last edits, and must not come to lie beside
// another file.
func putAside(project string, now time.Time) (string, error) {
	if _, err := os.Lstat(project); errors.Is(err, fs.ErrNotExist) {
		return "", errors.Join(os.RemoveAll(project+logs[0]), os.RemoveAll(project+logs[1]))
	}
	aside := freeName(project, "replaced", now)
	if err := os.Rename(project, aside); err != nil {
		return "", fail(err, "%s cannot be put aside: %v", project, err)
	}
	for _, log := range logs {
		if err := os.Rename(project+log, aside+log); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return aside, fail(err, "%s cannot be put aside: %v", project+log, err)
		}
	}
	_ = os.Remove(project + "-shm")
	return aside, nil
}
