package window

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/glossator/glossator/storage"
)

// checkPause is how long a project is open before all of it is checked, when that is due.
const checkPause = 30 * time.Second

// checkWhenDue checks all of the project beside the window when that was not done for a week. On a
// network it would keep others, and the user, from saving.
func (w *Window) checkWhenDue() {
	project := w.project
	if project.Folder().Kind == storage.Network {
		return
	}
	type checked struct {
		due      bool
		problems []storage.Problem
	}
	ask(w, &w.checking, 0, func(ctx context.Context) (c checked, err error) {
		if c.due, err = project.CheckDue(ctx); c.due && err == nil {
			c.problems, err = project.Check(ctx)
		}
		return c, err
	}, func(c checked, err error) {
		switch {
		case err != nil:
			w.say("The project could not be checked. " + sentence(err.Error()))
		case len(c.problems) > 0:
			w.tellProblems(c.problems)
		case c.due:
			w.say("The whole project was checked, as it is once a week: it is sound")
		}
	})
}

// checkProject checks all of the project now.
func (w *Window) checkProject() {
	project := w.project
	work(w, "Checking "+filepath.Base(project.Path()), func(ctx context.Context, say func(string)) ([]storage.Problem, error) {
		say("Reading every article, label and edit…")
		return project.Check(ctx)
	}, func(problems []storage.Problem, err error) {
		switch {
		case err != nil:
			w.showError("The project could not be checked", err, "")
		case len(problems) > 0:
			w.tellProblems(problems)
		default:
			w.tell("This project is sound", words("Every text is as it was imported, every history leads to the labels that are there, and the parts of the file fit together."), fyne.NewSize(480, 0))
		}
	})
}

// tellProblems says what is wrong with the open project, and offers what can be done.
func (w *Window) tellProblems(problems []storage.Problem) {
	var lines []string
	for _, p := range problems {
		lines = append(lines, sentence(p.String()))
	}
	body := container.NewVBox(words("Something in the project file has changed that nobody edited. Keep a copy of the file, and go back to a snapshot or save what can be read into a new project."))
	addListing(body, "What is wrong", lines)
	d := w.newDialog("Something is wrong with this project", body)
	w.offerRepair(d, w.project.Path())
	d.primary("Go on", d.close)
	w.say("Something is wrong with this project. " + lines[0])
	d.show(fyne.NewSize(600, 0))
}
