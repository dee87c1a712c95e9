package dataset

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A Preview shows how a table, or records with keys, would be read.
type Preview struct {
	Path    string
	Names   []string   // of the columns
	Rows    [][]string // the first ones, without that of the names
	Columns Columns    // what they are taken for; those that were chosen among them
}

// Look reads the beginning of a table or of records of a scraper, with the
// columns that were chosen, at most n rows of it. Where it is not clear which
// column holds the texts, that of the preview's columns is empty. It fails when
// the file cannot be read so, or a column that was chosen is not there.
func Look(path string, chosen Columns, n int) (Preview, error) {
	p := Preview{Path: path}
	look := p.lookAtTable
	if (file{path: path}).is(recordExtensions...) {
		look = p.lookAtRecords
	}
	if err := look(n); err != nil {
		return p, err
	}
	if err := chosen.there(p.Names); err != nil {
		return p, refusal(path, 0, err.Error())
	}
	p.Columns = chosen.guess(p.Names, p.Rows)
	return p, nil
}

// recordExtensions are those of files of records.
var recordExtensions = []string{".json", ".jsonl", ".ndjson"}

func (p *Preview) lookAtTable(n int) error {
	for row, err := range tableRows(p.Path) {
		if err != nil {
			return err
		}
		if p.Names == nil {
			names, headed := columnsOf(row.fields)
			if p.Names = names; headed {
				continue
			}
		}
		if len(p.Rows) == n {
			break
		}
		p.Rows = append(p.Rows, row.fields)
	}
	return nil
}

func (p *Preview) lookAtRecords(n int) error {
	var all []map[string]json.RawMessage
	for rec, err := range records(p.Path) {
		if err != nil {
			return err
		}
		keys, err := objectOf(rec.data)
		if err != nil {
			return refusal(p.Path, rec.number, err.Error())
		}
		p.Names = merged(p.Names, namesIn(keys))
		if all = append(all, keys); len(all) == n {
			break
		}
	}
	for _, keys := range all {
		row := make([]string, len(p.Names))
		for i, name := range p.Names {
			if value, there := keys[name]; there {
				row[i] = valueText(value)
			}
		}
		p.Rows = append(p.Rows, row)
	}
	return nil
}

// Articles are those of the rows by some columns, without rows that have no
// text.
func (p Preview) Articles(by Columns) []annotate.Article {
	var articles []annotate.Article
	for _, row := range p.Rows {
		if a, _, err := by.article(p.Names, row); err == nil {
			articles = append(articles, a)
		}
	}
	return articles
}

// mostVisited is how many files are looked at for one with columns.
const mostVisited = 200

// Tabular is how the first of some files would be read of which the columns may
// be chosen: tables, and records that are of no other format. It reports whether
// there is one among the first files.
func Tabular(ctx context.Context, paths []string, r Reading) (p Preview, found bool, err error) {
	t, err := newTour(ctx, r)
	if err != nil {
		return p, false, err
	}
	visited := 0
	for f, err := range files(paths, newSkipping(r.Skip)) {
		if visited++; visited > mostVisited || ctx.Err() != nil {
			break
		}
		if err != nil || !f.is(slices.Concat(tableExtensions, recordExtensions)...) {
			continue
		}
		if p, err := Look(f.path, r.Columns, lookedAt); err == nil && len(p.Names) > 1 && t.asks(f, p) {
			return p, true, nil
		}
	}
	return p, false, ctx.Err()
}

// asks reports whether it may be said of a file which column holds what: it is of
// no other format, but for lines of JSON without a text.
func (t *tour) asks(f file, p Preview) bool {
	format, _, err := t.recognise(f)
	switch {
	case err != nil, format.Name == table.Name, format.Name == scraped.Name:
		return true
	}
	return format.Name == jsonl.Name && !slices.Contains(p.Names, "text") && !slices.Contains(p.Names, "format")
}

// byColumns is the format of a file that nothing takes, but that has the column
// of texts that was chosen.
func (t *tour) byColumns(f file) (Format, bool) {
	if t.chosen.Text == "" || !f.is(slices.Concat(tableExtensions, recordExtensions)...) {
		return Format{}, false
	}
	if p, err := Look(f.path, t.chosen, lookedAt); err != nil || p.Columns.Text == "" {
		return Format{}, false
	}
	if f.is(recordExtensions...) {
		return scraped, true
	}
	return table, true
}

// ParseColumns reads "text=Body,title=Headline": which column holds what, of
// text, title, date, source, url, author and language. A comma may stand in the
// name of a column.
func ParseColumns(text string) (Columns, error) {
	var c Columns
	var last *string
	for part := range strings.SplitSeq(text, ",") {
		what, name, assigned := strings.Cut(part, "=")
		field := c.field(strings.ToLower(strings.TrimSpace(what)))
		switch {
		case assigned && field != nil && *field != "":
			return c, fmt.Errorf("there are two columns for %s", strings.TrimSpace(what))
		case assigned && field != nil:
			last, *field = field, strings.TrimSpace(name)
			if *field == "" {
				return c, fmt.Errorf("%q names no column", part)
			}
		case last == nil:
			return c, fmt.Errorf("%q does not say which column holds what, as in text=Body,title=Headline; there are text, title, date, source, url, author, language", part)
		default:
			*last += "," + part
		}
	}
	return c, nil
}

// field is where the column of a thing is kept; nil if there is no such thing.
func (c *Columns) field(what string) *string {
	return map[string]*string{"text": &c.Text, "title": &c.Title, "date": &c.Date, "source": &c.Source, "url": &c.URL, "author": &c.Author, "language": &c.Language}[what]
}
