package dataset

import (
	"regexp"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var nexis = Format{
	Name:       "nexis",
	Title:      "Nexis Uni and LexisNexis",
	About:      "Word files of Nexis Uni and Lexis Advance, and text files of the old LexisNexis, with many articles each. Headline, source, date, section and author become title and metadata; cover lists and classifications are left out.",
	Extensions: []string{".docx", ".txt"},
	takes:      takesNexis,
	read:       readNexis,
}

var (
	oldNexis  = regexp.MustCompile(`(?mi)^[ \t]*\d+ (?:of|von|de|sur) \d+ (?:DOCUMENTS?|DOKUMENTEN?)[ \t]*\r?$`)
	nexisEnd  = "End of Document"
	nexisBody = []string{"Body", "Volltext", "Corps", "Texto completo"}
)

// takesNexis takes what its structure tells.
func takesNexis(f file) (string, bool) {
	switch {
	case f.is(".txt"):
		head, _ := decode(f.start)
		return f.path, oldNexis.MatchString(head)
	case f.is(".docx"):
		w, err := openDOCX(f.path)
		return f.path, err == nil && slices.ContainsFunc(w.paragraphs, isNexisEnd) && slices.ContainsFunc(w.paragraphs, isNexisBody)
	}
	return "", false
}

func isNexisEnd(p string) bool { return strings.TrimSpace(p) == nexisEnd }

func isNexisBody(p string) bool { return slices.Contains(nexisBody, strings.TrimSpace(p)) }

// A foundArticle is one of several of a file.
type foundArticle struct {
	title, text string
	meta        annotate.Meta
}

func readNexis(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		var found []foundArticle
		var why string
		if (file{path: path}).is(".docx") {
			w, err := openDOCX(path)
			if err != nil {
				why = err.Error()
			}
			found = nexisArticles(w.paragraphs)
		} else {
			var content string
			content, _, why = readWhole(path)
			found = oldNexisArticles(content)
		}
		if why == "" && len(found) == 0 {
			why = "no article of Nexis was found in it"
		}
		if why != "" {
			yield(annotate.Document{}, refusal(path, 0, why))
			return
		}
		yieldArticles(path, found, yield)
	}
}

// yieldArticles yields the articles of a file. Those without a text are left
// out, which the next one says.
func yieldArticles(path string, found []foundArticle, yield func(annotate.Document, error) bool) {
	empty := 0
	for _, one := range found {
		text, cleaned := annotate.Clean(strings.TrimSpace(one.text))
		if text == "" {
			empty++
			continue
		}
		a := newArticle(text, path)
		delete(a.Meta, "file")
		if one.title != "" {
			a.Title = one.title
		}
		for name, value := range one.meta {
			if value = strings.TrimSpace(value); value != "" {
				a.Meta[name] = value
			}
		}
		if len(a.Meta) == 0 {
			a.Meta = nil
		}
		doc := annotate.Document{Article: a, Origin: annotate.Origin{File: path}, Repairs: inWords(cleaned)}
		if empty > 0 {
			doc.Repairs, empty = append(doc.Repairs, "left out: "+counted(empty, "article")+" without a text"), 0
		}
		if !yield(doc, nil) {
			return
		}
	}
	if empty == len(found) {
		yield(annotate.Document{}, refusal(path, 0, "none of its articles has a text"))
	}
}

// nexisFields are the fields of an article by what they are kept as.
var nexisFields = map[string]string{
	"section": "section", "rubrik": "section", "rubrique": "section", "byline": "author", "autor": "author", "auteur": "author", "dateline": "place", "language": "language", "sprache": "language", "langue": "language",
	"copyright": "copyright", "length": "length", "länge": "length", "longueur": "length", "load-date": "load-date", "publication-type": "publication-type", "journal code": "journal-code", "highlight": "highlight", "headline": "headline", "url": "url",
}

// nexisField is a line that says something of an article: "Section: World".
func nexisField(line string) (name, value string, is bool) {
	before, after, found := strings.Cut(line, ":")
	name = nexisFields[strings.ToLower(strings.TrimSpace(before))]
	return name, strings.TrimFunc(after, annotate.IsSpace), found && name != ""
}

// nexisArticles are the articles of a Word file: each has a title, a source and
// a date, fields, its text behind the line Body, and ends with a line.
func nexisArticles(lines []string) []foundArticle {
	var found []foundArticle
	start := 0
	for i, line := range lines {
		if !isNexisEnd(line) {
			continue
		}
		part := lines[start:i]
		start = i + 1
		if body := slices.IndexFunc(part, isNexisBody); body >= 0 {
			found = append(found, nexisArticle(part[:body], part[body+1:]))
		}
	}
	return found
}

func nexisArticle(head, body []string) foundArticle {
	a := foundArticle{meta: annotate.Meta{}}
	var plain []string
	for _, line := range head {
		line = strings.TrimFunc(line, annotate.IsSpace)
		if name, value, is := nexisField(line); is {
			a.meta[name] = value
		} else if line != "" {
			plain = append(plain, line)
		}
	}
	// the cover list stands before the first article's title
	if at := slices.IndexFunc(plain, func(l string) bool { return nexisDate.MatchString(l) }); at >= 2 {
		a.meta["date"], a.meta["source"], a.title = plain[at], plain[at-1], plain[at-2]
	} else if len(plain) > 0 {
		a.title = plain[0]
	}
	end := slices.IndexFunc(body, func(l string) bool {
		l = strings.TrimFunc(l, annotate.IsSpace)
		return l == "Classification" || l == "Graphic" || l == "Notes" || strings.HasPrefix(l, "Load-Date:")
	})
	if end < 0 {
		end = len(body)
	}
	for _, line := range body[end:] {
		if name, value, is := nexisField(line); is && a.meta[name] == "" {
			a.meta[name] = value
		}
	}
	a.text = paragraphsOf(body[:end])
	return a
}

// paragraphsOf are lines that are not blank, with a blank line between.
func paragraphsOf(lines []string) string {
	var kept []string
	for _, l := range lines {
		if l = strings.TrimFunc(l, annotate.IsSpace); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n\n")
}

// nexisDate is a line with a date: a year, and a month in words or figures.
var nexisDate = regexp.MustCompile(`^\D{0,40}\d{1,2}\D.{0,40}\b(19|20)\d\d\b|^(19|20)\d\d[-/.]\d\d|^\pL+ (19|20)\d\d\b`)
