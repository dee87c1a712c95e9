package dataset

import (
	"bufio"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/glossator/glossator/annotate"
)

// A csvFile is a table that is being written.
type csvFile struct {
	f     *os.File
	out   *bufio.Writer
	rows  *csv.Writer
	hash  hash.Hash
	bytes int64
}

func newCSVFile(path string) (*csvFile, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, err
	}
	c := &csvFile{f: f, out: bufio.NewWriterSize(f, 1<<16), hash: sha256.New()}
	c.rows = csv.NewWriter(io.MultiWriter(c.out, c.hash, c))
	return c, nil
}

// Write counts the bytes.
func (c *csvFile) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	return len(p), nil
}

func (c *csvFile) close() error {
	c.rows.Flush()
	return errors.Join(c.rows.Error(), c.out.Flush(), c.f.Close())
}

// A csvWriter writes one folder.
type csvWriter struct {
	*sink
	usage
	schemed bool // a document had a scheme
	files   map[string]*csvFile
	ids     map[annotate.ID]int // of articles
	err     error
}

func writeCSV(s *sink, docs annotate.Documents) error {
	w := &csvWriter{sink: s, files: map[string]*csvFile{}, ids: map[annotate.ID]int{}}
	err := w.open()
	if err == nil {
		err = w.documents(docs)
	}
	for _, f := range w.files {
		err = errors.Join(err, f.close())
	}
	if err != nil {
		return err
	}
	var scheme *annotate.Scheme
	if w.schemed {
		scheme = &w.defined
	}
	description, err := describe(w.files, scheme, w.choices.Licence)
	if err != nil {
		return err
	}
	return writeIndented(filepath.Join(w.folder, dataPackage), description)
}

// open makes the tables, each with its line of columns.
func (w *csvWriter) open() error {
	for _, table := range csvTables {
		f, err := newCSVFile(filepath.Join(w.folder, table.name+".csv"))
		if err != nil {
			return err
		}
		w.files[table.name] = f
		var names []string
		for _, c := range table.columns {
			names = append(names, c.name)
		}
		w.row(table.name, names...)
	}
	return w.err
}

// row adds a row to a table.
func (w *csvWriter) row(table string, fields ...string) {
	if err := w.files[table].rows.Write(fields); err != nil && w.err == nil {
		w.err = err
	}
}

func (w *csvWriter) documents(docs annotate.Documents) error {
	for doc, err := range docs {
		if err != nil {
			return err
		}
		w.learn(doc)
		w.schemed = w.schemed || doc.Scheme != nil
		for kind, n := range tally(doc) {
			w.ledger.carried(kind, n)
		}
		w.document(doc)
		if w.err != nil {
			return w.err
		}
	}
	for _, l := range w.scheme.Labels {
		w.row("labels", l.Name, l.Title, l.Colour, l.Dark, l.Key, l.Guideline)
	}
	return w.err
}

func (w *csvWriter) document(doc annotate.Document) {
	a := doc.Article
	if a.ID == "" {
		a.ID = articleID(a.Text)
	}
	if w.ids[a.ID]++; w.ids[a.ID] > 1 {
		a.ID = annotate.DerivedID(string(a.ID), "again", strconv.Itoa(w.ids[a.ID]))
		w.ledger.lost(Loss{Kind: Articles, Article: a.Title, What: "the article", Why: "it is there more than once, and each has an id of its own"})
	}
	w.row("articles", string(a.ID), a.Title, a.Text, a.Hash().String())
	for name, value := range sorted(a.Meta) {
		w.row("metadata", string(a.ID), name, value)
	}
	seen := map[annotate.ID]bool{}
	for i, layer := range doc.Layers {
		if layer.ID == "" || seen[layer.ID] {
			layer.ID = annotate.DerivedID("layer", string(a.ID), strconv.Itoa(i))
		}
		seen[layer.ID] = true
		w.layer(a, layer)
	}
}

func (w *csvWriter) layer(a annotate.Article, layer annotate.Layer) {
	article, id := string(a.ID), string(layer.ID)
	w.row("layers", article, id, layer.Author.Name, string(layer.Author.ID), string(layer.Author.Kind))
	records := annotate.Recording(a.Text)
	for _, s := range layer.Spans() {
		r := records.Span(s)
		w.row("spans", article, id, string(r.ID), r.Label, strconv.Itoa(r.Start), strconv.Itoa(r.End), r.Quote, r.Note, r.Source)
		for _, gap := range r.Gaps {
			w.row("gaps", article, id, string(r.ID), strconv.Itoa(gap[0]), strconv.Itoa(gap[1]))
		}
		for name, value := range sorted(r.Attrs) {
			w.row("attributes", article, id, string(r.ID), name, value)
		}
	}
	for _, k := range layer.Links() {
		w.row("links", article, id, string(k.ID), k.Kind, string(k.From), string(k.To), k.Note, k.Source)
	}
	for _, v := range layer.Values() {
		w.row("values", article, id, v.Name, v.Text)
	}
}
