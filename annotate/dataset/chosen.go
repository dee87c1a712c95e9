package dataset

import (
	"slices"

	"github.com/glossator/glossator/annotate"
)

// A Chosen says what of documents is wanted. The zero value is all.
type Chosen struct {
	Labels  []string // only spans of these labels, and links between them
	Authors []string // only layers of authors of these names, and articles that have one
	// Adjudicated is only layers of curators, and articles that have one.
	Adjudicated bool
}

// Of are the documents with what is wanted of them. What is not wanted is no
// loss: no ledger names it.
func (c Chosen) Of(docs annotate.Documents) annotate.Documents {
	if len(c.Labels)+len(c.Authors) == 0 && !c.Adjudicated {
		return docs
	}
	return func(yield func(annotate.Document, error) bool) {
		for doc, err := range docs {
			if err == nil {
				doc, err = c.document(doc)
			}
			if err == nil && (len(c.Authors) > 0 || c.Adjudicated) && len(doc.Layers) == 0 {
				continue
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func (c Chosen) document(doc annotate.Document) (annotate.Document, error) {
	var layers []annotate.Layer
	for _, layer := range doc.Layers {
		if len(c.Authors) > 0 && !slices.Contains(c.Authors, layer.Author.Name) || c.Adjudicated && layer.Author.Kind != annotate.Curator {
			continue
		}
		layer, err := c.layer(layer)
		if err != nil {
			return doc, err
		}
		layers = append(layers, layer)
	}
	doc.Layers = layers
	if doc.Scheme != nil && len(c.Labels) > 0 {
		scheme := *doc.Scheme
		scheme.Labels = slices.DeleteFunc(slices.Clone(scheme.Labels), func(l annotate.Label) bool { return !c.wants(l.Name) })
		scheme.Links = nil
		for _, k := range doc.Scheme.Links {
			from, to := slices.DeleteFunc(slices.Clone(k.From), c.leaves), slices.DeleteFunc(slices.Clone(k.To), c.leaves)
			if (len(from) > 0 || len(k.From) == 0) && (len(to) > 0 || len(k.To) == 0) {
				k.From, k.To = from, to
				scheme.Links = append(scheme.Links, k)
			}
		}
		doc.Scheme = &scheme
	}
	return doc, nil
}

func (c Chosen) wants(label string) bool {
	return len(c.Labels) == 0 || slices.Contains(c.Labels, label)
}

func (c Chosen) leaves(label string) bool { return !c.wants(label) }

func (c Chosen) layer(layer annotate.Layer) (annotate.Layer, error) {
	if len(c.Labels) == 0 {
		return layer, nil
	}
	kept := map[annotate.ID]bool{}
	var spans []annotate.Span
	for _, s := range layer.Spans() {
		if c.wants(s.Label) {
			spans, kept[s.ID] = append(spans, s), true
		}
	}
	var links []annotate.Link
	for _, k := range layer.Links() {
		if kept[k.From] && kept[k.To] {
			links = append(links, k)
		}
	}
	return layer.With(spans, links, layer.Values())
}
