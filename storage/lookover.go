package storage

import (
	"context"
	"errors"
	"fmt"
	"math"

	"gorm.io/gorm"
)

// How large a file may be, in bytes, to be looked over page by page at opening.
// After a crash it may take some seconds.
const (
	lookOverAlways = 4 << 20
	lookOverUnsure = 1 << 30
)

// lastEdits is how many edits at the end of the history are checked at every
// opening, as no layer's reading may have come by them for long.
const lastEdits = 50

// unsure reports whether a project was not closed the last time it was open:
// its log or journal, which closing takes away, is there.
func unsure(path string) bool { return exists(path+"-wal") || exists(path+"-journal") }

// lookOver checks a file in proportion to its size, and to how it was left. It
// fails with ErrDamaged.
func lookOver(db *gorm.DB, path string, unsure bool) error {
	size := sizeOf(path)
	if size <= lookOverAlways || unsure && size <= lookOverUnsure {
		if err := checkPages(db, path, nil); err != nil {
			return err
		}
	}
	_, err := checkEdits(db, path, math.MaxInt64, lastEdits)
	return err
}

// Damage is why a project was opened for reading only although its file can be
// written: it is damaged. The error is a sentence that says what to do, nil if
// nothing was found wrong at opening; [Project.Check] looks at everything.
func (p *Project) Damage() error { return p.damage }

// openDamaged opens a damaged project for reading, where that can be done. The
// file stays as it is.
func openDamaged(path string, taken *lock, cause error) (*Project, error) {
	p := &Project{path: path, lock: taken, searcher: fts5{}, readOnly: true, damage: damaged(path, cause)}
	if err := p.connectCopy(); err != nil {
		return nil, errors.Join(p.damage, p.Close())
	}
	return p, nil
}

// damaged says what can be done about a damaged project.
func damaged(path string, cause error) error {
	says := fmt.Sprintf("%v. Keep a copy of the file. ", cause)
	if good, found := newestGood(path); found {
		return fail(ErrDamaged, "%sThe snapshot of %s is sound: restore it, or save what can still be read into a new project", says,
			good.At.Local().Format("2 January 2006 15:04"))
	}
	return fail(ErrDamaged, "%sThere is no sound snapshot of it: save what can still be read into a new project", says)
}

// snapshotsTried is how many snapshots are looked at for a sound one.
const snapshotsTried = 5

// newestGood is the newest snapshot that is sound.
func newestGood(path string) (Snapshot, bool) {
	all, _ := Snapshots(path)
	for _, s := range all[:min(snapshotsTried, len(all))] {
		if verifyAlone(context.Background(), s.Path) == nil {
			return s, true
		}
	}
	return Snapshot{}, false
}
