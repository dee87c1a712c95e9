package dataset

import (
	"fmt"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// A spacyReader reads one DocBin. Docs of one text that follow each other are
// one document: one for each author.
type spacyReader struct {
	*tour
	path string
	bin  *inflated
	doc  annotate.Document
	full bool // doc is one
}

func readSpacy(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		bin, err := inflate(path)
		if err != nil {
			yield(annotate.Document{}, refusal(path, 0, err.Error()))
			return
		}
		r := &spacyReader{tour: t, path: path, bin: bin}
		for number, row := range bin.rows {
			if row.err != nil {
				r.flush(yield)
				yield(annotate.Document{}, refusal(path, 0, row.err.Error()))
				return
			}
			if !r.add(number, row, yield) {
				return
			}
		}
		r.flush(yield)
	}
}

// add takes a doc, and yields the document before it when it is of another text.
func (r *spacyReader) add(number int, row binRow, yield func(annotate.Document, error) bool) bool {
	doc, err := r.document(row)
	if err != nil {
		err = refusal(r.path, 0, fmt.Sprintf("doc %d: %v", number+1, err))
		return r.flush(yield) && yield(annotate.Document{}, err)
	}
	known := r.full && r.doc.Article.Text == doc.Article.Text && len(doc.Layers) > 0 &&
		!slices.ContainsFunc(r.doc.Layers, func(l annotate.Layer) bool { return l.ID == doc.Layers[0].ID })
	if known {
		r.doc.Layers = append(r.doc.Layers, doc.Layers...)
		r.doc.Repairs = append(r.doc.Repairs, doc.Repairs...)
		return true
	}
	if !r.flush(yield) {
		return false
	}
	r.doc, r.full = doc, true
	return true
}

func (r *spacyReader) flush(yield func(annotate.Document, error) bool) bool {
	if !r.full {
		return true
	}
	r.full = false
	return yield(r.doc, nil)
}

// document is one doc, with the layer of whoever labelled it.
func (r *spacyReader) document(row binRow) (annotate.Document, error) {
	text, at, err := r.bin.text(row)
	if err != nil {
		return annotate.Document{}, err
	}
	whole, repairs := newRaw(text)
	user := row.userData()
	doc := annotate.Document{Origin: annotate.Origin{File: r.path}, Repairs: append(inWords(repairs), row.repairs...)}
	doc.Article = annotate.Article{ID: articleID(whole.clean), Title: title(whole.clean, ""), Text: whole.clean, Meta: user.meta}
	if user.titled {
		doc.Article.Title = user.title
	}
	author := r.author
	if user.author != "" {
		author = foreignAuthor(user.author, spacySuffix)
	}
	l := spacyLayer{gathered: gather(doc.Article, author, "spacy"), at: at, whole: whole}
	if err := l.read(row, r.bin.texts); err != nil {
		return doc, err
	}
	for name, value := range user.values {
		l.setValue(name, value)
	}
	doc.Repairs = append(doc.Repairs, l.repairs...)
	if len(l.spans) == 0 && len(l.values) == 0 && !row.labelled() {
		return doc, nil
	}
	if len(l.spans) == 0 && len(l.values) == 0 {
		l.setValue(annotate.StatusValue, string(annotate.Done)) // somebody said that there is no span
	}
	layer, err := l.done()
	doc.Layers = []annotate.Layer{layer}
	return doc, err
}

// A spacyLayer is the spans of one doc.
type spacyLayer struct {
	*gathered
	at      []annotate.Range // of the tokens in the raw text, in bytes
	whole   raw
	placed  map[placed]int // how many spans there are of a place and a label
	repairs []string
}

func (l *spacyLayer) read(row binRow, texts map[uint64]string) error {
	l.placed = map[placed]int{}
	groups, err := row.groups()
	if err != nil {
		return err
	}
	for _, s := range groups {
		label, known := texts[s.label]
		if !known {
			return fmt.Errorf("a span has a label that is not among the texts of the file; it was cut or changed")
		}
		if err := l.add(label, s.from, s.to); err != nil {
			return err
		}
	}
	entities, err := row.entities()
	if err != nil {
		return err
	}
	for _, e := range entities {
		label, known := texts[e.label]
		if !known {
			return fmt.Errorf("an entity has a label that is not among the texts of the file; it was cut or changed")
		}
		place, err := l.place(e.from, e.to)
		if err == nil && l.placed[placed{place, label}] == 0 {
			err = l.add(label, e.from, e.to)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// place is where a run of tokens lies in the clean text.
func (l *spacyLayer) place(from, to int) (annotate.Range, error) {
	if from < 0 || to > len(l.at) || from >= to {
		return annotate.Range{}, fmt.Errorf("a span goes from token %d to %d, of %d", from, to, len(l.at))
	}
	return l.whole.place(annotate.Range{Start: l.at[from].Start, End: l.at[to-1].End}), nil
}

func (l *spacyLayer) add(label string, from, to int) error {
	place, err := l.place(from, to)
	if err != nil {
		return err
	}
	if label == "" {
		l.repairs = append(l.repairs, "left out: a span without a label")
		return nil
	}
	if err := (annotate.Span{Range: place}).Check(l.whole.clean); err != nil {
		return err
	}
	l.addSpan(annotate.Span{Range: place, Label: label})
	l.placed[placed{place, label}]++
	return nil
}
