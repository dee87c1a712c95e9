package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Create makes a new project file and opens it. It fails, with an error that
// is fs.ErrExist, when there is a file of that name.
func Create(path string, scheme annotate.Scheme) (*Project, error) {
	if err := scheme.Check(); err != nil {
		return nil, fmt.Errorf("make %s: %w", path, err)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	taken, err := takeLock(path)
	if errors.Is(err, errUnlockable) {
		return nil, fail(ErrReadOnly, "%s cannot be made: you may not write in its folder; choose another", path)
	}
	if err != nil {
		return nil, err
	}
	if err := makeFile(path, scheme, FolderOf(path)); err != nil {
		return nil, errors.Join(explain(path, err), taken.release())
	}
	return open(path, taken, FolderOf(path))
}

// makeFile puts a whole new project in its place, or nothing.
func makeFile(path string, scheme annotate.Scheme, folder Folder) error {
	if err := checkFree(path); err != nil {
		return err
	}
	unfinished := path + ".new"
	defer removeDatabase(unfinished)
	removeDatabase(unfinished)
	db, err := connect(unfinished, folder.in(writing), writers)
	if err != nil {
		return err
	}
	if err := errors.Join(furnish(db, scheme), disconnect(db)); err != nil {
		return err
	}
	return publish(unfinished, path)
}

// checkFree refuses a name that a file has, or that has the log of one.
func checkFree(path string) error {
	if exists(path) {
		return fail(fs.ErrExist, "%s is there already: open it, or choose another name", path)
	}
	if !exists(filepath.Dir(path)) {
		return fail(fs.ErrNotExist, "the folder %s is not there: make it first, or choose another", filepath.Dir(path))
	}
	return checkLeft(path)
}

// checkLeft refuses a name beside which lies the log of a project that crashed
// and was taken away: SQLite would write it into the new one.
func checkLeft(path string) error {
	for _, log := range logs {
		log = path + log
		if sizeOf(log) > 0 {
			return fail(fs.ErrExist, "%s is left of another project of this name, and holds its last edits: put that project back beside it, or remove this file, or choose another name", log)
		}
	}
	return nil
}

// removeDatabase takes an unfinished database away, with what SQLite keeps
// beside it.
func removeDatabase(path string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(path + suffix)
	}
}

// furnish makes a project of an empty database.
func furnish(db *gorm.DB, scheme annotate.Scheme) error {
	if err := db.Exec(fmt.Sprintf("PRAGMA application_id=%d", applicationID)).Error; err != nil {
		return err
	}
	if err := takeSteps(db, schema, 0); err != nil {
		return err
	}
	return db.Transaction(func(tx *gorm.DB) error {
		meta := []metaRow{
			{"project", string(annotate.NewID())},
			{"offsets", "Unicode code points"},
			{createdKey, strconv.FormatInt(now(), 10)},
		}
		if err := tx.Create(meta).Error; err != nil {
			return err
		}
		return keepScheme(tx, scheme)
	})
}

// keepScheme adds a revision of the scheme.
func keepScheme(tx *gorm.DB, scheme annotate.Scheme) error {
	body, err := json.Marshal(scheme)
	if err != nil {
		return err
	}
	revision, err := nextID(tx, schemeRow{}.TableName(), "revision")
	if err != nil {
		return err
	}
	if err := tx.Create(&schemeRow{Revision: revision, AtMS: now(), Body: string(body)}).Error; err != nil {
		return err
	}
	return sealedSchemes.put(tx, revision)
}

// nextID is the first key of a table that is free, and so are all behind it.
func nextID(tx *gorm.DB, table, column string) (int64, error) {
	var id int64
	err := tx.Table(table).Select("coalesce(max(" + column + "), 0) + 1").Scan(&id).Error
	return id, err
}

// now is the time as the file keeps it.
func now() int64 { return time.Now().UnixMilli() }
