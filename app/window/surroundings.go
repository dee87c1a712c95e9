package window

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/glossator/glossator/storage"
)

// filePeriod is how often it is looked whether the project's file is where it was.
const filePeriod = 10 * time.Second

// lookAfterProject looks after the open project beside the window, until it is closed: it keeps
// snapshots, sees that the file is where it was, and has all of it checked once a week.
func (w *Window) lookAfterProject() {
	ctx, cancel := context.WithCancel(context.Background())
	w.stopLooking = cancel
	each(ctx, snapshotPeriod, w.snapshotNow)
	each(ctx, filePeriod, w.lookForFile)
	project := w.project
	w.later(checkPause, func() {
		if w.project == project {
			w.checkWhenDue()
		}
	})
}

// lookForFile sees beside the window whether the project's file is where it was, and tells when that
// has changed.
func (w *Window) lookForFile() {
	project := w.project
	if project == nil || project.ReadOnly() {
		return
	}
	ask(w, &w.looking, 0, func(context.Context) (bool, error) { return true, project.Vanished() }, func(_ bool, err error) {
		switch {
		case err != nil:
			w.tellVanished(err)
		case w.gone:
			w.gone = false
			w.say("The project file is back where it was; you can go on")
		}
	})
}

// tellVanished says once that the project's file is gone, and offers what was kept of it.
func (w *Window) tellVanished(vanished error) {
	said := sentence(vanished.Error())
	w.say("The project file is gone. " + said)
	if w.gone {
		return
	}
	w.gone = true
	d := w.newDialog("The project file is gone", container.NewVBox(words(said),
		padded(8, 0, 0, 0, words("If you put the file back where it was you can go on here; until then nothing is saved."))))
	if kept := w.project.Kept(); kept != "" {
		d.button("Look only", d.close)
		d.primary("Open what was kept", func() {
			d.close()
			w.open(kept)
		})
	} else {
		d.primary("Look only", d.close)
	}
	d.show(fyne.NewSize(600, 0))
}

// tellFolder says what to know about the folder that the project lies in, once for each project.
func (w *Window) tellFolder() {
	p := w.project
	title := map[storage.FolderKind]string{storage.Synced: "This folder is synchronised", storage.Network: "This is a network folder"}[p.Folder().Kind]
	w.say(p.Folder().Advice())
	if key := keyFolder + p.Path(); w.prefs.String(key) != title {
		w.prefs.SetString(key, title)
	} else {
		return
	}
	d := w.newDialog(title, words(p.Folder().Advice()))
	d.button("Copy it to another folder…", func() {
		d.close()
		w.askCopy()
	})
	d.primary("Go on here", d.close)
	d.show(fyne.NewSize(560, 0))
}

// askCopy asks for the file that is to be a copy of the project, makes it and goes on there.
func (w *Window) askCopy() {
	project := w.project
	name := strings.TrimSuffix(filepath.Base(project.Path()), storage.Extension)
	w.askPath(pathQuestion{title: "Copy the project", button: "Copy it", path: filepath.Join(documents(), name+storage.Extension), save: true,
		about: "A copy of the whole project is made, with its history, and opened. The file here stays as it is."},
		func(to string) {
			work(w, "Copying "+filepath.Base(project.Path()), func(ctx context.Context, say func(string)) (string, error) {
				say("Copying…")
				return to, project.SaveCopy(ctx, to)
			}, func(to string, err error) {
				if err != nil {
					w.showError("The project was not copied", err, "")
					return
				}
				w.open(to)
			})
		})
}
