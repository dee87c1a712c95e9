package dataset

import (
	"fmt"

	"github.com/glossator/glossator/annotate"
)

// A placedReader reads a file of records with offsets whose unit is to be found
// out.
type placedReader struct {
	*tour
	path    string
	way     way
	scheme  *annotate.Scheme
	repairs []string // to be said with the next document
}

// A placedFormat is what such a file is of: the units that its offsets may
// count, the usual one first, and what reads it.
type placedFormat struct {
	units  []annotate.Unit
	claims func(record) (raw, []claim)
	scheme func(path string) (*annotate.Scheme, []string)
	// document makes the document of a record; the reader says what was repaired
	// in the file as a whole.
	document func(*placedReader, record) (annotate.Document, error)
}

func (f placedFormat) read(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		r := &placedReader{tour: t, path: path}
		var err error
		if r.way, err = t.wayOf(path, f.units, f.claims); err != nil {
			yield(annotate.Document{}, refusalBy(path, 0, err))
			return
		}
		if r.way.unit != f.units[0] || r.way.clean {
			r.repairs = []string{fmt.Sprintf("the offsets count %v", r.way)}
		}
		var repairs []string
		r.scheme, repairs = f.scheme(path)
		r.repairs = append(r.repairs, repairs...)
		for rec, err := range records(path) {
			var doc annotate.Document
			if err == nil {
				doc, err = r.document(f, rec)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func (r *placedReader) document(f placedFormat, rec record) (annotate.Document, error) {
	doc, err := f.document(r, rec)
	if err != nil {
		return annotate.Document{}, refusal(r.path, rec.number, err.Error())
	}
	doc.Origin, doc.Scheme = annotate.Origin{File: r.path, Line: rec.number}, r.scheme
	doc.Repairs, r.repairs = append(doc.Repairs, r.repairs...), nil
	return doc, nil
}
