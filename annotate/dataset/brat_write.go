package dataset

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/glossator/glossator/annotate"
)

// A bratWriter writes one dataset: a folder for each author, of which only the
// insides remain when there is but one.
type bratWriter struct {
	*sink
	files   naming                // of articles
	folders naming                // of authors
	names   naming                // of annotators, which authors may share
	whose   map[bratAuthor]string // each one's folder
	used    map[string]string     // the folders in use, and the annotators' names
	types   *bratUse
	last    *annotate.Scheme
}

// A bratAuthor is whose a folder is. Authors of one name have a folder each, and
// so has each layer of an author who has several on one article.
type bratAuthor struct {
	annotate.Author
	nth int // of the author's layers on the article
}

// unlabelled is the folder of the articles without layers.
const unlabelled = "unlabelled"

func writeBrat(s *sink, docs annotate.Documents) error {
	w := &bratWriter{sink: s, files: newNaming(fileForm), folders: newNaming(folderForm), names: newNaming(itself),
		whose: map[bratAuthor]string{}, used: map[string]string{}, types: newBratUse(s.ledger)}
	w.folders.next(unlabelled)
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if err := w.document(doc); err != nil {
			return err
		}
	}
	if err := w.types.writeConf(w.folder, w.annotators()); err != nil {
		return err
	}
	return w.flatten()
}

func (w *bratWriter) document(doc annotate.Document) error {
	if doc.Scheme != nil && !sameScheme(doc.Scheme, w.last) {
		w.types.learn(*doc.Scheme)
		w.last = doc.Scheme
	}
	name := w.files.next(fileName(doc.Article))
	w.account(doc, name)
	if len(doc.Layers) == 0 {
		return w.pair(unlabelled, "", name, doc.Article.Text, "")
	}
	layers := map[annotate.Author]int{}
	for _, layer := range doc.Layers {
		folder, annotator := w.place(bratAuthor{layer.Author, layers[layer.Author]})
		layers[layer.Author]++
		w.ledger.meant.author(layer, annotator)
		ann := newBratAnn(w.types, doc.Article, layer)
		if err := w.pair(folder, annotator, name, doc.Article.Text, ann.write()); err != nil {
			return err
		}
	}
	return nil
}

func itself(name string) string { return name }

// place is an author's folder and what the author is called there: another name
// than their own where an earlier one has it.
func (w *bratWriter) place(whose bratAuthor) (folder, annotator string) {
	if folder, known := w.whose[whose]; known {
		return folder, w.used[folder]
	}
	folder, annotator = w.folders.next(folderForm(whose.Name)), w.names.next(whose.Name)
	w.whose[whose] = folder
	if annotator != whose.Name {
		w.ledger.lost(Loss{Kind: Authors, What: fmt.Sprintf("%s (%s)", whose.Name, whose.Kind), Why: fmt.Sprintf("there is another author of this name, so this one is called “%s” there", annotator)})
	}
	return folder, annotator
}

// account enters what of an article and its layers brat never carries.
func (w *bratWriter) account(doc annotate.Document, name string) {
	l, n := w.ledger, tally(doc)
	l.carried(Articles, 1)
	l.never(Titles, n[Titles], "brat has no titles, only file names")
	kept := 0
	if doc.Article.Meta["file"] == name+".txt" {
		kept = 1
	}
	l.carried(Metadata, kept)
	l.never(Metadata, n[Metadata]-kept, "brat has no metadata")
	l.never(Statuses, n[Statuses], "brat has no statuses")
	l.never(ArticleNotes, n[ArticleNotes], "brat has no notes on a whole article")
	l.never(Values, n[Values], "brat has no values of a whole article")
}

// pair writes a text and its annotations.
func (w *bratWriter) pair(folder, annotator, name, text, ann string) error {
	at := filepath.Join(w.folder, folder)
	if _, known := w.used[folder]; !known {
		if err := os.Mkdir(at, 0o777); err != nil {
			return err
		}
		w.used[folder] = annotator
	}
	return errors.Join(writeText(filepath.Join(at, name+".txt"), text), writeText(filepath.Join(at, name+".ann"), ann))
}

// writeText writes a file of a folder that is synced as a whole.
func writeText(path, content string) error {
	return os.WriteFile(path, []byte(content), 0o666)
}

// annotators are the names of the authors by folder; the folder of a single one
// is the dataset itself.
func (w *bratWriter) annotators() map[string]string {
	if len(w.authors()) > 1 {
		return w.used
	}
	for _, folder := range w.authors() {
		return map[string]string{"": w.used[folder]}
	}
	return map[string]string{"": ""}
}

// authors are the folders in use of those who labelled.
func (w *bratWriter) authors() []string {
	var folders []string
	for folder := range w.used {
		if folder != unlabelled {
			folders = append(folders, folder)
		}
	}
	return folders
}

// flatten moves the files of a single author up into the dataset's folder.
func (w *bratWriter) flatten() error {
	if len(w.authors()) > 1 {
		return nil
	}
	for folder := range w.used {
		if err := moveUp(filepath.Join(w.folder, folder)); err != nil {
			return err
		}
	}
	return nil
}

// moveUp moves all that is in a folder up, and takes the folder away.
func moveUp(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.Rename(filepath.Join(folder, e.Name()), filepath.Join(folder, "..", e.Name())); err != nil {
			return err
		}
	}
	return os.Remove(folder)
}
