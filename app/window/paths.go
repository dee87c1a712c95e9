package window

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynedialog "fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/rymdport/portal/filechooser"
)

// A pathQuestion asks for a file or a folder: by its path, or by browsing.
type pathQuestion struct {
	title, button string
	about         string
	path          string // to begin with
	extensions    []string
	folder        bool // a folder is wanted
	either        bool // a folder will do too
	save          bool // it need not be there yet
	many          bool // several may be chosen, one a line
}

// askPath asks and hands over the path, made absolute. A home folder may be written as ~.
func (w *Window) askPath(q pathQuestion, then func(path string)) {
	w.askPaths(q, func(paths []string) { then(paths[0]) })
}

// askPaths asks for one path or, where the question says so, for several.
func (w *Window) askPaths(q pathQuestion, then func(paths []string)) {
	path := newEntry(w)
	path.put(q.path)
	path.SetPlaceHolder(q.wanted())
	body := container.NewVBox()
	if q.about != "" {
		body.Add(words(q.about))
	}
	why := newLine("", theme.SizeNameCaptionText, theme.ColorNameError)
	d := w.newDialog(q.title, body)
	choose := func(paths []string) {
		if len(paths) > 0 {
			d.close()
			then(paths)
		}
	}
	browse := widget.NewButton("Browse…", func() { w.browse(q, path.Text, choose) })
	body.Add(container.NewBorder(nil, nil, nil, browse, path))
	body.Add(why)
	d.first = path
	d.button("Cancel", d.close)
	d.primary(q.button, func() {
		full, problem := q.check(path.Text)
		why.set(problem)
		if problem == "" {
			choose([]string{full})
		}
	})
	d.show(fyne.NewSize(560, 0))
}

// wanted is what is asked for.
func (q pathQuestion) wanted() string {
	switch {
	case q.folder:
		return "Path of a folder"
	case q.either:
		return "Path of a file or a folder"
	}
	return "Path of a file"
}

// check makes a path absolute, and says what is wrong with it.
func (q pathQuestion) check(path string) (full, problem string) {
	path = strings.TrimSpace(path)
	if path == "" {
		return "", "Type a path, or browse for it"
	}
	full = expand(path)
	info, err := os.Stat(full)
	switch {
	case q.save:
		return full, ""
	case err != nil:
		return "", "There is nothing at this path"
	case info.IsDir() && !q.folder && !q.either:
		return "", "This is a folder; a file is wanted"
	case !info.IsDir() && q.folder:
		return "", "This is a file; a folder is wanted"
	}
	return full, ""
}

// expand makes a path absolute.
func expand(path string) string {
	if home, err := os.UserHomeDir(); err == nil && (path == "~" || strings.HasPrefix(path, "~/")) {
		path = filepath.Join(home, path[1:])
	}
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// browse opens the system's own dialog for files where there is one, else Fyne's.
func (w *Window) browse(q pathQuestion, from string, choose func([]string)) {
	w.jobs.Add(1)
	launch(func(ui func(func())) {
		defer w.jobs.Done()
		uris, err := q.portal(expand(from))
		ui(func() {
			if err != nil {
				w.browseHere(q, from, choose)
				return
			}
			choose(pathsOf(uris))
		})
	})
}

// portal asks through the desktop's portal. It fails where there is none.
func (q pathQuestion) portal(from string) ([]string, error) {
	folder := from
	if info, err := os.Stat(from); err != nil || !info.IsDir() {
		folder = filepath.Dir(from)
	}
	if q.save {
		return filechooser.SaveFile("", q.title, &filechooser.SaveFileOptions{CurrentFolder: folder, CurrentName: filepath.Base(from)})
	}
	return filechooser.OpenFile("", q.title, &filechooser.OpenFileOptions{CurrentFolder: folder, Directory: q.folder, Multiple: q.many})
}

func pathsOf(uris []string) []string {
	var paths []string
	for _, text := range uris {
		if uri, err := storage.ParseURI(text); err == nil && uri.Scheme() == "file" {
			paths = append(paths, uri.Path())
		}
	}
	return paths
}

// browseHere opens Fyne's dialog for files.
func (w *Window) browseHere(q pathQuestion, from string, choose func([]string)) {
	show := func(d *fynedialog.FileDialog) {
		if place, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(expand(from)))); err == nil {
			d.SetLocation(place)
		}
		if len(q.extensions) > 0 {
			d.SetFilter(storage.NewExtensionFileFilter(q.extensions))
		}
		d.Show()
		d.Resize(w.win.Canvas().Size().SubtractWidthHeight(120, 80))
	}
	switch {
	case q.folder:
		show(fynedialog.NewFolderOpen(func(uri fyne.ListableURI, err error) {
			if err == nil && uri != nil {
				choose([]string{uri.Path()})
			}
		}, w.win))
	case q.save:
		d := fynedialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
			if err == nil && file != nil {
				file.Close()
				choose([]string{file.URI().Path()})
			}
		}, w.win)
		d.SetFileName(filepath.Base(from))
		show(d)
	default:
		show(fynedialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			if err == nil && file != nil {
				file.Close()
				choose([]string{file.URI().Path()})
			}
		}, w.win))
	}
}
