package dataset

import (
	"path/filepath"

	"github.com/glossator/glossator/annotate"
)

var conll = Format{
	Name:  "conll",
	Title: "CoNLL columns",
	About: "One token a line, then a TAB and a tag for each label in the order of the scheme: spans of different labels may overlap, of those of one label that do the longest is kept. " +
		"Other layouts, tags and ways to treat overlaps can be chosen. Spans widen to whole tokens, the pieces of a span with gaps stand alone, a sentence that a span leaves goes on with the next. " +
		"Attributes, links, notes and all about the article stay behind. Read are CoNLL 2002, 2003 and others with tags in IOB1, IOB2, IOBES or BILOU.",
	Extensions: []string{".conll", ".iob", ".bio"},
	tokens:     true,
	lacks:      []Kind{Titles, Metadata, Authors, Statuses, ArticleNotes, Values, Gaps, Attributes, Notes, Links, LinkNotes},
	offers:     Offers{Overlaps: Overlaps, Tags: true, Layout: true},
	inFolder:   func(c Choices) bool { return c.Overlap == Files },
	takes: func(f file) (string, bool) {
		return f.path, f.is(".conll", ".iob", ".bio", ".iob2", ".conll03") && f.binary() == ""
	},
	read:  readCoNLL,
	write: writeCoNLL,
}

// The lines before each article. spaCy looks for the usual one.
const (
	docStart     = "-DOCSTART- -X- O O\n\n"
	docStart2002 = "-DOCSTART- -DOCSTART- O\n\n"
)

// mostLevels is how many columns there are for levels of spans that overlap.
const mostLevels = 3

// A conllWriter writes one file or, of each label, one. What it writes follows
// from the labels of the first document's scheme.
type conllWriter struct {
	*sink
	labels []string
	names  naming // labels in tags
	sheets []*conllSheet
	tokens []annotate.Range // of the article that was written last
}

func writeCoNLL(s *sink, docs annotate.Documents) error {
	w := &conllWriter{sink: s, names: newNaming(columnForm)}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if w.sheets == nil {
			if err := w.begin(doc); err != nil {
				return err
			}
		}
		if err := w.document(doc); err != nil {
			return err
		}
	}
	for _, sheet := range w.sheets {
		if err := sheet.close(); err != nil {
			return err
		}
	}
	return nil
}

// begin finds the labels of the first document, and makes the files.
func (w *conllWriter) begin(doc annotate.Document) error {
	if doc.Scheme != nil {
		for _, l := range doc.Scheme.Labels {
			w.labels = append(w.labels, l.Name)
		}
	}
	for _, layer := range doc.Layers {
		for _, s := range layer.Spans() {
			if doc.Scheme == nil {
				w.labels = merged(w.labels, []string{s.Label})
			}
		}
	}
	return w.makeSheets()
}

// document writes an article once for each layer.
func (w *conllWriter) document(doc annotate.Document) error {
	l, n, title := w.ledger, tally(doc), doc.Article.Title
	for _, kind := range []Kind{Titles, Metadata, Authors, Statuses, ArticleNotes, Values, Gaps, Attributes, Notes, Links, LinkNotes} {
		l.never(kind, n[kind], "CoNLL columns hold tokens and tags alone")
	}
	layers := w.begun(doc)
	if len(layers) == 0 {
		l.lost(Loss{Kind: Articles, Article: title, What: "the article", Why: "nobody has labelled it, and it would say that there is nothing to label", Count: 1})
		l.meant.instead()
		return nil
	}
	doc.Layers = layers
	w.saySeveral(doc)
	l.carried(Articles, 1)
	for _, layer := range layers {
		l.carried(Layers, 1)
		if err := w.layer(doc.Article, layer); err != nil {
			return err
		}
	}
	l.meant.columns(w.tokens, w.sheets)
	return nil
}

// begun are the layers that say that somebody looked at the article; others are
// entered as lost, themselves alone.
func (s *sink) begun(doc annotate.Document) []annotate.Layer {
	var layers []annotate.Layer
	for _, layer := range doc.Layers {
		if !unbegun(layer) {
			layers = append(layers, layer)
		}
	}
	s.ledger.never(Layers, len(doc.Layers)-len(layers), neverBegun)
	s.ledger.meant.only(layers)
	return layers
}

const neverBegun = "there is nothing in them, and they are not marked as done"

// unbegun reports whether a layer does not say that somebody looked at the
// article: nothing was marked in it, or all of it undone.
func unbegun(layer annotate.Layer) bool {
	return len(layer.Spans()) == 0 && layer.Status() == annotate.New
}

// sheetName is the name of the file of a label.
func (w *conllWriter) sheetName(label string) string {
	return filepath.Join(w.folder, fileForm(label)+".conll")
}
