package dataset

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/glossator/glossator/annotate"
)

// A csvReader reads one folder: its tables side by side, article by article.
type csvReader struct {
	jsonlReader
	tables map[string]*csvCursor // nil for those that are not there
}

func readCSV(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		if filepath.Base(path) != dataPackage {
			yield(annotate.Document{}, refusal(path, 0, "there is no datapackage.json beside it that says what the tables are"))
			return
		}
		p, err := readPackage(path)
		if err != nil {
			yield(annotate.Document{}, refusal(path, 0, err.Error()))
			return
		}
		r := &csvReader{jsonlReader: jsonlReader{path: path, author: t.author, ids: map[annotate.ID]annotate.Hash{}}, tables: map[string]*csvCursor{}}
		defer r.close()
		if err := r.open(filepath.Dir(path), p); err != nil {
			yield(annotate.Document{}, err)
			return
		}
		r.all(yield)
	}
}

func (r *csvReader) close() {
	for _, c := range r.tables {
		c.close()
	}
}

// open opens the tables, and reads the scheme.
func (r *csvReader) open(folder string, p csvPackage) error {
	for _, table := range csvTables {
		at := p.path(table.name)
		if at == "" {
			continue
		}
		c, err := openCSV(filepath.Join(folder, at), table)
		if c != nil {
			r.tables[table.name] = c
		}
		if err != nil {
			return firstRefusal(err)
		}
	}
	if p.Ours != nil {
		r.scheme = p.Ours.Scheme
		return nil
	}
	return r.readLabels()
}

// firstRefusal is the first of joined errors, which is a refusal.
func firstRefusal(err error) error {
	var refused *annotate.Refusal
	if errors.As(err, &refused) {
		return refused
	}
	return err
}

// readLabels makes a scheme of the table of labels, where nothing else says it.
func (r *csvReader) readLabels() error {
	c := r.tables["labels"]
	if c == nil {
		return nil
	}
	var s annotate.Scheme
	for c.ahead != nil {
		row := csvRow{c, c.ahead, c.line}
		s.Labels = append(s.Labels, annotate.Label{Name: row.get("name"), Title: row.get("title"), Colour: row.get("colour"), Dark: row.get("dark"), Key: row.get("key"), Guideline: row.get("guideline")})
		if err := c.next(); err != nil {
			return err
		}
	}
	r.scheme = &s
	if err := s.Check(); err != nil {
		return refusal(c.path, 0, err.Error())
	}
	return nil
}

func (r *csvReader) all(yield func(annotate.Document, error) bool) {
	seen := map[string]bool{}
	articles := r.tables["articles"]
	for articles.ahead != nil {
		row := csvRow{articles, articles.ahead, articles.line}
		doc, err := r.document(row, seen)
		if err == nil {
			err = articles.next()
		}
		if err != nil {
			yield(annotate.Document{}, err)
			return
		}
		if !yield(doc, nil) {
			return
		}
	}
	for _, table := range csvTables {
		if c := r.tables[table.name]; c != nil && c.ahead != nil && table.name != "labels" {
			yield(annotate.Document{}, refusal(c.path, c.line, fmt.Sprintf("its article %q is not in %s, or the rows are not in the order of those there; sort them so", csvRow{c, c.ahead, c.line}.get("article"), articles.name())))
			return
		}
	}
}

// document is an article with all that the other tables say of it.
func (r *csvReader) document(row csvRow, seen map[string]bool) (annotate.Document, error) {
	id := row.get("id")
	if seen[id] {
		return annotate.Document{}, row.refused(fmt.Sprintf("the id %s is there twice", id))
	}
	seen[id] = true
	doc := annotate.Document{Origin: annotate.Origin{File: row.cursor.path, Line: row.line}, Scheme: r.scheme}
	whole, repairs := newRaw(row.get("text"))
	doc.Repairs = inWords(repairs)
	doc.Article = annotate.Article{ID: annotate.ID(id), Title: row.get("title"), Text: whole.clean}
	if hash := row.get("sha256"); hash != "" {
		if err := sameHash(hash, whole); err != nil {
			return doc, row.refused(err.Error())
		}
	}
	if err := r.readMetadata(&doc.Article, id); err != nil {
		return doc, err
	}
	r.settle(&doc.Article, row)
	records, err := r.layers(id)
	if err != nil {
		return doc, err
	}
	for _, record := range records {
		layer, err := r.layer(record, doc.Article, whole)
		if err != nil {
			return doc, row.refused(err.Error())
		}
		doc.Layers = append(doc.Layers, layer)
	}
	return doc, nil
}

// settle gives an article what it lacks: an id of ours, a title where there is
// no column for it.
func (r *csvReader) settle(a *annotate.Article, row csvRow) {
	if _, titled := row.cursor.columns["title"]; !titled {
		a.Title = title(a.Text, "")
	}
	if given := a.ID; given.Check() != nil {
		a.ID = articleID(a.Text)
		if _, taken := a.Meta["id"]; !taken && given != "" {
			if a.Meta == nil {
				a.Meta = annotate.Meta{}
			}
			a.Meta["id"] = string(given)
		}
	}
}

func (r *csvReader) readMetadata(a *annotate.Article, id string) error {
	rows, err := r.tables["metadata"].of(id)
	for _, row := range rows {
		if a.Meta == nil {
			a.Meta = annotate.Meta{}
		}
		if _, twice := a.Meta[row.get("name")]; twice {
			return row.refused(fmt.Sprintf("%q is there twice", row.get("name")))
		}
		a.Meta[row.get("name")] = row.get("value")
	}
	return err
}

// layers are the layers of an article, as our JSON Lines have them.
func (r *csvReader) layers(id string) ([]layerLine, error) {
	rows, err := r.tables["layers"].of(id)
	if err != nil {
		return nil, err
	}
	l := csvLayers{at: map[string]int{}, spans: map[[2]string]int{}}
	for _, row := range rows {
		if _, twice := l.at[row.get("id")]; twice {
			return nil, row.refused(fmt.Sprintf("the id %s is there twice", row.get("id")))
		}
		l.at[row.get("id")] = len(l.records)
		l.records = append(l.records, layerLine{layerRecord: layerRecord{ID: annotate.ID(row.get("id")), Author: row.get("author"), AuthorID: annotate.ID(row.get("author_id")),
			AuthorKind: annotate.AuthorKind(row.get("author_kind")), Values: map[string]string{}}})
	}
	for _, step := range []struct {
		table string
		add   func(*layerLine, csvRow) error
	}{{"spans", l.addSpan}, {"gaps", l.addGap}, {"attributes", l.addAttribute}, {"links", l.addLink}, {"values", l.addValue}} {
		rows, err := r.tables[step.table].of(id)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			at, there := l.at[row.get("layer")]
			if !there {
				return nil, row.refused(fmt.Sprintf("its layer %q is not one of its article's", row.get("layer")))
			}
			if err := step.add(&l.records[at], row); err != nil {
				return nil, row.refused(err.Error())
			}
		}
	}
	return l.records, nil
}
