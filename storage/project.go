package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Extension is what the name of a project file ends in.
const Extension = ".gloss"

// A Project is an open project file. Its methods may be called from several
// goroutines; a Saver is for one.
type Project struct {
	path     string
	readOnly bool
	old      string // the copy that was kept when it was brought up to date
	temp     string // the folder with the copy of a read-only project
	folder   Folder // that path is in
	file     string // what is open: path, or the copy
	lock     *lock
	writer   *gorm.DB
	reader   *gorm.DB
	searcher searcher

	opened os.FileInfo // what path was when it was opened for writing
	kept   string      // where the project was saved when its file was gone

	unsure  bool // it was not closed the last time
	damage  error
	missing error

	mark  *os.File // where its last edit is noted; nil: nowhere
	uid   string
	noted int64 // the number of the edit that was noted last

	snapshotting progress // of the snapshot that is being kept

	writeMu   sync.Mutex // held by whoever writes
	importing atomic.Bool

	schemeMu sync.Mutex
	scheme   annotate.Scheme
}

// Path is the project file, absolute and without symbolic links.
func (p *Project) Path() string { return p.path }

// ReadOnly reports whether nothing can be saved: the file, its folder or its
// medium cannot be written.
func (p *Project) ReadOnly() bool { return p.readOnly }

// Upgraded is the copy that was kept of the file when opening it brought it up
// to date, as an older version of the program had made it; empty if it was not.
func (p *Project) Upgraded() string { return p.old }

// Files are a project file and those that may lie beside it while it is open:
// they are no data of their own, and while it is open here nobody else may open
// them.
func Files(project string) []string {
	files := []string{project}
	for _, suffix := range []string{"-wal", "-shm", "-journal", ".lock", ".new"} {
		files = append(files, project+suffix)
	}
	return files
}

// Discard closes a project and takes its file away, before anybody else can
// open it.
func (p *Project) Discard() error {
	if p.readOnly {
		return fail(ErrReadOnly, "%s cannot be removed: it is open for reading only", p.path)
	}
	err := errors.Join(disconnect(p.reader), disconnect(p.writer))
	p.opened = nil
	for _, file := range Files(p.path) {
		if file != p.path+".lock" && err == nil {
			err = ignoreMissing(os.Remove(file))
		}
	}
	return errors.Join(err, p.Close())
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Folder is what is known of where the project lies.
func (p *Project) Folder() Folder { return p.folder }

// Close gives the project back. Closing it twice does nothing. When its file is
// gone the error says where all that it held was kept.
func (p *Project) Close() error {
	p.writeMu.Lock() // others may be looking for the file
	err := p.vanished()
	p.opened = nil
	p.writeMu.Unlock()
	err = errors.Join(err, disconnect(p.reader), disconnect(p.writer))
	if p.mark != nil {
		p.mark.Close()
		p.mark = nil
	}
	if p.temp != "" {
		err = errors.Join(err, os.RemoveAll(p.temp))
	}
	err = errors.Join(err, p.lock.release())
	p.lock, p.temp = nil, ""
	return err
}

// read runs a function on the file as it is at one moment.
func (p *Project) read(ctx context.Context, do func(tx *gorm.DB) error) error {
	return explain(p.path, p.reader.WithContext(ctx).Transaction(do))
}

// write runs a function in a transaction that is kept when it returns nil and
// leaves nothing otherwise. While an import is running it fails with ErrBusy
// rather than keep a window waiting.
func (p *Project) write(ctx context.Context, do func(tx *gorm.DB) error) error {
	if p.importing.Load() {
		return p.busy()
	}
	return p.transact(ctx, do)
}

// writeLong is write for work that takes its time.
func (p *Project) writeLong(ctx context.Context, do func(tx *gorm.DB) error) error {
	if !p.importing.CompareAndSwap(false, true) {
		return p.busy()
	}
	defer p.importing.Store(false)
	p.cache(importCache)
	defer p.cache(usualCache)
	return p.transact(ctx, do)
}

// How much of the file the writing connection keeps in memory, in KiB. What an
// import adds to the indexes lies all over them.
const (
	usualCache  = 2_000
	importCache = 64_000
)

// cache sets how much of the file is kept in memory. It only makes things
// faster.
func (p *Project) cache(kilobytes int) {
	if p.writer == nil {
		return
	}
	_ = p.writer.Exec(fmt.Sprintf("PRAGMA cache_size=-%d", kilobytes))
	if kilobytes == usualCache {
		_ = p.writer.Exec("PRAGMA shrink_memory")
	}
}

func (p *Project) busy() error {
	return fail(ErrBusy, "an import into %s is running: wait until it has ended, or cancel it", p.path)
}

func (p *Project) transact(ctx context.Context, do func(tx *gorm.DB) error) error {
	if p.damage != nil {
		return fail(ErrReadOnly, "nothing can be saved in %s, because it is damaged: restore a snapshot, or save what can still be read into a new project", p.path)
	}
	if p.readOnly {
		return fail(ErrReadOnly, "%s is open for reading only, because it cannot be written: copy it to a folder of your own and open it there", p.path)
	}
	p.writeMu.Lock()
	defer p.writeMu.Unlock()
	if err := p.vanished(); err != nil {
		return err
	}
	err := explain(p.path, p.writer.WithContext(ctx).Transaction(do))
	if err == nil {
		err = p.vanished() // a file that has no name keeps nothing
	}
	if err == nil {
		p.note()
	}
	return err
}
