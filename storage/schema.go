package storage

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gorm.io/gorm"
)

//go:embed sqlite/*.sql
var stepFiles embed.FS

// A step is a numbered change of the schema: steps[0] is number 1.
type step string

// schema is all steps up to this version of the program.
var schema = readSteps(stepFiles)

// readSteps reads sqlite/0001.sql, 0002.sql and so on.
func readSteps(files fs.FS) []step {
	var steps []step
	for {
		text, err := fs.ReadFile(files, fmt.Sprintf("sqlite/%04d.sql", len(steps)+1))
		if err != nil {
			return steps
		}
		steps = append(steps, step(text))
	}
}

// upgrade brings a project file to the last step, after a copy of it was put
// beside it, whose path it tells; empty when there was nothing to do. It fails
// with ErrNewer when the file is further on.
func upgrade(db *gorm.DB, path string, steps []step) (kept string, err error) {
	version, err := schemaVersion(db)
	if err != nil {
		return "", err
	}
	if err := checkVersion(path, version, len(steps)); err != nil || version == len(steps) {
		return "", err
	}
	kept, err = copyBeforeStep(db, path, version)
	if err != nil {
		return "", fmt.Errorf("keep a copy of %s before it is brought up to date: %w", path, err)
	}
	return kept, takeSteps(db, steps, version)
}

func schemaVersion(db *gorm.DB) (int, error) {
	var version int
	return version, db.Raw("PRAGMA user_version").Scan(&version).Error
}

// takeSteps takes the steps behind version, each in a transaction of its own.
func takeSteps(db *gorm.DB, steps []step, version int) error {
	// A step may rebuild tables that others point at. SQLite ignores this
	// setting inside a transaction.
	if err := db.Exec("PRAGMA foreign_keys=OFF").Error; err != nil {
		return err
	}
	for i := version; i < len(steps); i++ {
		if err := takeStep(db, steps[i], i+1); err != nil {
			return fmt.Errorf("schema step %d: %w", i+1, err)
		}
	}
	return db.Exec("PRAGMA foreign_keys=ON").Error
}

func takeStep(db *gorm.DB, s step, number int) error {
	return db.Transaction(func(tx *gorm.DB) error {
		if err := tx.Exec(string(s)).Error; err != nil {
			return err
		}
		broken, err := brokenReferences(tx)
		if err != nil {
			return err
		}
		if len(broken) > 0 {
			return fmt.Errorf("it would leave %d rows without what they point at", len(broken))
		}
		return tx.Exec(fmt.Sprintf("PRAGMA user_version=%d", number)).Error
	})
}

// A reference is a row that points at one that is not there.
type reference struct {
	Table  string
	Rowid  int64
	Parent string
}

func brokenReferences(db *gorm.DB) ([]reference, error) {
	var broken []reference
	return broken, db.Raw("PRAGMA foreign_key_check").Scan(&broken).Error
}

// copyBeforeStep puts a verified copy of the project beside it:
// news.gloss.v1.bak or, when there is such a copy, news.gloss.v1-2.bak.
func copyBeforeStep(db *gorm.DB, path string, version int) (string, error) {
	state, err := readFileState(db)
	if err != nil {
		return "", err
	}
	target := fmt.Sprintf("%s.v%d.bak", path, version)
	for n := 2; exists(target); n++ {
		target = fmt.Sprintf("%s.v%d-%d.bak", path, version, n)
	}
	return target, copyVerified(context.Background(), db, state, target, nil)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// publish gives a finished file its name for good, power cuts included.
func publish(unfinished, target string) error {
	if err := syncFile(unfinished); err != nil {
		return err
	}
	if err := os.Rename(unfinished, target); err != nil {
		return err
	}
	// Windows syncs no folders, and need not.
	_ = syncFile(filepath.Dir(target))
	return nil
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		file, err = os.Open(path) // a folder
	}
	if err != nil {
		return err
	}
	defer file.Close()
	return file.Sync()
}
