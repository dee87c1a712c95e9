package window

import (
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/assets"
	"github.com/glossator/glossator/storage"
)

// use goes on with a project that was opened or made, once it is known who the user is in it.
func (w *Window) use(project *storage.Project) {
	w.recognise(project, func(author annotate.Author, err error) {
		if err != nil && !project.ReadOnly() {
			w.showError("The project cannot be opened", errors.Join(err, project.Close()), "")
			return
		}
		w.useAs(project, author)
	})
}

// useAs goes on with a project as an author of it.
func (w *Window) useAs(project *storage.Project, author annotate.Author) {
	w.closeProject()
	w.project, w.author = project, author
	w.prefs.opened(project.Path())
	w.showTitle()
	w.showScheme()
	w.list.reload()
	w.resume()
	w.showArticle()
	w.say("Opened " + shortPath(project.Path()))
	w.lookAfterProject()
	w.tellCondition()
}

// closeProject gives the open project back.
func (w *Window) closeProject() {
	if w.project == nil {
		return
	}
	w.leaveArticle()
	project := w.project
	w.search.forget()
	w.list.asked.drop()
	w.list.next.drop()
	w.history.forget()
	w.snapshots.forget()
	w.dataset.forget()
	w.snapshotting.drop()
	w.looking.drop()
	w.checking.drop()
	w.stopLooking()
	told := w.gone
	w.gone = false
	w.project, w.painting, w.sweep, w.batch = nil, "", nil, nil
	w.view.SetText("")
	if err := project.Close(); err != nil && !told {
		w.showError("The project was not closed properly", err, "")
	}
}

// showScheme shows the labels of the project's scheme: as buttons, as commands.
func (w *Window) showScheme() {
	w.commands = rekeyed(commandsFor(w.scheme()), w.prefs.keyChanges())
	if w.session != nil {
		w.session.SetScheme(w.scheme())
	}
	w.panel.rebuild()
	w.refreshMenu()
}

func (w *Window) askNew() {
	ask := pathQuestion{title: "New project", button: "Make it", path: filepath.Join(documents(), "Reports"+storage.Extension), save: true,
		about: "A project is one file. It keeps the articles you import and every label you make."}
	w.askPath(ask, w.makeProject)
}

// makeProject makes a project with the default scheme and opens it.
func (w *Window) makeProject(path string) {
	if filepath.Ext(path) == "" {
		path += storage.Extension
	}
	scheme, err := annotate.ParseScheme(assets.SchemeJSON)
	if err == nil {
		var project *storage.Project
		if project, err = storage.Create(path, scheme); err == nil {
			keepMark(project)
			w.use(project)
			return
		}
	}
	w.showError("The project cannot be made", err, "")
}

func (w *Window) askOpen() {
	from := documents()
	if recent := w.prefs.recent(); len(recent) > 0 {
		from = recent[0]
	}
	w.askPath(pathQuestion{title: "Open project", button: "Open", path: from, extensions: []string{storage.Extension}}, w.open)
}

// showRecent offers the projects opened last.
func (w *Window) showRecent() {
	column := container.NewVBox()
	d := w.newDialog("Open recent", container.NewVScroll(column))
	for _, path := range w.prefs.recent() {
		column.Add(d.newButton(shortPath(path), func() {
			d.close()
			w.open(path)
		}))
	}
	d.button("Cancel", d.close)
	d.show(fyne.NewSize(520, 320))
}

// documents is where people keep what they work on.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	folder := filepath.Join(home, "Documents")
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return folder
	}
	return home
}
