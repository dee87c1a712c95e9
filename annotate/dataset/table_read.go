package dataset

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// columnsOf are the names that a table's first row gives, and whether it does;
// else the columns are numbered. A row with a long text in it gives none.
func columnsOf(first []string) (names []string, headed bool) {
	headed = true
	for _, f := range first {
		headed = headed && len(f) < textLength
	}
	given := newNaming(itself)
	for i, f := range first {
		if name := named(f); headed && name != "" {
			names = append(names, given.next(name))
			continue
		}
		names = append(names, given.next("column "+strconv.Itoa(i+1)))
	}
	return names, headed
}

// lookedAt is how many rows are looked at to find out which column is which.
const lookedAt = 20

// takesTable takes what has the extension of a table, and a column of texts.
func takesTable(f file) (string, bool) {
	if !f.is(tableExtensions...) {
		return "", false
	}
	p, err := Look(f.path, Columns{}, lookedAt)
	return f.path, err == nil && p.Columns.Text != ""
}

func readTable(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		p, err := Look(path, t.chosen, lookedAt)
		if err == nil && p.Names == nil {
			err = refusal(path, 0, "there is nothing in it")
		}
		if err == nil && p.Columns.Text == "" {
			err = refusal(path, 0, unclear(p.Names))
		}
		if err != nil {
			yield(annotate.Document{}, err)
			return
		}
		_, headed := columnsOf(firstRow(path))
		r := &tableReader{path: path, names: p.Names, columns: p.Columns, headed: headed}
		for row, err := range tableRows(path) {
			if t.ctx.Err() != nil || !r.add(row, err, yield) {
				return
			}
		}
		r.flush(yield)
	}
}

func firstRow(path string) []string {
	for row, err := range tableRows(path) {
		if err == nil {
			return row.fields
		}
	}
	return nil
}

// A tableReader makes articles of rows, each one held back until the next, so
// that what was left out between them can be said.
type tableReader struct {
	path    string
	names   []string
	columns Columns
	headed  bool // the first row holds the names
	held    *annotate.Document
	empty   []int // lines without a text
}

func (r *tableReader) add(row tableRow, err error, yield func(annotate.Document, error) bool) bool {
	if err != nil {
		return r.flush(yield) && yield(annotate.Document{}, err)
	}
	if r.headed {
		r.headed = false
		return true
	}
	a, repairs, err := r.columns.article(r.names, row.fields)
	if err != nil {
		r.empty = append(r.empty, row.line)
		return true
	}
	if utf8.RuneCountInString(a.Text) == cellLimit {
		repairs = append(repairs, fmt.Sprintf("its text has %d characters, the most that a cell of Excel holds: its end may have been cut off", cellLimit))
	}
	more := r.flush(yield)
	r.held = &annotate.Document{Article: a, Origin: annotate.Origin{File: r.path, Line: row.line}, Repairs: repairs}
	return more
}

// flush yields the article that was held back.
func (r *tableReader) flush(yield func(annotate.Document, error) bool) bool {
	if r.held == nil {
		return true
	}
	doc := *r.held
	r.held = nil
	if n := len(r.empty); n > 0 {
		doc.Repairs = append(doc.Repairs, fmt.Sprintf("left out: %s without a text, the first in line %d", counted(n, "row"), r.empty[0]))
		r.empty = nil
	}
	return yield(doc, nil)
}
