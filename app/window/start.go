package window

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/assets"
	"github.com/glossator/glossator/storage"
)

// start opens what was asked for: a project, or the last one, or the sample at the very first start.
func (w *Window) start() {
	w.trace = newTrace(w)
	w.askMotion()
	last := w.prefs.String(keyProject)
	switch {
	case w.options.Project != "":
		w.open(w.options.Project)
	case last == "" && len(w.prefs.recent()) == 0:
		w.openSample()
	case last != "":
		w.open(last)
	}
	w.showArticle()
	w.trace.ready()
}

// openSample opens the sample project, and makes it when it is not there.
func (w *Window) openSample() {
	path := filepath.Join(dataFolder(), "Sample"+storage.Extension)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		if err := makeSample(path, w.me()); err != nil {
			w.showError("The sample cannot be made", err, "")
			return
		}
	}
	w.open(path)
}

// makeSample makes the sample project, its labels being the author's own.
func makeSample(path string, author annotate.Author) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	scheme, err := annotate.ParseScheme(assets.SchemeJSON)
	if err != nil {
		return err
	}
	project, err := storage.Create(path, scheme)
	if err != nil {
		return err
	}
	defer func() {
		err = cmp.Or(err, project.Close())
		if err != nil {
			os.Remove(path)
		}
	}()
	docs, remove, err := sampleDocuments()
	if err != nil {
		return err
	}
	defer remove()
	_, err = project.Import(context.Background(), by(author, docs), storage.ImportOptions{})
	return err
}

// sampleDocuments reads the sample reports, by way of a file that remove takes away.
func sampleDocuments() (docs annotate.Documents, remove func(), err error) {
	folder, err := os.MkdirTemp("", "glossator")
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(folder, "sample.jsonl")
	if err := os.WriteFile(path, assets.SampleJSONL, 0o600); err != nil {
		return nil, nil, err
	}
	docs = dataset.Read(context.Background(), []string{path}, dataset.Reading{})
	return docs, func() { os.RemoveAll(folder) }, nil
}

// by makes all layers of documents an author's own.
func by(author annotate.Author, docs annotate.Documents) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for doc, err := range docs {
			for i := range doc.Layers {
				doc.Layers[i].Author = author
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// dataFolder is where the program keeps projects that the user gave no place to.
func dataFolder() string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Glossator")
	case "windows":
		return filepath.Join(cmp.Or(os.Getenv("LocalAppData"), home), "Glossator")
	}
	return filepath.Join(cmp.Or(os.Getenv("XDG_DATA_HOME"), filepath.Join(home, ".local", "share")), "glossator")
}

// authorName is the name under which the user marks: as chosen, or the system's name for the user.
func (w *Window) authorName() string {
	if name := w.prefs.String(keyAuthor); name != "" {
		return name
	}
	u, err := user.Current()
	if err != nil {
		return "Author"
	}
	full, _, _ := strings.Cut(u.Name, ",")
	return cmp.Or(strings.TrimSpace(full), u.Username, "Author")
}
