package dataset

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var conll = Format{
	Name:  "conll",
	Title: "CoNLL columns (IOB2)",
	About: "One token a line, then a TAB and a tag for each label in the order of the scheme: spans of different labels may overlap, of those of one label that do the longest is kept. " +
		"Spans widen to whole tokens, the pieces of a span with gaps stand alone, a sentence that a span leaves goes on with the next. Attributes, links, notes and all about the article stay behind.",
	Extensions: []string{".conll", ".iob"},
	takes:      func(f file) (string, bool) { return f.path, f.is(".conll", ".iob") },
	write:      writeCoNLL,
}

// docStart is the line before each article, as spaCy looks for it.
const docStart = "-DOCSTART- -X- O O\n\n"

// A conllWriter writes one file. Its columns are the labels of the first
// document's scheme.
type conllWriter struct {
	*sink
	out     *bufio.Writer
	labels  []string // one a column
	columns []string // their names in tags
}

func writeCoNLL(s *sink, docs annotate.Documents) error {
	w := &conllWriter{sink: s, out: bufio.NewWriter(s.w)}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if w.labels == nil {
			w.setColumns(doc)
		}
		w.document(doc)
	}
	return w.out.Flush()
}

// setColumns makes a column for each label of a document's scheme, or of its
// spans if it has no scheme.
func (w *conllWriter) setColumns(doc annotate.Document) {
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
	names := newNaming(columnForm)
	for _, l := range w.labels {
		name, _ := names.of(l)
		w.columns = append(w.columns, name)
	}
	w.ledger.Notes = []string{"columns, parted by TABs: token, " + strings.Join(w.columns, ", ")}
}

// document writes an article once for each layer.
func (w *conllWriter) document(doc annotate.Document) {
	l, n, title := w.ledger, tally(doc), doc.Article.Title
	for _, kind := range []Kind{Titles, Metadata, Authors, Statuses, ArticleNotes, Values, Gaps, Attributes, Notes, Links, LinkNotes} {
		l.never(kind, n[kind], "CoNLL columns hold tokens and tags alone")
	}
	layers := slices.DeleteFunc(slices.Clone(doc.Layers), unbegun)
	l.never(Layers, len(doc.Layers)-len(layers), "there is nothing in them, and they are not marked as done")
	if len(layers) == 0 {
		l.lost(Loss{Kind: Articles, Article: title, What: "the article", Why: "nobody has labelled it, and it would say that there is nothing to label", Count: 1})
		return
	}
	if len(layers) > 1 {
		l.lost(Loss{Kind: Layers, Article: title, What: "the article", Why: fmt.Sprintf("it is there %d times, once for each author; export one author, or the adjudicated layer, to train with", len(layers))})
	}
	l.carried(Articles, 1)
	for _, layer := range layers {
		l.carried(Layers, 1)
		w.layer(doc.Article, layer)
	}
}

// unbegun reports whether a layer does not say that somebody looked at the
// article: nothing was marked in it, or all of it undone.
func unbegun(layer annotate.Layer) bool {
	return len(layer.Spans()) == 0 && layer.Status() == annotate.New
}

func (w *conllWriter) layer(a annotate.Article, layer annotate.Layer) {
	g := newGrid(a.Text, len(w.labels))
	for column, label := range w.labels {
		for _, s := range longestFirst(layer.Spans(), label) {
			w.place(g, a, column, s)
		}
	}
	for _, s := range layer.Spans() {
		if !slices.Contains(w.labels, s.Label) {
			w.ledger.lost(spanLoss(a, s, "its label is not one of the columns, which are the labels of the first article's scheme", 1))
		}
	}
	w.out.WriteString(docStart)
	w.rows(g)
}

// place marks a span in its column, or enters why not.
func (w *conllWriter) place(g *grid, a annotate.Article, column int, s annotate.Span) {
	stretches, widened := g.stretches(s)
	switch {
	case len(stretches) == 0:
		w.ledger.lost(spanLoss(a, s, "there is no token in it", 1))
		return
	case !g.free(column, stretches):
		w.ledger.lost(spanLoss(a, s, "it overlaps a longer span of its label, and a column holds one tag a token", 1))
		return
	case widened:
		w.ledger.lost(spanLoss(a, s, "it begins or ends inside a token and was widened to the whole", 0))
	}
	if len(stretches) > 1 {
		w.ledger.lost(spanLoss(a, s, fmt.Sprintf("its %d pieces stand as spans of their own", len(stretches)), 0))
	}
	g.mark(column, stretches)
	w.ledger.carried(Spans, 1)
}

func spanLoss(a annotate.Article, s annotate.Span, why string, n int) Loss {
	return Loss{Kind: Spans, Article: a.Title, What: quoted(s, a.Text), Why: why, Count: n}
}

// rows writes the tokens with their tags, a blank line behind each sentence.
func (w *conllWriter) rows(g *grid) {
	for i, token := range g.tokens {
		if i > 0 && g.breaks(i) {
			w.out.WriteByte('\n')
		}
		w.out.WriteString(g.text[token.Start:token.End])
		for column, name := range w.columns {
			w.out.WriteByte('\t')
			switch g.tags[column][i] {
			case outside:
				w.out.WriteString("O")
			case begins:
				w.out.WriteString("B-" + name)
			case inside:
				w.out.WriteString("I-" + name)
			}
		}
		w.out.WriteByte('\n')
	}
	if len(g.tokens) > 0 {
		w.out.WriteByte('\n')
	}
}
