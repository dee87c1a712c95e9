package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var table = Format{
	Name:       "table",
	Title:      "Tables of articles",
	About:      "CSV, TSV and Excel files with an article in each row. Which columns hold the text, the title, the date, the source, the URL, the author and the language is chosen, or found out by their names; all others become metadata.",
	Extensions: tableExtensions,
	takes:      takesTable,
	read:       readTable,
}

// .csv last: folders of our own tables have it too
var tableExtensions = []string{".xlsx", ".xlsm", ".tsv", ".tab", ".csv"}

// Columns say in which columns of a table an article stands, by name. Those that
// are empty are guessed, unless Exact says that there are none.
type Columns struct {
	Text, Title, Date, Source, URL, Author, Language string

	Exact bool
}

// columnNames are names of columns in use, by what they hold: in exports of
// archives, scrapers and data sets of events, the likeliest first.
var columnNames = []struct {
	field func(*Columns) *string
	meta  string // under which metadata it is kept
	names []string
}{
	{func(c *Columns) *string { return &c.Text }, "", []string{"text", "article_text", "full_text", "fulltext", "maintext", "main_text", "plain_text", "body_text", "body", "article_body", "articlebody", "content", "article", "story", "raw_text", "texte", "volltext", "notes", "description"}},
	{func(c *Columns) *string { return &c.Title }, "", []string{"title", "headline", "heading", "hed", "titre", "titel", "título", "заголовок"}},
	{func(c *Columns) *string { return &c.Date }, "date", []string{"date", "publish_date", "date_publish", "date_published", "publication_date", "pub_date", "pubdate", "published", "published_at", "event_date", "datetime", "timestamp", "time"}},
	{func(c *Columns) *string { return &c.Source }, "source", []string{"source", "source_name", "publisher", "media_name", "outlet", "newspaper", "publication", "sitename", "hostname", "source_domain", "site"}},
	{func(c *Columns) *string { return &c.URL }, "url", []string{"url", "link", "source_url", "web_url", "href", "permalink"}},
	{func(c *Columns) *string { return &c.Author }, "author", []string{"author", "authors", "byline", "creator", "writer", "journalist"}},
	{func(c *Columns) *string { return &c.Language }, "language", []string{"language", "lang", "locale"}},
}

// columnName is a column's name as it is compared.
func columnName(name string) string {
	return strings.NewReplacer(" ", "_", "-", "_", ".", "_").Replace(strings.ToLower(strings.TrimSpace(name)))
}

// guess fills in, of the columns that there are, those that were not chosen. A
// text without a known name is what is by far the longest in these rows.
func (c Columns) guess(names []string, rows [][]string) Columns {
	if c.Exact {
		return c
	}
	taken := map[string]bool{}
	for _, known := range columnNames {
		taken[*known.field(&c)] = true
	}
	for _, known := range columnNames {
		for _, name := range known.names {
			i := slices.IndexFunc(names, func(n string) bool { return columnName(n) == name && !taken[n] })
			if field := known.field(&c); *field == "" && i >= 0 {
				*field, taken[names[i]] = names[i], true
			}
		}
	}
	if c.Text == "" {
		c.Text = longestColumn(names, rows)
	}
	return c
}

// textLength is how long the cells of a column are at least, in bytes and on the
// average, that is taken for the text though its name does not say so.
const textLength = 200

func longestColumn(names []string, rows [][]string) string {
	best, most, second := "", 0, 0
	for i, name := range names {
		length := 0
		for _, row := range rows {
			if i < len(row) {
				length += len(row[i])
			}
		}
		switch {
		case length > most:
			best, most, second = name, length, most
		case length > second:
			second = length
		}
	}
	if len(rows) == 0 || most < textLength*len(rows) || most < 3*second {
		return ""
	}
	return best
}

// there says which of the columns that were chosen is not there.
func (c Columns) there(names []string) error {
	for _, known := range columnNames {
		if name := *known.field(&c); name != "" && !slices.Contains(names, name) {
			return fmt.Errorf("there is no column “%s”; there are %s", name, someOf(names))
		}
	}
	return nil
}

// unclear says that it is not known where the texts stand.
func unclear(names []string) string {
	return fmt.Sprintf("it is not clear which column holds the texts; choose one of %s", someOf(names))
}

func someOf(names []string) string {
	if len(names) > 30 {
		return strings.Join(names[:30], ", ") + fmt.Sprintf(" and %d more", len(names)-30)
	}
	return strings.Join(names, ", ")
}

// article is the article of a row, and what had to be done to read it.
func (c Columns) article(names, row []string) (annotate.Article, []string, error) {
	a := annotate.Article{Meta: annotate.Meta{}}
	var repairs []string
	for i, name := range names {
		if i >= len(row) || row[i] == "" {
			continue
		}
		clean, cleaned := annotate.Clean(row[i])
		switch name {
		case c.Text:
			a.Text, repairs = clean, inWords(cleaned)
		case c.Title:
			a.Title = strings.TrimSpace(clean)
		default:
			a.Meta[c.metaName(name)] = clean
		}
	}
	if strings.TrimSpace(a.Text) == "" {
		return a, nil, errors.New("its text is empty")
	}
	a.ID = articleID(a.Text)
	a.Title = cmp.Or(a.Title, title(a.Text, ""))
	if len(a.Meta) == 0 {
		a.Meta = nil
	}
	return a, repairs, nil
}

// metaName is the name under which a column is kept.
func (c Columns) metaName(name string) string {
	for _, known := range columnNames {
		if *known.field(&c) == name && known.meta != "" {
			return known.meta
		}
	}
	return name
}
