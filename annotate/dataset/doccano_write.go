package dataset

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/glossator/glossator/annotate"
)

// A doccanoWriter writes one dataset: a file for each author. Until it is known
// whether there is a link, each is written in both shapes, of which one stays.
type doccanoWriter struct {
	*sink
	usage
	names    naming
	files    map[string]*doccanoFile // by name
	linked   bool                    // there is a link, or a span with an id of doccano's
	overlaps int
	ids      numbers
}

// A doccanoFile is the articles of one author, labels as tuples and as objects.
type doccanoFile struct {
	tuples, entities *lineFile
}

func writeDoccano(s *sink, docs annotate.Documents) error {
	w := &doccanoWriter{sink: s, names: newNaming(folderForm), files: map[string]*doccanoFile{}}
	w.names.next("all")
	w.names.next(unlabelled)
	err := w.documents(docs)
	for _, f := range w.files {
		err = errors.Join(err, f.tuples.close(), f.entities.close())
	}
	if err == nil {
		err = w.finish()
	}
	return err
}

func (w *doccanoWriter) documents(docs annotate.Documents) error {
	for doc, err := range docs {
		if err != nil {
			return err
		}
		doc = withoutSuggestions(w.ledger, doc)
		if w.learn(doc) {
			changedScheme(w.ledger, "doccano keeps labels with their colours and keys, and kinds of links; titles, guidelines, attributes and what a link may join it does not")
		}
		if err := w.document(doc); err != nil {
			return err
		}
	}
	return nil
}

func (w *doccanoWriter) document(doc annotate.Document) error {
	w.account(doc)
	if len(doc.Layers) == 0 {
		return w.write(unlabelled, doc.Article, annotate.Layer{})
	}
	for _, layer := range doc.Layers {
		w.accountLayer(layer)
		name, _ := w.names.of(layer.Author.Name)
		if err := w.write(name, doc.Article, layer); err != nil {
			return err
		}
	}
	return nil
}

// account enters what of an article is written and what is not.
func (w *doccanoWriter) account(doc annotate.Document) {
	l, n := w.ledger, tally(doc)
	l.carried(Articles, 1)
	l.carried(Titles, n[Titles])
	l.carried(Metadata, n[Metadata])
	for _, layer := range doc.Layers {
		for _, s := range layer.Spans() {
			if len(s.Gaps) > 0 {
				l.lost(Loss{Kind: Gaps, Article: doc.Article.Title, What: quoted(s, doc.Article.Text), Why: "doccano has no gaps: the span goes from its start to its end", Count: len(s.Gaps)})
			}
		}
	}
	l.never(Statuses, n[Statuses], "doccano's files have no statuses")
	l.never(Values, n[Values], "doccano has no values of a whole article beside labels")
	l.never(Attributes, n[Attributes], "doccano has no attributes")
	l.never(Notes, n[Notes], "doccano has no notes on spans")
	l.never(LinkNotes, n[LinkNotes], "doccano has no notes on links")
}

// accountLayer enters the layer itself: without a name, a span or a note nothing
// says that somebody looked at the article.
func (w *doccanoWriter) accountLayer(layer annotate.Layer) {
	n := tallyLayer(layer)
	w.ledger.carried(Spans, n[Spans])
	w.ledger.carried(Links, n[Links])
	w.ledger.carried(ArticleNotes, present(layer.Note()))
	w.ledger.never(ArticleNotes, n[ArticleNotes]-present(layer.Note()), "an empty note is none")
	if homeName(layer.Author, doccanoSuffix) != "" || n[Spans]+present(layer.Note()) > 0 {
		w.ledger.carried(Layers, 1)
		w.ledger.carried(Authors, n[Authors])
		return
	}
	why := "a record without a label does not say that somebody looked at the article"
	w.ledger.never(Layers, 1, why)
	w.ledger.meant.bare(layer)
	w.ledger.never(Authors, n[Authors], why)
}

// write writes an article with a layer, or with none.
func (w *doccanoWriter) write(name string, a annotate.Article, layer annotate.Layer) error {
	f, err := w.file(name)
	if err != nil {
		return err
	}
	units := annotate.In(w.format.counts, a.Text)
	end := -1
	tuples, entities := [][3]any{}, []*object{}
	ids := w.ids.of(layer.Spans())
	for i, s := range layer.Spans() {
		start, stop := units.OfRange(s.Range)
		tuples = append(tuples, [3]any{start, stop, s.Label})
		var o object
		o.put("id", ids[i])
		o.put("label", s.Label)
		o.put("start_offset", start)
		o.put("end_offset", stop)
		entities = append(entities, &o)
		if s.Start < end {
			w.overlaps++
		}
		end = max(end, s.End)
		w.linked = w.linked || isNumber(s.Source)
	}
	flat, deep := w.head(a, layer), w.head(a, layer)
	flat.put("label", tuples)
	deep.put("entities", entities)
	deep.put("relations", w.relations(layer, ids))
	w.tail(flat, a, layer)
	w.tail(deep, a, layer)
	return errors.Join(f.tuples.put(flat), f.entities.put(deep))
}

// head begins a record; its id is the number that the article came with.
func (w *doccanoWriter) head(a annotate.Article, layer annotate.Layer) *object {
	var o object
	if id, err := strconv.Atoi(a.Meta["id"]); err == nil && strconv.Itoa(id) == a.Meta["id"] {
		o.put("id", id)
	}
	o.put("text", a.Text)
	o.put("title", a.Title)
	if name := homeName(layer.Author, doccanoSuffix); layer.Author.Name != "" && name != "" {
		o.put("username", name)
	}
	return &o
}

func (w *doccanoWriter) tail(o *object, a annotate.Article, layer annotate.Layer) {
	if note := layer.Note(); note != "" {
		o.put("Comments", []string{note})
	}
	taken := append([]string{"title"}, doccanoKeys...)
	meta := annotate.Meta{}
	for name, value := range a.Meta {
		if id, err := strconv.Atoi(value); name != "id" || err != nil || strconv.Itoa(id) != value {
			meta[name] = value
		}
	}
	o.putMeta(meta, taken)
}

func (w *doccanoWriter) relations(layer annotate.Layer, ids []int) []*object {
	relations := []*object{}
	place := map[annotate.ID]int{}
	for i, s := range layer.Spans() {
		place[s.ID] = ids[i]
	}
	for i, k := range layer.Links() {
		var o object
		o.put("id", i)
		o.put("from_id", place[k.From])
		o.put("to_id", place[k.To])
		o.put("type", k.Kind)
		relations = append(relations, &o)
		w.linked = true
	}
	return relations
}

// file is the file of a name, made when it is needed first.
func (w *doccanoWriter) file(name string) (*doccanoFile, error) {
	if f, open := w.files[name]; open {
		return f, nil
	}
	tuples, err := newLineFile(filepath.Join(w.folder, name+".tuples"))
	if err != nil {
		return nil, err
	}
	entities, err := newLineFile(filepath.Join(w.folder, name+".entities"))
	if err != nil {
		return nil, errors.Join(err, tuples.close())
	}
	w.files[name] = &doccanoFile{tuples, entities}
	return w.files[name], nil
}

// finish keeps one shape of each file, and calls that of a single author "all".
func (w *doccanoWriter) finish() error {
	kept, gone := ".tuples", ".entities"
	if w.linked {
		kept, gone = gone, kept
		w.ledger.Notes = append(w.ledger.Notes, "import it as “JSONL(Relation)” into a project that was made with “Use relation labeling”")
	}
	if w.overlaps > 0 {
		w.ledger.Notes = append(w.ledger.Notes, fmt.Sprintf("%s that overlap: make the project with “Allow overlapping entities”, or doccano drops them without a word", counted(w.overlaps, "span")))
	}
	for name := range w.files {
		final := name
		if len(w.files) == 1 {
			final = "all"
		}
		path := filepath.Join(w.folder, name)
		if err := errors.Join(os.Remove(path+gone), os.Rename(path+kept, filepath.Join(w.folder, final+".jsonl"))); err != nil {
			return err
		}
	}
	err := writeIndented(filepath.Join(w.folder, doccanoLabels), doccanoLabelTypes(w.scheme))
	if types := doccanoLinkTypes(w.scheme); len(types) > 0 {
		err = errors.Join(err, writeIndented(filepath.Join(w.folder, doccanoLinks), types))
	}
	return err
}

// A lineFile is a file of lines that is being written.
type lineFile struct {
	f   *os.File
	out *bufio.Writer
}

func newLineFile(path string) (*lineFile, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, err
	}
	return &lineFile{f, bufio.NewWriterSize(f, 1<<16)}, nil
}

func (l *lineFile) put(o *object) error {
	line, err := o.line()
	if err == nil {
		_, err = l.out.Write(line)
	}
	return err
}

func (l *lineFile) close() error { return errors.Join(l.out.Flush(), l.f.Close()) }

// numbers gives spans numbers: those that they came with, and others from 0 up
// through the file.
type numbers struct{ next int }

func isNumber(source string) bool {
	n, err := strconv.Atoi(source)
	return err == nil && n >= 0 && strconv.Itoa(n) == source
}

func (n *numbers) of(spans []annotate.Span) []int {
	kept := map[int]bool{}
	ids := make([]int, len(spans))
	for i, s := range spans {
		ids[i] = -1
		if id, _ := strconv.Atoi(s.Source); isNumber(s.Source) && !kept[id] {
			kept[id], ids[i] = true, id
		}
	}
	for i := range ids {
		if ids[i] < 0 {
			for kept[n.next] {
				n.next++
			}
			ids[i], n.next = n.next, n.next+1
		}
	}
	return slices.Clip(ids)
}
