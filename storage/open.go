package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Open opens a project file and keeps others from opening it until Close. A
// file, folder or medium that cannot be written is opened read-only: from a
// copy, which SQLite needs to be able to write beside it.
func Open(path string) (*Project, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := checkFile(path); err != nil {
		return nil, err
	}
	file, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	taken, err := takeLock(file)
	if err != nil && !errors.Is(err, errUnlockable) {
		return nil, err
	}
	if err := checkHeader(file, len(schema)); err != nil {
		return nil, errors.Join(lostHeader(file, err), taken.release())
	}
	if taken == nil || !writable(file) {
		return openCopy(file, taken)
	}
	return open(file, taken, FolderOf(file))
}

// checkFile says why a path is no file that can be opened.
func checkFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return unreadable(path, err)
	case info.IsDir():
		return fail(ErrNotProject, "%s is a folder: choose a project file in it", path)
	case !info.Mode().IsRegular():
		return notProject(path)
	}
	return nil
}

// writable reports whether a file may be written. Its write protection counts
// even for those who could override it.
func writable(path string) bool {
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&0o222 == 0 {
		return false
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	return file.Close() == nil
}

// open opens a project that can be written. The lock is the project's from
// here on, also when opening fails.
func open(path string, taken *lock, folder Folder) (*Project, error) {
	p := &Project{path: path, lock: taken, searcher: fts5{}, unsure: unsure(path), folder: folder}
	err := explain(path, p.connect(path))
	if err == nil {
		p.opened, err = os.Stat(path)
	}
	if err == nil {
		return p, nil
	}
	err = errors.Join(err, disconnect(p.reader), disconnect(p.writer))
	if errors.Is(err, ErrDamaged) {
		return openDamaged(path, taken, err)
	}
	return nil, errors.Join(err, taken.release())
}

// lostHeader is what is wrong with a file that cannot be a project, but was one
// if there are snapshots of it.
func lostHeader(path string, err error) error {
	if all, _ := Snapshots(path); len(all) > 0 && errors.Is(err, ErrNotProject) {
		return damaged(path, fmt.Errorf("%s is damaged: it is no project any more", path))
	}
	return err
}

// connect opens the two pools, looks the file over, brings the schema up to date and reads what is
// kept at hand.
func (p *Project) connect(file string) (err error) {
	p.file = file
	if p.writer, err = connect(file, p.folder.in(writing), writers); err != nil {
		return err
	}
	if p.damage == nil {
		if err = lookOver(p.writer, file, p.unsure); err != nil {
			return err
		}
	}
	if p.old, err = upgrade(p.writer, file, schema); err != nil {
		return err
	}
	if p.reader, err = connect(file, p.folder.in(reading), readers); err != nil {
		return err
	}
	p.scheme, err = lastScheme(p.reader)
	return err
}

// openCopy opens a project that cannot be written.
func openCopy(path string, taken *lock) (*Project, error) {
	p := &Project{path: path, lock: taken, searcher: fts5{}, readOnly: true}
	if err := p.connectCopy(); err != nil {
		return nil, errors.Join(explain(path, err), p.Close())
	}
	return p, nil
}

func (p *Project) connectCopy() (err error) {
	if p.temp, err = os.MkdirTemp("", "glossator-*"); err != nil {
		return err
	}
	file, err := copyDatabase(p.path, p.temp)
	if err != nil {
		return err
	}
	err = p.connect(file)
	p.old = "" // the file itself is as it was
	return err
}

func lastScheme(db *gorm.DB) (annotate.Scheme, error) {
	var row schemeRow
	if err := db.Order("revision DESC").Take(&row).Error; err != nil {
		return annotate.Scheme{}, err
	}
	var scheme annotate.Scheme
	err := json.Unmarshal([]byte(row.Body), &scheme)
	return scheme, err
}
