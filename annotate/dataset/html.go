package dataset

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

var webPage = Format{
	Name:       "html",
	Title:      "Saved web pages",
	About:      "One article a page: its main text without menus, advertisements and lists of links, headings and paragraphs parted by blank lines. Title, date, author, source, address and language are taken from what the page says of itself.",
	Extensions: []string{".html", ".htm", ".xhtml"},
	takes: func(f file) (string, bool) {
		return f.path, f.is(".html", ".htm", ".xhtml") && f.binary() == ""
	},
	read: readHTML,
}

func readHTML(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		root, repairs, why := parsedHTML(path)
		if why != "" {
			yield(annotate.Document{}, refusal(path, 0, why))
			return
		}
		page := aboutPage(root)
		text, cleaned := annotate.Clean(mainText(root))
		if strings.TrimSpace(text) == "" {
			yield(annotate.Document{}, refusal(path, 0, "no article was found on the page; save its text as plain text and import that"))
			return
		}
		a := newArticle(text, path)
		if page.title != "" {
			a.Title = page.title
		}
		page.into(a.Meta)
		yield(annotate.Document{Article: a, Origin: annotate.Origin{File: path}, Repairs: append(repairs, inWords(cleaned)...)}, nil)
	}
}

// parsedHTML is a page, read in the encoding that it says it is in.
func parsedHTML(path string) (root *html.Node, repairs []string, why string) {
	raw, repairs, why := readRawAs(path, pageEncoding)
	if why != "" {
		return nil, nil, why
	}
	if strings.Count(raw, "<") > mostTags {
		return nil, nil, fmt.Sprintf("it has more than %d tags, as no page with an article has; save its text as plain text and import that", mostTags)
	}
	root, err := html.Parse(strings.NewReader(raw))
	if err != nil {
		return nil, nil, "it cannot be read as a web page: " + err.Error()
	}
	return root, repairs, ""
}

// mostTags is how many tags a page may have.
const mostTags = 2_000_000

// pageEncoding is the encoding that a page declares, where it is not UTF-8
// anyway.
func pageEncoding(data []byte) (encodingFound, bool) {
	if utf8.Valid(data) {
		return encodingFound{}, true
	}
	with, name, certain := charset.DetermineEncoding(data[:min(len(data), 4096)], "")
	if !certain && !charsetSaid.Match(data[:min(len(data), 4096)]) || name == "utf-8" {
		return encodingFound{}, false
	}
	return encodingFound{name, with}, true
}

var charsetSaid = regexp.MustCompile(`(?i)charset\s*=`)
