package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/glossator/glossator/storage"
)

// openAtOnce is up to how many bytes a project file is opened on the spot. Looking over a larger one
// may take a second, during which the window is to answer.
const openAtOnce = 32 << 20

// open opens a project. When it cannot be, the one that is open stays.
func (w *Window) open(path string) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if w.project != nil && w.project.Path() == path {
		return
	}
	then := func(project *storage.Project, err error) { w.openedProject(path, project, err) }
	if info, err := os.Stat(path); err != nil || info.Size() <= openAtOnce {
		then(openProject(path))
		return
	}
	work(w, "Opening "+filepath.Base(path), func(ctx context.Context, say func(string)) (*storage.Project, error) {
		say("Looking it over…")
		project, err := openProject(path)
		if err == nil && ctx.Err() != nil {
			return nil, errors.Join(ctx.Err(), project.Close())
		}
		return project, err
	}, then)
}

// openProject opens a project and keeps a mark of its last edit from here on.
func openProject(path string) (*storage.Project, error) {
	project, err := storage.Open(path)
	if err == nil {
		keepMark(project)
	}
	return project, err
}

// keepMark keeps a mark of a project's last edit among the user's settings.
func keepMark(project *storage.Project) {
	if folder, err := storage.Marks(); err == nil {
		project.Remember(folder)
	}
}

// openedProject goes on with a project that was opened, or says why it was not.
func (w *Window) openedProject(path string, project *storage.Project, err error) {
	switch {
	case err == nil:
		w.use(project)
	case errors.Is(err, storage.ErrDamaged):
		w.tellDamage(path, err)
	default:
		if errors.Is(err, os.ErrNotExist) {
			w.prefs.forget(path)
		}
		w.showError("The project cannot be opened", err, "")
	}
}

// tellCondition says what people should know of the project that was opened: it is damaged, edits
// are missing, it was brought up to date, or it can only be read.
func (w *Window) tellCondition() {
	p := w.project
	switch {
	case p.Damage() != nil:
		w.tellDamage(p.Path(), p.Damage())
	case p.Missing() != nil:
		w.tellMissing(p.Missing())
	case p.Upgraded() != "":
		w.say("The project was brought up to date. As it was before it is kept as " + shortPath(p.Upgraded()))
	case p.ReadOnly():
		w.say(w.readOnly())
	case p.Folder().Advice() != "":
		w.tellFolder()
	}
}
