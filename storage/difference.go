package storage

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// maxDiffering is how many differences an import tells one by one.
const maxDiffering = 100

// compare notes that what a document brings is not what the project has, which
// is kept.
func (i *importer) compare(doc annotate.Document, differs bool, says func() string) {
	switch {
	case !differs:
	case len(i.report.Differing) >= maxDiffering:
		i.report.MoreDiffering++
	default:
		what := fmt.Sprintf("%s: %s; the project's is kept", mention(doc.Article.Title), says())
		i.report.Differing = append(i.report.Differing, Notice{doc.Origin, what})
	}
}

// same reports whether two rows of a span say the same.
func (r spanRow) same(t spanRow) bool {
	return r.StartOff == t.StartOff && r.EndOff == t.EndOff && r.Label == t.Label &&
		r.Gaps == t.Gaps && r.Attrs == t.Attrs && r.Note == t.Note
}

// difference says in words how a span is in the project, and how in a file.
func (r spanRow) difference(file spanRow, text string) string {
	var parts []string
	part := func(what, here, there string) {
		if here != there {
			parts = append(parts, differs(what, here, there))
		}
	}
	part("the label", r.Label, file.Label)
	if r.StartOff != file.StartOff || r.EndOff != file.EndOff {
		parts = append(parts, fmt.Sprintf("it goes from %d to %d here, from %d to %d in the file", r.StartOff, r.EndOff, file.StartOff, file.EndOff))
	}
	part("the list of its gaps", r.Gaps, file.Gaps)
	here, there := texts(r.Attrs), texts(file.Attrs)
	for _, name := range eitherNames(here, there) {
		part("attribute "+name, here[name], there[name])
	}
	part("the note", r.Note, file.Note)
	return fmt.Sprintf("span %s: %s", mention(r.quote(text)), strings.Join(parts, ", "))
}

// quote is what stands at a span's place.
func (r spanRow) quote(text string) string {
	at, err := annotate.In(annotate.CodePoints, text).Range(r.StartOff, r.EndOff)
	if err != nil {
		return r.UID
	}
	return text[at.Start:at.End]
}

// same reports whether two rows of a link say the same.
func (r linkRow) same(l linkRow) bool {
	return r.Kind == l.Kind && r.FromUID == l.FromUID && r.ToUID == l.ToUID && r.Note == l.Note
}

// difference says in words how a link is in the project, and how in a file.
func (r linkRow) difference(file linkRow) string {
	var parts []string
	if r.Kind != file.Kind {
		parts = append(parts, differs("the kind", r.Kind, file.Kind))
	}
	if r.FromUID != file.FromUID || r.ToUID != file.ToUID {
		parts = append(parts, "it joins other spans here than in the file")
	}
	if r.Note != file.Note {
		parts = append(parts, differs("the note", r.Note, file.Note))
	}
	return fmt.Sprintf("link %s: %s", mention(r.Kind), strings.Join(parts, ", "))
}

// compareArticle notes what a document says of an article that the project
// knows otherwise. Which file the text came from first does not matter.
func (i *importer) compareArticle(doc annotate.Document, was articleKey) {
	a := doc.Article
	i.compare(doc, a.Title != was.Title && a.Title != "", func() string { return differs("the title", was.Title, a.Title) })
	here := texts(was.Meta)
	for _, name := range slices.Sorted(maps.Keys(a.Meta)) {
		i.compare(doc, name != "file" && a.Meta[name] != here[name], func() string {
			return differs("metadata "+name, here[name], a.Meta[name])
		})
	}
}

// texts are the texts of a JSON object by name.
func texts(object string) map[string]string {
	var m map[string]string
	if object != "{}" {
		_ = json.Unmarshal([]byte(object), &m)
	}
	return m
}

// eitherNames are the names that either has, in order.
func eitherNames(a, b map[string]string) []string {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]string{}
	}
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}

// differs says what something is here, and what in a file.
func differs(what, here, there string) string {
	return fmt.Sprintf("%s is %s here, %s in the file", what, mention(here), mention(there))
}

// mention is a text in a sentence: in quotation marks, and its beginning only
// when it is long.
func mention(text string) string {
	const most = 60
	characters := []rune(strings.Join(strings.Fields(text), " "))
	switch {
	case len(characters) == 0:
		return "empty"
	case len(characters) > most:
		return "“" + string(characters[:most]) + "…”"
	}
	return "“" + string(characters) + "”"
}
