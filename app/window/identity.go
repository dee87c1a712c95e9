package window

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// The user has one identity in all projects: an ID that stays, and a name that may change. Projects
// from before there was one know the user by an ID of their own, which is the user's too from then on.

// me is the user.
func (w *Window) me() annotate.Author {
	me := annotate.Author{ID: w.identity(), Name: w.authorName(), Kind: annotate.Person}
	if key := keyPerson + me.Name; w.prefs.String(key) != string(me.ID) {
		w.prefs.SetString(key, string(me.ID))
	}
	return me
}

// identity is the user's ID. It has a file of its own in the user's configuration, which is on the
// disk before the first label is; where that cannot be, the preferences keep it.
func (w *Window) identity() annotate.ID {
	if w.self != "" {
		return w.self
	}
	data, err := os.ReadFile(identityPath())
	if err != nil {
		data = []byte(w.prefs.String(keyIdentity))
	}
	id := annotate.ID(strings.TrimSpace(string(data)))
	if id.Check() != nil {
		id = annotate.NewID()
		w.keepIdentity(id)
	}
	w.self = id
	return id
}

// keepIdentity makes an ID the user's.
func (w *Window) keepIdentity(id annotate.ID) {
	w.self = id
	path := identityPath()
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = os.WriteFile(path+".new", []byte(id+"\n"), 0o600)
	}
	if err == nil {
		err = os.Rename(path+".new", path)
	}
	if err != nil {
		w.prefs.SetString(keyIdentity, string(id))
	}
}

// identityPath is the file that holds the user's ID.
func identityPath() string {
	folder, err := os.UserConfigDir()
	if err != nil {
		folder = dataFolder()
	}
	return filepath.Join(folder, "glossator", "identity")
}

// mine reports whether an ID is the user's.
func (w *Window) mine(id annotate.ID) bool {
	me := w.me().ID
	return id == me || slices.Contains(w.prefs.StringList(keyFormer+string(me)), string(id))
}

// adopt makes an ID the user's too.
func (w *Window) adopt(id annotate.ID) {
	if key := keyFormer + string(w.me().ID); !w.mine(id) {
		w.prefs.SetStringList(key, append(w.prefs.StringList(key), string(id)))
	}
}

// recognise finds out who the user is in a project, and hands that to then. Somebody of the user's
// name may be the user or not: unless the project was worked in here before, the user is asked.
func (w *Window) recognise(project *storage.Project, then func(annotate.Author, error)) {
	me := w.me()
	authors, err := project.Authors(context.Background())
	if err != nil {
		then(me, err)
		return
	}
	as := func(id annotate.ID) {
		then(project.Join(annotate.Author{ID: id, Name: me.Name, Kind: annotate.Person}))
	}
	called := annotate.ID("")
	for _, a := range authors {
		if w.mine(a.ID) {
			as(a.ID)
			return
		}
		if called == "" && a.Name == me.Name && (a.Kind == annotate.Person || a.Kind == annotate.Imported) {
			called = a.ID
		}
	}
	switch {
	case called == "":
		as(me.ID)
	case w.prefs.String(keyArticle+project.Path()) != "":
		if !project.ReadOnly() {
			w.adopt(called)
		}
		as(called)
	default:
		w.askWhetherMine(project, called, as, then)
	}
}

// askWhetherMine asks whether the labels of somebody of the user's name are the user's.
func (w *Window) askWhetherMine(project *storage.Project, called annotate.ID, as func(annotate.ID), then func(annotate.Author, error)) {
	me := w.me()
	d := w.newDialog("Are these labels yours?", words(fmt.Sprintf("Somebody called %s has labelled in this project. "+
		"If that was you, you go on with these labels. If not, yours are kept apart from them.", me.Name)))
	d.escape = func() {
		d.close()
		if err := project.Close(); err != nil {
			w.showError("The project was not closed properly", err, "")
		}
	}
	d.button("I am somebody else", func() {
		d.close()
		as(me.ID)
	})
	d.primary("They are mine", func() {
		d.close()
		w.adopt(called)
		as(called)
	})
	d.show(fyne.NewSize(460, 0))
}

// asOwn is what gives the user's layers of documents to the user as this project knows them.
func (w *Window) asOwn() func(annotate.Documents) annotate.Documents {
	own, author := map[annotate.ID]bool{}, w.author
	me := w.me().ID
	for _, id := range append(w.prefs.StringList(keyFormer+string(me)), string(me)) {
		own[annotate.ID(id)] = true
	}
	mine := func(l annotate.Layer) bool { return l.Author.ID == author.ID }
	return func(docs annotate.Documents) annotate.Documents {
		return func(yield func(annotate.Document, error) bool) {
			for doc, err := range docs {
				has := slices.ContainsFunc(doc.Layers, mine)
				for i, layer := range doc.Layers {
					if own[layer.Author.ID] && own[author.ID] && !has {
						doc.Layers[i].Author, has = author, true
					}
				}
				if !yield(doc, err) {
					return
				}
			}
		}
	}
}

// askAuthor asks under which name the user marks, or who does from now on.
func (w *Window) askAuthor() {
	name := newEntry(w)
	name.SetText(w.author.Name)
	body := container.NewVBox(words("Your labels are kept under this name, in every project that you open. "+
		"If somebody else goes on at this computer, their labels are kept apart from yours."), name)
	d := w.newDialog("Author name", body)
	d.first = name
	d.button("Cancel", d.close)
	other := d.button("Somebody else goes on", func() {
		d.close()
		w.become(name.Text)
	})
	use := d.primary("Change my name", func() {
		d.close()
		w.rename(name.Text)
	})
	name.OnChanged = func(text string) {
		for _, b := range []*widget.Button{other, use} {
			if text == "" {
				b.Disable()
			} else {
				b.Enable()
			}
		}
	}
	d.show(fyne.NewSize(460, 0))
}

// rename gives the user another name. What the user has labelled stays the user's.
func (w *Window) rename(name string) {
	was := w.author.Name
	author, err := w.project.Join(annotate.Author{ID: w.author.ID, Name: name, Kind: annotate.Person})
	if key := keyPerson + was; err == nil && name != was && w.prefs.String(key) == string(w.identity()) {
		w.prefs.RemoveValue(key) // whoever is called so from now on is somebody else
	}
	w.goOnAs(author, err)
}

// become goes on as another person: as the one that was called so here before, or as a new one.
func (w *Window) become(name string) {
	known := annotate.ID(w.prefs.String(keyPerson + name))
	join := func() (annotate.Author, error) { return w.project.Author(name, annotate.Person) }
	if known.Check() == nil {
		join = func() (annotate.Author, error) {
			return w.project.Join(annotate.Author{ID: known, Name: name, Kind: annotate.Person})
		}
	}
	author, err := join()
	if err == nil {
		w.keepIdentity(author.ID)
	}
	w.goOnAs(author, err)
}

// goOnAs goes on as an author of the project.
func (w *Window) goOnAs(author annotate.Author, err error) {
	if err != nil {
		w.showError("The name cannot be used", err, "")
		return
	}
	w.leaveArticle()
	w.prefs.SetString(keyAuthor, author.Name)
	w.prefs.SetString(keyPerson+author.Name, string(w.identity()))
	w.author, w.sweep, w.batch = author, nil, nil
	w.list.reload()
	w.resume()
	w.showArticle()
}
