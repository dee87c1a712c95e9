package dataset

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A pageAbout is what a page says of itself.
type pageAbout struct {
	title, date, author, source, url, language string
}

// into adds what is known to metadata.
func (p pageAbout) into(meta annotate.Meta) {
	for name, value := range map[string]string{"date": p.date, "author": p.author, "source": p.source, "url": p.url, "language": p.language} {
		if value != "" {
			meta[name] = value
		}
	}
}

// aboutPage reads what a page says of itself: in JSON-LD for search engines, in
// the metadata of its head, in elements made for it.
func aboutPage(root *html.Node) pageAbout {
	var ld, page pageAbout
	meta := map[string]string{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			page.language, _ = attr(n, "lang")
		case atom.Title:
			page.title = cmp.Or(page.title, squeezed(innerText(n)))
		case atom.H1:
			meta["h1"] = cmp.Or(meta["h1"], squeezed(innerText(n)))
		case atom.Time:
			when, _ := attr(n, "datetime")
			meta["time"] = cmp.Or(meta["time"], when)
		case atom.Link:
			if rel, _ := attr(n, "rel"); rel == "canonical" {
				page.url, _ = attr(n, "href")
			}
		case atom.Meta:
			readMetaTag(n, meta)
		case atom.Script:
			if kind, _ := attr(n, "type"); kind == "application/ld+json" {
				var data any
				if json.Unmarshal([]byte(innerText(n)), &data) == nil {
					ld.readLD(data, 0)
				}
			}
		}
	}
	return pageAbout{
		title:    cmp.Or(ld.title, meta["og:title"], meta["h1"], page.title),
		date:     cmp.Or(ld.date, meta["article:published_time"], meta["datepublished"], meta["date"], meta["pubdate"], meta["dc.date"], meta["dc.date.issued"], meta["parsely-pub-date"], meta["time"]),
		author:   cmp.Or(ld.author, notAddress(meta["author"]), notAddress(meta["article:author"]), meta["dc.creator"], meta["byl"]),
		source:   cmp.Or(meta["og:site_name"], ld.source, meta["application-name"], meta["dc.publisher"]),
		url:      cmp.Or(page.url, meta["og:url"], ld.url),
		language: cmp.Or(page.language, ld.language, meta["language"]),
	}
}

// readMetaTag keeps the first value of each name.
func readMetaTag(n *html.Node, meta map[string]string) {
	content, _ := attr(n, "content")
	for _, key := range []string{"name", "property", "itemprop"} {
		if name, there := attr(n, key); there && strings.TrimSpace(content) != "" {
			name = strings.ToLower(name)
			meta[name] = cmp.Or(meta[name], squeezed(content))
		}
	}
}

func notAddress(author string) string {
	if strings.HasPrefix(author, "http") {
		return ""
	}
	return author
}

// deepestLD is how deep JSON-LD is looked into.
const deepestLD = 6

// readLD looks for an article in JSON-LD.
func (p *pageAbout) readLD(data any, depth int) {
	if depth > deepestLD {
		return
	}
	switch data := data.(type) {
	case []any:
		for _, one := range data {
			p.readLD(one, depth+1)
		}
	case map[string]any:
		if isArticleLD(data["@type"]) {
			p.title = cmp.Or(p.title, squeezed(html.UnescapeString(textLD(data["headline"]))))
			p.date = cmp.Or(p.date, textLD(data["datePublished"]))
			p.author = cmp.Or(p.author, namesLD(data["author"]))
			p.source = cmp.Or(p.source, namesLD(data["publisher"]))
			p.url = cmp.Or(p.url, textLD(data["url"]))
			p.language = cmp.Or(p.language, textLD(data["inLanguage"]))
		}
		p.readLD(data["@graph"], depth+1)
		p.readLD(data["mainEntity"], depth+1)
	}
}

func isArticleLD(kind any) bool {
	kinds, _ := kind.([]any)
	return slices.ContainsFunc(append(kinds, kind), func(k any) bool {
		name, _ := k.(string)
		return strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "BlogPosting") || name == "Report"
	})
}

func textLD(value any) string {
	text, _ := value.(string)
	return strings.TrimSpace(text)
}

// namesLD are the names of persons or organisations, with semicolons between.
func namesLD(value any) string {
	var names []string
	switch value := value.(type) {
	case string:
		return strings.TrimSpace(value)
	case map[string]any:
		return cmp.Or(textLD(value["name"]), textLD(value["@id"]))
	case []any:
		for _, one := range value {
			if name := namesLD(one); name != "" {
				names = append(names, name)
			}
		}
	}
	return strings.Join(names, "; ")
}
