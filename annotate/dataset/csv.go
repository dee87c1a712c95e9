package dataset

import (
	"path/filepath"
	"slices"
)

var csvFolder = Format{
	Name:  "csv",
	Title: "CSV tables",
	About: "A folder of CSV tables with datapackage.json, which says what their columns mean (Frictionless Data Package 2): articles, metadata, layers, spans, gaps, attributes, links, values, labels. " +
		"It keeps everything: for spreadsheets, R, pandas and databases.",
	Extensions: []string{".csv", ".json"},
	Folder:     true,
	takes:      takesCSV,
	read:       readCSV,
	write:      writeCSV,
	exact:      true,
}

const dataPackage = "datapackage.json"

// takesCSV takes the description of a package, and the tables that it names.
func takesCSV(f file) (string, bool) {
	path := filepath.Join(filepath.Dir(f.path), dataPackage)
	if base := filepath.Base(f.path); base != dataPackage && (!f.is(".csv") || !exists(path)) {
		return "", false
	}
	p, err := readPackage(path)
	return path, err == nil && (filepath.Base(f.path) == dataPackage || slices.Contains(p.paths(), filepath.Base(f.path)))
}

// A csvTable is a table of the package.
type csvTable struct {
	name    string
	about   string
	columns []csvColumn
	key     []string // columns that no two rows have the same
	refs    []csvRef
}

// A csvColumn is one of a table.
type csvColumn struct {
	name, kind, about string
	may               bool // it may be missing
}

// A csvRef says of some columns that they are the key of a row in a table.
type csvRef struct {
	columns []string
	table   string
	to      []string
}

var (
	ofArticle = csvRef{[]string{"article"}, "articles", []string{"id"}}
	ofLayer   = csvRef{[]string{"article", "layer"}, "layers", []string{"article", "id"}}
	ofSpan    = csvRef{[]string{"article", "layer", "span"}, "spans", []string{"article", "layer", "id"}}
)

func toSpan(column string) csvRef {
	return csvRef{[]string{"article", "layer", column}, "spans", []string{"article", "layer", "id"}}
}

func column(name, about string) csvColumn { return csvColumn{name: name, kind: "string", about: about} }
func offset(name, about string) csvColumn {
	return csvColumn{name: name, kind: "integer", about: about}
}
func maybe(name, about string) csvColumn {
	return csvColumn{name: name, kind: "string", about: about, may: true}
}

// csvTables are the tables, those that others refer to first. Their rows have
// the order of the articles.
var csvTables = []csvTable{
	{"articles", "One row for each article.", []csvColumn{
		column("id", "A UUID"), maybe("title", "The headline"), column("text", "The whole text, which offsets count"), maybe("sha256", "Of the text as UTF-8, hexadecimal"),
	}, []string{"id"}, nil},
	{"metadata", "What is known about an article.", []csvColumn{
		column("article", "Whose"), column("name", "Of what: source, date, url …"), column("value", "Free text"),
	}, []string{"article", "name"}, []csvRef{ofArticle}},
	{"labels", "The labels, for reading; the whole scheme stands in datapackage.json.", []csvColumn{
		column("name", "As spans have it"), maybe("title", "As people read it, if not the name"), maybe("colour", "#rrggbb on light backgrounds"), maybe("dark", "The same on dark ones"),
		maybe("key", "The letter that tags"), maybe("guideline", "When to use it"),
	}, []string{"name"}, nil},
	{"layers", "One row for each author's work on an article.", []csvColumn{
		column("article", "On which"), column("id", "A UUID"), column("author", "Name"), maybe("author_id", "A UUID"), maybe("author_kind", "person, import, suggester or curator"),
	}, []string{"article", "id"}, []csvRef{ofArticle}},
	{"spans", "The labelled stretches of text.", []csvColumn{
		column("article", "Whose"), column("layer", "In which"), column("id", "A UUID"), column("label", "Its name"),
		offset("start", "In Unicode code points from 0"), offset("end", "In Unicode code points, exclusive"), maybe("quote", "The text from start to end"),
		maybe("note", "Free text"), maybe("source", "The id it had in the file that it came from"),
	}, []string{"article", "layer", "id"}, []csvRef{ofLayer, {[]string{"label"}, "labels", []string{"name"}}}},
	{"gaps", "The parts of a span that do not belong to it.", []csvColumn{
		column("article", "Whose"), column("layer", "In which"), column("span", "Of which"), offset("start", "In Unicode code points from 0"), offset("end", "In Unicode code points, exclusive"),
	}, []string{"article", "layer", "span", "start"}, []csvRef{ofSpan}},
	{"attributes", "What is said of a span beside its label.", []csvColumn{
		column("article", "Whose"), column("layer", "In which"), column("span", "Of which"), column("name", "Of what"), column("value", "Free text"),
	}, []string{"article", "layer", "span", "name"}, []csvRef{ofSpan}},
	{"links", "What joins two spans of a layer.", []csvColumn{
		column("article", "Whose"), column("layer", "In which"), column("id", "A UUID"), column("kind", "Its name"), column("from", "A span"), column("to", "A span"),
		maybe("note", "Free text"), maybe("source", "The id it had in the file that it came from"),
	}, []string{"article", "layer", "id"}, []csvRef{toSpan("from"), toSpan("to"), ofLayer}},
	{"values", "What is said of an article as a whole: status, note and others.", []csvColumn{
		column("article", "Whose"), column("layer", "In which"), column("name", "Of what"), column("value", "Free text"),
	}, []string{"article", "layer", "name"}, []csvRef{ofLayer}},
}
