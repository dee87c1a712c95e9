package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A census counts what goes into a dataset, set by set, for its card.
type census struct {
	usage
	sets      map[string]*setCount
	authors   map[string]bool
	languages []string
}

// A setCount is what is in one set.
type setCount struct {
	articles, labelled, layers int            // labelled are articles
	spans, links               map[string]int // by label and kind
}

// take counts a document of a set. What suggesters did does not count.
func (c *census) take(set string, doc annotate.Document) {
	if c.sets == nil {
		c.sets, c.authors = map[string]*setCount{}, map[string]bool{}
	}
	n := c.sets[set]
	if n == nil {
		n = &setCount{spans: map[string]int{}, links: map[string]int{}}
		c.sets[set] = n
	}
	c.learn(doc)
	n.articles++
	if language := doc.Article.Meta["language"]; language != "" && !slices.Contains(c.languages, language) {
		c.languages = append(c.languages, language)
	}
	before := n.layers
	for _, layer := range doc.Layers {
		if layer.Author.Kind == annotate.Suggester || unbegun(layer) {
			continue
		}
		n.layers++
		c.authors[layer.Author.Name] = true
		for _, s := range layer.Spans() {
			n.spans[s.Label]++
		}
		for _, k := range layer.Links() {
			n.links[k.Kind]++
		}
	}
	n.labelled += bit(n.layers > before)
}

// lacking says which labels have spans, but none in one of the sets.
func (c *census) lacking(sets []string) []string {
	var lines []string
	for _, l := range c.scheme.Labels {
		var without []string
		some := false
		for _, set := range sets {
			n := c.sets[set]
			if n == nil || n.spans[l.Name] == 0 {
				without = append(without, set)
				continue
			}
			some = true
		}
		if some && len(without) > 0 {
			lines = append(lines, fmt.Sprintf("there is no span of %s in %s; another --seed may part them better", l.Name, strings.Join(without, " and ")))
		}
	}
	return lines
}
