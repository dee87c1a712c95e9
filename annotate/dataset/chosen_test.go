package dataset

import (
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestChosenLabelsAndAuthors(t *testing.T) {
	doc := drawn(t, "Raid", "[claim [actor Vael] took [place Tesk]]", "actor", "place", "claim")
	doc.Scheme.Links = []annotate.LinkKind{{Name: "at", From: []string{"actor"}, To: []string{"place"}}, {Name: "by", From: []string{"claim"}}}
	layer := doc.Layers[0]
	spans := layer.Spans()
	layer, err := layer.Apply(annotate.Edit{Links: annotate.Change[annotate.Link]{Add: []annotate.Link{
		{ID: "1", Kind: "at", From: spans[1].ID, To: spans[2].ID}, {ID: "2", Kind: "by", From: spans[0].ID, To: spans[1].ID},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	doc.Layers[0] = layer
	tests := []struct {
		chosen                                 Chosen
		documents, layers, spans, links, kinds int
	}{
		{Chosen{}, 1, 1, 3, 2, 2},
		{Chosen{Labels: []string{"actor", "place"}}, 1, 1, 2, 1, 1},
		{Chosen{Labels: []string{"claim"}}, 1, 1, 1, 0, 1},
		{Chosen{Authors: []string{"Ada", "Ben"}}, 1, 1, 3, 2, 2},
		{Chosen{Authors: []string{"Ben"}}, 0, 0, 0, 0, 0},
		{Chosen{Adjudicated: true}, 0, 0, 0, 0, 0},
	}
	for _, test := range tests {
		documents, n, kinds := 0, map[Kind]int{}, 0
		for doc, err := range test.chosen.Of(stream(doc)) {
			if err != nil {
				t.Fatal(err)
			}
			documents, n, kinds = documents+1, tally(doc), len(doc.Scheme.Links)
		}
		if documents != test.documents || n[Layers] != test.layers || n[Spans] != test.spans || n[Links] != test.links || kinds != test.kinds {
			t.Errorf("%+v: %d documents, %v, %d kinds of links", test.chosen, documents, n, kinds)
		}
	}
}

// TestChosenAdjudicated: of several layers those of curators stay.
func TestChosenAdjudicated(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Vael] left", "actor")
	gold := doc.Layers[0]
	gold.Author = annotate.Author{ID: annotate.NewID(), Name: "Gold", Kind: annotate.Curator}
	doc.Layers = append(doc.Layers, gold)
	for doc, err := range (Chosen{Adjudicated: true}).Of(stream(doc, news(0, 1)[0])) {
		if err != nil || len(doc.Layers) != 1 || doc.Layers[0].Author.Name != "Gold" {
			t.Errorf("%v %v", doc.Layers, err)
		}
	}
}
