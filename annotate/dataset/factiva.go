package dataset

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var factiva = Format{
	Name:       "factiva",
	Title:      "Factiva",
	About:      "Web pages that Factiva exports, with many articles each. Headline, source, date, author, language and accession number become title and metadata; the lead and the rest of the text become the article.",
	Extensions: []string{".html", ".htm"},
	takes: func(f file) (string, bool) {
		return f.path, f.is(".html", ".htm") && factivaArticle.Match(f.start) && bytes.Contains(f.start, []byte("articleParagraph"))
	},
	read: readFactiva,
}

var factivaArticle = regexp.MustCompile(`class\s*=\s*["'][^"']*\barticle\b`)

// factivaFields are the codes of fields by what they are kept as.
var factivaFields = map[string]string{"BY": "author", "PD": "date", "ET": "time", "SN": "source", "SC": "source-code", "LA": "language", "CY": "copyright", "SE": "section", "PG": "page", "WC": "length", "AN": "accession-number",
	"CO": "companies", "IN": "industries", "NS": "subjects", "RE": "regions", "CR": "credit", "ED": "edition", "VOL": "volume", "PUB": "publisher"}

func readFactiva(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		root, _, why := parsedHTML(path)
		if why != "" {
			yield(annotate.Document{}, refusal(path, 0, why))
			return
		}
		var found []foundArticle
		for n := range root.Descendants() {
			class, _ := attr(n, "class")
			if n.DataAtom == atom.Div && slices.Contains(strings.Fields(class), "article") {
				found = append(found, factivaOf(n))
			}
		}
		if len(found) == 0 {
			yield(annotate.Document{}, refusal(path, 0, "no article of Factiva was found in it"))
			return
		}
		yieldArticles(path, found, yield)
	}
}

// factivaOf is the article of an element: a table with a code and what it stands
// for in each row, or, without codes, spans and paragraphs with classes.
func factivaOf(article *html.Node) foundArticle {
	a := foundArticle{meta: annotate.Meta{}}
	var body []string
	for row := range article.Descendants() {
		if row.DataAtom != atom.Tr {
			continue
		}
		code, cell := factivaRow(row)
		switch {
		case cell == nil:
		case code == "HD":
			a.title = squeezed(innerText(cell))
		case code == "LP", code == "TD":
			body = append(body, factivaParagraphs(cell)...)
		case factivaFields[code] != "":
			a.meta[factivaFields[code]] = squeezed(innerText(cell))
		}
	}
	if body == nil {
		body = factivaParagraphs(article)
	}
	a.text = paragraphsOf(body)
	if a.title == "" {
		for n := range article.Descendants() {
			if class, _ := attr(n, "class"); strings.Contains(class, "Headline") || n.DataAtom == atom.H1 {
				a.title = squeezed(innerText(n))
				break
			}
		}
	}
	return a
}

// factivaRow is a row's code and the cell behind it; nil if there is none.
func factivaRow(row *html.Node) (code string, cell *html.Node) {
	for c := range row.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		if code != "" {
			return code, c
		}
		code = strings.ToUpper(squeezed(innerText(c)))
	}
	return code, nil
}

// factivaParagraphs are the paragraphs in an element, or all of it as one. Line
// breaks inside are none of the text's.
func factivaParagraphs(n *html.Node) []string {
	var list []string
	for p := range n.Descendants() {
		if p.DataAtom == atom.P {
			list = append(list, unwrapped(innerText(p)))
		}
	}
	if list == nil {
		return []string{unwrapped(innerText(n))}
	}
	return list
}

// unwrapped is a text without its line breaks, as a browser shows it.
func unwrapped(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(asciiSpace, r) }), " ")
}
