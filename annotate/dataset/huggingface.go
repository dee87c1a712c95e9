package dataset

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/glossator/glossator/annotate"
)

var huggingFace = Format{
	Name:  "huggingface",
	Title: "Hugging Face dataset",
	About: "A folder that load_dataset takes: Parquet and JSON Lines by split, a row for each author's work on an article, with text, tokens and tags (of the outermost spans), all spans in code points, relations, metadata and values, " +
		"and a dataset card. It keeps everything but ids; nothing imports it again.",
	Extensions: []string{".parquet", ".jsonl"},
	Folder:     true,
	inSets:     true,
	takes:      func(file) (string, bool) { return "", false },
	write:      writeHuggingFace,
}

// onlySet is the set of datasets that are not parted.
const onlySet = "train"

// hfSet is the name that Hugging Face has for a set.
func hfSet(name string) string {
	switch name {
	case "":
		return onlySet
	case "dev", "val", "valid":
		return "validation"
	}
	return name
}

// An hfWriter writes one dataset. Its tags are numbered in the order of the
// scheme's labels, and of others as they come.
type hfWriter struct {
	*sink
	usage
	sets map[string]*hfFiles
	tags []string
}

func writeHuggingFace(s *sink, docs annotate.Documents) error {
	w := &hfWriter{sink: s, sets: map[string]*hfFiles{}, tags: []string{"O"}}
	err := w.begin()
	for doc, bad := range docs {
		if err = errors.Join(err, bad); err != nil {
			break
		}
		err = w.document(doc)
	}
	for _, files := range w.sets {
		err = errors.Join(err, files.close(w.tags))
	}
	s.tags = w.tags
	return err
}

// begin makes the files of all sets, so that none is missing.
func (w *hfWriter) begin() error {
	names := []string{onlySet}
	if w.plan != nil {
		names = nil
		for _, set := range w.plan.Split.Sets {
			names = append(names, hfSet(set.Name))
		}
	}
	for _, folder := range []string{"data", "jsonl"} {
		if err := os.Mkdir(filepath.Join(w.folder, folder), 0o777); err != nil {
			return cannotWrite(err)
		}
	}
	for _, name := range names {
		if w.sets[name] != nil {
			return errors.New("two of the sets have one name for Hugging Face; call them train, dev and test")
		}
		files, err := newHFFiles(w.folder, name)
		if err != nil {
			return err
		}
		w.sets[name] = files
	}
	return nil
}

func (w *hfWriter) document(doc annotate.Document) error {
	w.learn(doc)
	for _, l := range w.scheme.Labels {
		if !slices.Contains(w.tags, "B-"+l.Name) {
			w.tags = append(w.tags, "B-"+l.Name, "I-"+l.Name)
		}
	}
	set := w.sets[hfSet(w.setOf(doc.Article.ID))]
	doc = w.withoutUnbegun(doc)
	n := tally(doc)
	if len(doc.Layers) == 0 {
		for _, kind := range []Kind{Articles, Titles, Metadata} {
			w.ledger.never(kind, n[kind], "nobody has labelled the article, and it would say that there is nothing to label")
		}
		return nil
	}
	for _, kind := range kinds {
		w.ledger.carried(kind, n[kind])
	}
	w.saySeveral(doc)
	for _, layer := range doc.Layers {
		if err := set.write(w.row(doc.Article, layer), w.tags); err != nil {
			return err
		}
	}
	return nil
}
