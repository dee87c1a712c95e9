package storage

import (
	"bytes"
	"context"
	"errors"

	"os"
	"path/filepath"

	"gorm.io/gorm"
)

// A fileState is how far a project file has come: what tells a whole copy from
// another.
type fileState struct {
	project string // its uid
	version int    // of the schema
	last    int64  // the number of the last edit; 0: none
	hash    []byte // of the last edit
}

// readFileState reads how far a project is.
func readFileState(db *gorm.DB) (fileState, error) {
	s := fileState{}
	var err error
	if s.version, err = schemaVersion(db); err != nil {
		return s, err
	}
	if err := db.Raw("SELECT value FROM meta WHERE key = 'project'").Scan(&s.project).Error; err != nil {
		return s, err
	}
	var edit editRow
	err = db.Order("seq DESC").Limit(1).Take(&edit).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return s, nil
	}
	s.last, s.hash = edit.Seq, edit.Hash
	return s, err
}

// has reports whether a database of state s holds the edit that was the last
// of another.
func (s fileState) has(db *gorm.DB, other fileState) (bool, error) {
	if other.last == 0 {
		return true, nil
	}
	var edit editRow
	err := db.Where("seq = ?", other.last).Take(&edit).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return false, nil
	}
	return bytes.Equal(edit.Hash, other.hash), err
}

// copyVerified puts a copy of a database into its place, once it is whole and
// on the disk. It holds at least what state says.
func copyVerified(ctx context.Context, db *gorm.DB, state fileState, target string, told *progress) error {
	unfinished := target + unfinishedSuffix
	removeDatabase(unfinished)
	defer removeDatabase(unfinished)
	told.begin(db, unfinished)
	defer told.end()
	if err := db.WithContext(ctx).Exec("VACUUM INTO ?", unfinished).Error; err != nil {
		return err
	}
	if err := verify(ctx, unfinished, state, told); err != nil {
		return err
	}
	return publish(unfinished, target)
}

// peek opens a project file to look at it, without a lock and without writing
// anything beside it. What is in its log it does not see.
func peek(path string) (*gorm.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return connect(path, "mode=ro&immutable=1&"+looking, 1)
}

// verify makes sure that a copy is whole and holds what state says.
func verify(ctx context.Context, path string, state fileState, told *progress) error {
	db, err := peek(path)
	if err != nil {
		return err
	}
	return errors.Join(verifyOpen(db.WithContext(ctx), path, state, told), disconnect(db))
}

func verifyOpen(db *gorm.DB, path string, state fileState, told *progress) error {
	if err := checkPages(db, path, told); err != nil {
		return err
	}
	got, err := readFileState(db)
	if err != nil {
		return err
	}
	there, err := got.has(db, state)
	switch {
	case err != nil:
		return err
	case got.project != state.project || got.version != state.version || !there:
		return fail(ErrDamaged, "the copy %s lacks what was there: see that its disk is sound, and try again", path)
	}
	return checkHeads(db, path)
}

// checkHeads makes sure that every layer's last edit is there, and that all are
// counted.
func checkHeads(db *gorm.DB, path string) error {
	var broken, missing int64
	err := db.Raw("SELECT count(*) FROM layers l WHERE l.edits > 0 AND NOT EXISTS (SELECT 1 FROM edits e WHERE e.hash = l.head)").Scan(&broken).Error
	if err != nil {
		return err
	}
	err = db.Raw("SELECT (SELECT coalesce(sum(edits), 0) FROM layers) - (SELECT count(*) FROM edits)").Scan(&missing).Error
	if err == nil && (broken != 0 || missing != 0) {
		return fail(ErrDamaged, "%s lacks edits: those of %d layers", path, max(broken, 1))
	}
	return err
}

// sizeOf is the size of a file in bytes; 0 when it is not there.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
