package dataset

import (
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// oldNexisArticles are the articles of a text file of the old LexisNexis: each
// begins with its number, has source, date and headline in paragraphs, fields in
// capitals, and lines that are wrapped.
func oldNexisArticles(content string) []foundArticle {
	var found []foundArticle
	starts := oldNexis.FindAllStringIndex(content, -1)
	for i, at := range starts {
		end := len(content)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		found = append(found, oldNexisArticle(wrappedParagraphs(content[at[1]:end])))
	}
	return found
}

// wrappedParagraphs are the paragraphs of a text whose lines are wrapped, each
// on one line.
func wrappedParagraphs(text string) []string {
	var list, lines []string
	for line := range strings.SplitSeq(text+"\n\n", "\n") {
		if line = strings.TrimFunc(line, annotate.IsSpace); line != "" {
			lines = append(lines, line)
			continue
		}
		if lines != nil {
			list = append(list, strings.Join(lines, " "))
			lines = nil
		}
	}
	return list
}

func oldNexisArticle(paragraphs []string) foundArticle {
	a := foundArticle{meta: annotate.Meta{}}
	date := slices.IndexFunc(paragraphs[:min(len(paragraphs), 6)], func(p string) bool { return nexisDate.MatchString(p) })
	var body []string
	for i, p := range paragraphs {
		name, value, is := nexisField(p)
		if is && strings.ToUpper(p[:strings.IndexByte(p, ':')]) != p[:strings.IndexByte(p, ':')] {
			is = false
		}
		switch {
		case is && name == "headline":
			a.title = value
		case is:
			a.meta[name] = value
		case i == date:
			a.meta["date"] = p
		case i == date-1:
			a.meta["source"] = p
		case i < date:
		case strings.HasPrefix(p, "Copyright "), strings.HasPrefix(p, "All Rights Reserved"):
			a.meta["copyright"] = p
		case i == date+1 && a.title == "":
			a.title = p
		default:
			body = append(body, p)
		}
	}
	a.text = paragraphsOf(body)
	return a
}
