package dataset

import "github.com/glossator/glossator/annotate"

// tally counts what a document holds.
func tally(doc annotate.Document) map[Kind]int {
	n := map[Kind]int{Articles: 1, Metadata: len(doc.Article.Meta), Layers: len(doc.Layers)}
	if doc.Article.Title != "" {
		n[Titles] = 1
	}
	for _, layer := range doc.Layers {
		for kind, count := range tallyLayer(layer) {
			n[kind] += count
		}
	}
	return n
}

// tallyLayer counts what a layer holds, itself left out.
func tallyLayer(layer annotate.Layer) map[Kind]int {
	n := map[Kind]int{Spans: len(layer.Spans()), Links: len(layer.Links())}
	if layer.Author.Name != "" {
		n[Authors] = 1
	}
	for _, v := range layer.Values() {
		n[valueKind(v)]++
	}
	for _, s := range layer.Spans() {
		n[Gaps] += len(s.Gaps)
		n[Attributes] += len(s.Attrs)
		n[Notes] += present(s.Note)
	}
	for _, k := range layer.Links() {
		n[LinkNotes] += present(k.Note)
	}
	return n
}

func valueKind(v annotate.Value) Kind {
	switch v.Name {
	case annotate.StatusValue:
		return Statuses
	case annotate.NoteValue:
		return ArticleNotes
	}
	return Values
}

func present(text string) int {
	if text == "" {
		return 0
	}
	return 1
}
