package suggest

import (
	"iter"

	"github.com/glossator/glossator/annotate"
)

// A Wish is words that are to have a label wherever they stand.
type Wish struct {
	Words  string
	Label  string
	Author annotate.ID // whose spans count
	How    How
}

// A Find is an article in which a wish's words stand.
type Find struct {
	Article  annotate.Article
	Open     []annotate.Range // where they stand without the label, in order
	Labelled int              // how often they share a byte with the author's span of the label
}

// Everywhere are the articles of a stream in which a wish's words stand. What
// goes wrong with a document is passed on.
func Everywhere(docs annotate.Documents, wish Wish) iter.Seq2[Find, error] {
	return func(yield func(Find, error) bool) {
		for doc, err := range docs {
			f := Find{Article: doc.Article}
			if err == nil {
				f = wish.in(doc)
			}
			if err == nil && len(f.Open)+f.Labelled == 0 {
				continue
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

// in finds the words in one document.
func (w Wish) in(doc annotate.Document) Find {
	f := Find{Article: doc.Article}
	var taken stretches
	for _, layer := range doc.Layers {
		if layer.Author.ID == w.Author {
			taken = labelled(layer, w.Label)
		}
	}
	for r := range taggable(doc.Article.Text, w.Words, w.How) {
		if taken.meet(r) {
			f.Labelled++
			continue
		}
		f.Open = append(f.Open, r)
	}
	return f
}
