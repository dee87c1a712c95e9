package dataset

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// scraps are what random texts are made of: what shifts offsets, tears lines
// and confuses tokenizers.
var scraps = []string{
	"Orvany", "raid", "twelve", "12 people", "Al-Marsa", "the", "d'Estel", "👩‍👩‍👧", "🔥", "🇺🇦🇵🇱", "é", "e\u0301", "ا", "قُتل", "зброя",
	" ", " ", " ", " ", "\u00a0", "\u202f", "\t", "\n", "\n\n", "\u2028", "\u2029", "\u0085", "\v", "\f", "\x1c", "\x1e", ".", ". ", ", ", "\"", "“", "’", "-", "|", "#", "1 000", "\u200f", "\ufeff", "文", "。",
}

var randomScheme = annotate.Scheme{
	Name: "raids",
	Labels: []annotate.Label{
		{Name: "actor", Title: "Who", Colour: "#aa0000", Key: "a", Attributes: []annotate.Attribute{{Name: "side", Kind: annotate.Choice, Choices: []string{"north", "south"}}}},
		{Name: "place", Colour: "#00aa00", Guideline: "Names only."},
		{Name: "casualty", Colour: "#0000aa", Dark: "#8888ff", Attributes: []annotate.Attribute{{Name: "min", Kind: annotate.Number}, {Name: "disputed", Kind: annotate.Flag}}},
		{Name: "strike", Colour: "#aaaa00", Event: true},
		{Name: "with space", Colour: "#00aaaa"},
	},
	Links: []annotate.LinkKind{
		{Name: "made by", From: []string{"casualty"}, To: []string{"actor"}},
		{Name: "Agent", Role: true, From: []string{"strike"}, To: []string{"actor", "strike"}},
	},
	Values: []annotate.Attribute{{Name: "kind", Kind: annotate.Choice, Choices: []string{"report", "comment"}}},
}

// A dice draws random documents, the same ones for the same seed.
type dice struct {
	*rand.Rand
	seed uint64
}

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 7)), seed} }

func (d dice) text(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(scraps[d.IntN(len(scraps))])
	}
	text, _ := annotate.Clean(b.String())
	return text
}

func (d dice) id(parts ...any) annotate.ID { return annotate.DerivedID(fmt.Sprint(d.seed, parts)) }

func (d dice) often(n int) bool { return d.IntN(n) == 0 }

func (d dice) document(i int) annotate.Document {
	scheme := &randomScheme
	if d.often(9) {
		scheme = nil
	}
	text := d.text(1 + d.IntN(60))
	a := annotate.Article{ID: d.id("article", i), Title: strings.TrimSpace(d.text(d.IntN(5))), Text: text}
	if !d.often(3) {
		a.Meta = annotate.Meta{"file": fmt.Sprintf("report %d.txt", d.IntN(4)), "src\u2028": d.text(2)}
	}
	doc := annotate.Document{Article: a, Scheme: scheme}
	for n := range d.IntN(3) {
		author := annotate.Author{ID: d.id("author", n), Name: fmt.Sprintf("Reader %d", n), Kind: annotate.Person}
		doc.Layers = append(doc.Layers, d.layer(a, author))
	}
	return doc
}

func (d dice) layer(a annotate.Article, author annotate.Author) annotate.Layer {
	layer := annotate.Layer{ID: d.id("layer", a.ID, author.ID), Article: a.ID, Author: author}
	spans := d.spans(layer, a.Text)
	var values []annotate.Value
	for _, v := range []annotate.Value{{Name: "status", Text: string(annotate.Statuses[d.IntN(5)])}, {Name: "note", Text: d.text(3)}, {Name: "kind", Text: "report"}} {
		if d.often(2) {
			values = append(values, v)
		}
	}
	full, err := layer.With(spans, d.links(layer, spans), values)
	if err != nil {
		panic(err)
	}
	return full
}

func (d dice) spans(layer annotate.Layer, text string) []annotate.Span {
	var spans []annotate.Span
	for i := range d.IntN(12) {
		if span, ok := d.span(d.id("span", layer.ID, i), text); ok {
			spans = append(spans, span)
		}
	}
	return spans
}

func (d dice) links(layer annotate.Layer, spans []annotate.Span) []annotate.Link {
	var links []annotate.Link
	for i := range d.IntN(len(spans) + 1) {
		link := annotate.Link{ID: d.id("link", layer.ID, i), Kind: []string{"made by", "Agent", "same-as"}[d.IntN(3)],
			From: spans[d.IntN(len(spans))].ID, To: spans[d.IntN(len(spans))].ID}
		if d.often(4) {
			link.Note = d.text(4)
		}
		if d.often(3) {
			link.Source = fmt.Sprintf("R%d", d.IntN(4))
		}
		links = append(links, link)
	}
	return links
}

// boundary is a random place between two characters.
func (d dice) boundary(text string) int {
	at := d.IntN(len(text) + 1)
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

func (d dice) span(id annotate.ID, text string) (annotate.Span, bool) {
	from, to := d.boundary(text), d.boundary(text)
	span := annotate.Span{ID: id, Range: annotate.Range{Start: min(from, to), End: max(from, to)}, Label: randomScheme.Labels[d.IntN(5)].Name}
	if d.often(4) {
		from, to := d.boundary(text), d.boundary(text)
		span.Gaps = []annotate.Range{{Start: min(from, to), End: max(from, to)}}
		if span.Check(text) != nil {
			span.Gaps = nil
		}
	}
	if d.often(3) {
		span.Attrs = annotate.Attrs{"side": "north", "disputed": "true", "min": d.text(2)}
	}
	if d.often(3) {
		span.Note = d.text(6)
	}
	if d.often(3) {
		span.Source = []string{"T3", "E1 T5", "E2 T5", "x", "T-1"}[d.IntN(5)]
	}
	return span, span.Check(text) == nil
}
