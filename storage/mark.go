package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/glossator/glossator/annotate"
)

// ErrMissing says that edits which were made are not in the file any more.
var ErrMissing = errors.New("edits are missing")

// A mark is what is kept outside of a project file about its last edit: nothing
// inside can tell that the end of the history is gone.
type mark struct {
	Project string `json:"project"`
	Path    string `json:"path"`
	Edit    int64  `json:"edit"`
	Hash    []byte `json:"hash"`
	AtMS    int64  `json:"at_ms"`
}

// Marks is the folder in which programs keep the marks of a user's projects.
func Marks() (string, error) {
	folder, err := os.UserConfigDir()
	return filepath.Join(folder, "glossator", "marks"), err
}

// markSize is the size of a mark's file: it is written over in one go, so that
// it is never half of one and half of another.
const markSize = 4096

// Remember keeps a mark of the project's last edit in a folder, the user's and
// not the project's, from here on. When there was one already and the file
// lacks what it says, that is [Project.Missing]. A mark that cannot be kept
// does no harm.
func (p *Project) Remember(folder string) {
	if p.readOnly && p.damage == nil || os.MkdirAll(folder, 0o700) != nil {
		return
	}
	path := markPath(folder, p.path)
	if was, err := readMark(path); err == nil {
		p.missing = p.compareMark(was)
	}
	if p.readOnly {
		return
	}
	if file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600); err == nil {
		p.mark = file
		p.note()
	}
}

// Missing says that the last edits that were made here are not in the file any
// more: its log was lost, or an older copy was put in its place. Nil if nothing
// is known to be missing.
func (p *Project) Missing() error { return p.missing }

// Forget removes the mark that was kept of a project in a folder: after
// restoring a snapshot, edits are missing because they were meant to.
func Forget(folder, project string) error {
	path, err := filepath.Abs(project)
	if err != nil {
		return err
	}
	if file, err := filepath.EvalSymlinks(path); err == nil {
		path = file
	}
	if err := os.Remove(markPath(folder, path)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func markPath(folder, project string) string {
	return filepath.Join(folder, string(annotate.DerivedID("mark", project))+".json")
}

func readMark(path string) (mark, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return mark{}, err
	}
	var m mark
	return m, json.Unmarshal(text, &m)
}

// note writes down the last edit that is in the file. It asks the connection
// that has just written: those that read may all be busy with long work.
func (p *Project) note() {
	if p.mark == nil {
		return
	}
	if p.uid == "" {
		_ = p.writer.Raw("SELECT value FROM meta WHERE key = 'project'").Scan(&p.uid)
	}
	m := mark{Project: p.uid, Path: p.path}
	err := p.writer.Raw("SELECT seq, hash, at_ms FROM edits ORDER BY seq DESC LIMIT 1").Row().Scan(&m.Edit, &m.Hash, &m.AtMS)
	text, failed := json.Marshal(m)
	if err != nil || failed != nil || len(text) > markSize || m.Edit == p.noted {
		return
	}
	page := make([]byte, markSize)
	for i := copy(page, text); i < markSize; i++ {
		page[i] = ' '
	}
	if _, err := p.mark.WriteAt(page, 0); err == nil {
		p.noted = m.Edit
	}
}

// compareMark says what the file lacks of a mark.
func (p *Project) compareMark(was mark) error {
	state, err := readFileState(p.reader)
	if err != nil || was.Edit == 0 || was.Project != state.project {
		return nil
	}
	there, err := state.has(p.reader, fileState{last: was.Edit, hash: was.Hash})
	if err != nil || there {
		return nil
	}
	when := time.UnixMilli(was.AtMS).Local().Format("2 January 2006 15:04")
	what := fmt.Sprintf("the last %d edits made in %s, up to %s, are", was.Edit-state.last, p.path, when)
	if was.Edit-state.last < 2 {
		what = fmt.Sprintf("the last edits made in %s, up to %s, are", p.path, when)
	}
	all, _ := p.Snapshots()
	for _, s := range all {
		if s.Last > state.last && verify(context.Background(), s.Path, state, nil) == nil {
			return fail(ErrMissing, "%s not in it any more: its log was lost, or an older copy was put in its place. The snapshot of %s has some of them", what, s.At.Local().Format("2 January 2006 15:04"))
		}
	}
	return fail(ErrMissing, "%s not in it any more: its log was lost, or an older copy was put in its place. Look for a newer copy before you go on", what)
}
