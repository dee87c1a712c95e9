package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// ErrVanished says that the file of an open project is not where it was.
var ErrVanished = errors.New("the project file is gone")

// Vanished says that the project's file was moved, removed or replaced while it
// is open, or that its disk is gone; nil if it is where it was. Then nothing can
// be saved, and all that was saved before is put into a new file that the error
// names. When the very same file is back, it can be worked on again.
func (p *Project) Vanished() error {
	p.writeMu.Lock()
	defer p.writeMu.Unlock()
	return p.vanished()
}

// Kept is the file in which all was kept when the project's own was found to be
// gone, see [Project.Vanished]; empty if it was not.
func (p *Project) Kept() string {
	p.writeMu.Lock()
	defer p.writeMu.Unlock()
	return p.kept
}

// vanished is Vanished for whoever writes.
func (p *Project) vanished() error {
	if p.opened == nil {
		return nil
	}
	named, err := os.Stat(p.path)
	if err == nil && os.SameFile(named, p.opened) {
		p.kept = ""
		return nil
	}
	happened := "was moved or removed while it was open"
	if err == nil {
		happened = "was replaced by another file while it was open"
	}
	if p.kept == "" {
		if err := p.keepOpen(); err != nil {
			return fail(ErrVanished, "%s %s, so that nothing can be saved in it, and what it held could not be kept in another file (%v): save a copy of the project elsewhere before you close it", p.path, happened, err)
		}
	}
	return fail(ErrVanished, "%s %s, so that nothing can be saved in it. All that was saved before is in %s: open that", p.path, happened, p.kept)
}

// keepOpen saves what is open in the folder where it was or, where that is gone
// too, at home.
func (p *Project) keepOpen() error {
	// A file that was only moved lacks what is in the log still.
	failed := p.writer.Exec("PRAGMA wal_checkpoint(TRUNCATE)").Error
	home, _ := os.UserHomeDir()
	for _, folder := range []string{filepath.Dir(p.path), home} {
		target := freeName(filepath.Join(folder, filepath.Base(p.path)), "kept", time.Now())
		err := p.saveAs(context.Background(), target)
		if err == nil {
			p.kept = target
			return nil
		}
		failed = errors.Join(failed, err)
	}
	return failed
}

// SaveCopy puts a verified copy of the project into a new file, also when the
// project's own is gone. It fails with fs.ErrExist when there is one of that name.
func (p *Project) SaveCopy(ctx context.Context, to string) error {
	to, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	p.writeMu.Lock()
	defer p.writeMu.Unlock()
	return p.saveAs(ctx, to)
}

func (p *Project) saveAs(ctx context.Context, to string) error {
	if err := checkFree(to); err != nil {
		return err
	}
	state, err := readFileState(p.writer)
	if err == nil {
		err = copyVerified(ctx, p.writer, state, to, nil)
	}
	return explain(to, err)
}

// freeName is a name beside a project that no file has yet: it tells what
// happened and when.
func freeName(project, what string, at time.Time) string {
	stamp := at.UTC().Format(snapshotTime)
	free := fmt.Sprintf("%s.%s-%s%s", project, what, stamp, Extension)
	for n := 2; exists(free); n++ {
		free = fmt.Sprintf("%s.%s-%s-%d%s", project, what, stamp, n, Extension)
	}
	return free
}
