package dataset

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var scraped = Format{
	Name:       "scraped",
	Title:      "JSON of scrapers",
	About:      "JSON or JSON Lines of articles as newspaper4k, trafilatura, news-please and other scrapers write them: which keys hold the text, the title, the date, the source, the URL, the authors and the language is found out by their names, all others become metadata.",
	Extensions: []string{".json", ".jsonl"},
	takes: func(f file) (string, bool) {
		return f.path, f.is(".json", ".jsonl", ".ndjson") && f.dialect() == "scraped"
	},
	read: readScraped,
}

// isScraped reports whether keys are those of an article of a scraper: a text
// under another name, or with what only scrapers say beside it.
func isScraped(keys map[string]json.RawMessage) bool {
	names := namesIn(keys)
	c := Columns{}.guess(names, nil)
	if c.Text == "" || len(keys[c.Text]) == 0 || keys[c.Text][0] != '"' {
		return false
	}
	return c.Text != "text" && (c.Title != "" || c.URL != "" || c.Date != "") ||
		slices.ContainsFunc([]string{"publish_date", "date_publish", "hostname", "sitename", "fingerprint", "maintext"}, func(name string) bool { return keys[name] != nil })
}

func namesIn(keys map[string]json.RawMessage) []string {
	var names []string
	for name := range sorted(keys) {
		names = append(names, name)
	}
	return names
}

func readScraped(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for rec, err := range records(path) {
			var doc annotate.Document
			if err == nil {
				if doc, err = t.scrapedDocument(rec); err != nil {
					err = refusal(path, rec.number, err.Error())
				}
				doc.Origin = annotate.Origin{File: path, Line: rec.number}
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func (t *tour) scrapedDocument(rec record) (annotate.Document, error) {
	keys, err := objectOf(rec.data)
	if err != nil {
		return annotate.Document{}, err
	}
	names := namesIn(keys)
	row := make([]string, len(names))
	for i, name := range names {
		row[i] = valueText(keys[name])
	}
	columns := t.chosen.guess(names, nil)
	if columns.Text == "" {
		return annotate.Document{}, errors.New("no key in it is known to hold a text; there are " + someOf(names))
	}
	a, repairs, err := columns.article(names, row)
	return annotate.Document{Article: a, Repairs: append(slices.Clone(rec.repairs), repairs...)}, err
}

// valueText is a JSON value as metadata: lists of texts with semicolons between,
// null as nothing.
func valueText(value json.RawMessage) string {
	var list []string
	switch {
	case string(value) == "null":
		return ""
	case json.Unmarshal(value, &list) == nil:
		return strings.Join(list, "; ")
	}
	return asText(value)
}
