package storage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A Snapshot is a verified copy of a project, as it was at one moment. It is a
// project file itself.
type Snapshot struct {
	Path string
	At   time.Time // UTC, in whole seconds
	Last int64     // the number of the project's last edit in it; 0: none
	Size int64     // bytes
}

// snapshotsSuffix is what the folder of a project's snapshots adds to its name.
const snapshotsSuffix = ".snapshots"

// snapshotTime is how a snapshot's name begins; the number of its last edit
// follows. Windows takes no colons.
const snapshotTime = "2006-01-02T15-04-05Z"

// unfinishedSuffix marks a copy that is not whole or not verified yet.
const unfinishedSuffix = ".tmp"

// Name is the snapshot's file name without its extension.
func (s Snapshot) Name() string { return strings.TrimSuffix(filepath.Base(s.Path), Extension) }

// Snapshots lists the snapshots of a project file, the newest first. None is an
// empty list. The project may be open or damaged.
func Snapshots(project string) ([]Snapshot, error) {
	folder := project + snapshotsSuffix
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fail(err, "the snapshots in %s cannot be listed: %v", folder, err)
	}
	var all []Snapshot
	for _, entry := range entries {
		info, err := entry.Info()
		if s, ok := readSnapshotName(entry.Name()); ok && err == nil && info.Mode().IsRegular() {
			s.Path, s.Size = filepath.Join(folder, entry.Name()), info.Size()
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b Snapshot) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Last, a.Last))
	})
	return all, nil
}

// readSnapshotName takes a snapshot's name apart.
func readSnapshotName(name string) (s Snapshot, ok bool) {
	name, ok = strings.CutSuffix(name, Extension)
	if !ok || len(name) < len(snapshotTime)+2 {
		return s, false
	}
	at, err := time.Parse(snapshotTime, name[:len(snapshotTime)])
	if err != nil {
		return s, false
	}
	s.At = at
	_, err = fmt.Sscanf(name[len(snapshotTime):], "-%d", &s.Last)
	return s, err == nil
}

// Snapshots lists the project's snapshots, the newest first.
func (p *Project) Snapshots() ([]Snapshot, error) { return Snapshots(p.path) }

// Snapshot keeps a verified copy of the project beside it, in the folder
// NAME.gloss.snapshots, and thins out the older ones. It reads only, so that
// work goes on meanwhile; cancelling ctx leaves nothing behind.
func (p *Project) Snapshot(ctx context.Context) (Snapshot, error) {
	folder := p.path + snapshotsSuffix
	err := os.MkdirAll(folder, 0o755)
	if err != nil {
		return Snapshot{}, fail(err, "no snapshot of %s can be kept: the folder %s cannot be made (%v)", p.path, folder, err)
	}
	// Its own name is to survive a power cut too. Windows syncs no folders.
	_ = syncFile(filepath.Dir(folder))
	removeUnfinished(folder)
	state, err := readFileState(p.reader.WithContext(ctx))
	if err != nil {
		return Snapshot{}, explain(p.path, err)
	}
	s := Snapshot{At: time.Now().UTC().Truncate(time.Second), Last: state.last}
	s.Path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", s.At.Format(snapshotTime), s.Last, Extension))
	if err := p.copyTo(ctx, state, s.Path); err != nil {
		return Snapshot{}, fmt.Errorf("keep a snapshot of %s: %w", p.path, explain(p.path, err))
	}
	if info, err := os.Stat(s.Path); err == nil {
		s.Size = info.Size()
	}
	return s, p.thin(s.At)
}

// copyTo puts a verified copy of the project into its place, over a connection
// of its own: those that read cannot write other files either.
func (p *Project) copyTo(ctx context.Context, state fileState, target string) error {
	db, err := connect(p.file, p.folder.in(copying), 1)
	if err != nil {
		return err
	}
	return errors.Join(copyVerified(ctx, db, state, target, &p.snapshotting), disconnect(db))
}

// SnapshotIfChanged keeps a snapshot if something was labelled since the last
// one, and tells whether it did.
func (p *Project) SnapshotIfChanged(ctx context.Context) (Snapshot, bool, error) {
	changed, err := p.changedSinceSnapshot(ctx)
	if err != nil || !changed {
		return Snapshot{}, false, err
	}
	s, err := p.Snapshot(ctx)
	return s, err == nil, err
}

// changedSinceSnapshot reports whether there are edits that no snapshot has.
func (p *Project) changedSinceSnapshot(ctx context.Context) (bool, error) {
	all, err := p.Snapshots()
	if err != nil {
		return false, err
	}
	var newest Snapshot
	if len(all) > 0 {
		newest = all[0]
	}
	var last int64
	err = p.reader.WithContext(ctx).Raw("SELECT coalesce(max(seq), 0) FROM edits").Scan(&last).Error
	return last != newest.Last, explain(p.path, err)
}

// removeUnfinished takes away copies that were never finished: the program was
// killed, or the computer went off.
func removeUnfinished(folder string) {
	left, _ := filepath.Glob(filepath.Join(globEscape(folder), "*"+unfinishedSuffix+"*"))
	for _, path := range left {
		_ = os.Remove(path)
	}
}

// globEscape is a path that a pattern takes as it is.
func globEscape(path string) string {
	if filepath.Separator == '\\' {
		return path // Windows has no way to
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}
