package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/agreement"
)

// A census counts what goes into a dataset, set by set, for its card.
type census struct {
	usage
	sets      map[string]*SetCount
	authors   map[string]bool
	languages []string
	study     agreement.Study
}

// take counts a document of a set. What suggesters did does not count.
func (c *census) take(set string, doc annotate.Document) {
	if c.sets == nil {
		c.sets, c.authors = map[string]*SetCount{}, map[string]bool{}
	}
	n := c.sets[set]
	if n == nil {
		n = &SetCount{Name: set, Spans: map[string]int{}, Links: map[string]int{}}
		c.sets[set] = n
	}
	c.learn(doc)
	n.Articles++
	if language := doc.Article.Meta["language"]; language != "" && !slices.Contains(c.languages, language) {
		c.languages = append(c.languages, language)
	}
	before := n.Layers
	var independent []annotate.Layer
	for _, layer := range doc.Layers {
		if layer.Author.Kind == annotate.Suggester || unbegun(layer) {
			continue
		}
		n.Layers++
		if layer.Author.Kind != annotate.Curator {
			independent = append(independent, layer)
		}
		c.authors[layer.Author.Name] = true
		for _, s := range layer.Spans() {
			n.Spans[s.Label]++
		}
		for _, k := range layer.Links() {
			n.Links[k.Kind]++
		}
	}
	n.Labelled += bit(n.Layers > before)
	c.study.Add(independent)
}

// of is what is in a set.
func (c *census) of(set string) SetCount {
	if n := c.sets[set]; n != nil {
		return *n
	}
	return SetCount{Name: set}
}

// lacking says which labels have spans, but none in one of the sets.
func (c *census) lacking(sets []string) []string {
	var lines []string
	for _, l := range c.scheme.Labels {
		var without []string
		some := false
		for _, set := range sets {
			n := c.sets[set]
			if n == nil || n.Spans[l.Name] == 0 {
				without = append(without, set)
				continue
			}
			some = true
		}
		if some && len(without) > 0 {
			lines = append(lines, fmt.Sprintf("there is no span of %s in %s; another seed may part them better", l.Name, strings.Join(without, " and ")))
		}
	}
	return lines
}
