package dataset

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A gathered is what a file of another program says of one author's layer. IDs
// follow from what is said, so that reading a file again gives the same.
type gathered struct {
	layer annotate.Layer // without what is gathered
	salt  []string       // what IDs follow from
	spans []annotate.Span
	links []annotate.Link
	said  map[string]int // how often each span and link was said
	// values by name; of one that is said again a line is added.
	values map[string]string
}

func gather(a annotate.Article, author annotate.Author, format string) *gathered {
	return &gathered{layer: annotate.Layer{ID: layerID(a, author), Article: a.ID, Author: author}, salt: []string{a.Hash().String(), author.Name, format},
		said: map[string]int{}, values: map[string]string{}}
}

// addSpan adds a span, whose ID follows from its label, its place and the id that
// it came with.
func (g *gathered) addSpan(s annotate.Span) annotate.Span {
	s.ID = g.id("span", s.Label, fmt.Sprint(s.Pieces()), s.Source)
	g.spans = append(g.spans, s)
	return s
}

// addLink adds a link, whose ID follows from its kind and ends.
func (g *gathered) addLink(k annotate.Link) {
	k.ID = g.id("link", k.Kind, string(k.From), string(k.To))
	g.links = append(g.links, k)
}

// id is the ID of what was said, and how often it was said before.
func (g *gathered) id(parts ...string) annotate.ID {
	said := strings.Join(parts, "\x00")
	g.said[said]++
	return annotate.DerivedID(slices.Concat(g.salt, parts, []string{strconv.Itoa(g.said[said])})...)
}

// setValue sets a value, or adds a line to it.
func (g *gathered) setValue(name, text string) {
	if was, there := g.values[name]; there {
		text = was + "\n" + text
	}
	g.values[name] = text
}

// done is the layer.
func (g *gathered) done() (annotate.Layer, error) {
	var values []annotate.Value
	for _, name := range slices.Sorted(maps.Keys(g.values)) {
		values = append(values, annotate.Value{Name: name, Text: g.values[name]})
	}
	return g.layer.With(g.spans, g.links, values)
}

// foreignAuthor is who has a name in another program. The suffix tells what was
// done there from what the person of that name did here.
func foreignAuthor(name, suffix string) annotate.Author {
	if name = strings.TrimSuffix(name, suffix); name == defaultAuthor {
		suffix = ""
	}
	return annotate.Author{Name: name + suffix, Kind: annotate.Imported}
}

// homeName is the name that an author has in another program; empty for whoever
// stands for nobody in particular.
func homeName(a annotate.Author, suffix string) string {
	name := strings.TrimSuffix(a.Name, suffix)
	if name == defaultAuthor {
		return ""
	}
	return name
}

// foreignArticle is the article of a text that came with keys, of which those
// that are not known become metadata.
func foreignArticle(whole raw, keys map[string]json.RawMessage, known []string) annotate.Article {
	a := annotate.Article{ID: articleID(whole.clean), Text: whole.clean, Meta: annotate.Meta{}}
	var nested map[string]json.RawMessage
	if json.Unmarshal(keys["meta"], &nested) != nil && len(keys["meta"]) > 0 {
		a.Meta["meta"] = asText(keys["meta"])
	}
	for name, value := range nested {
		if string(value) != "null" {
			a.Meta[name] = asText(value)
		}
	}
	for name, value := range keys {
		if !slices.Contains(known, name) && name != "meta" && name != "title" && string(value) != "null" {
			a.Meta[name] = asText(value)
		}
	}
	a.Title = title(whole.clean, "")
	var given *string
	if json.Unmarshal(keys["title"], &given) == nil && given != nil {
		a.Title = *given
	}
	if len(a.Meta) == 0 {
		a.Meta = nil
	}
	return a
}

// withoutSuggestions is a document without the layers of suggesters, which are
// entered as losses.
func withoutSuggestions(l *Ledger, doc annotate.Document) annotate.Document {
	var layers []annotate.Layer
	for _, layer := range doc.Layers {
		if layer.Author.Kind != annotate.Suggester {
			layers = append(layers, layer)
			continue
		}
		l.never(Layers, 1, neverSuggested)
		for _, kind := range kinds {
			l.never(kind, tallyLayer(layer)[kind], neverSuggested)
		}
	}
	doc.Layers = layers
	l.meant.only(layers)
	return doc
}

const neverSuggested = "suggestions are not exported as labels"
