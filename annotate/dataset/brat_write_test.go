package dataset

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestBratHasAFolderForEachAuthor(t *testing.T) {
	docs := []annotate.Document{drawn(t, "Raid", "[actor Gunmen] came.", "actor"), drawn(t, "Quiet day", "Nobody came.")}
	ben, err := annotate.NewLayer(docs[0].Article.ID, annotate.Author{Name: "Ben", Kind: annotate.Person}).With(docs[0].Layers[0].Spans(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	docs[0].Layers, docs[1].Layers = append(docs[0].Layers, ben), nil
	out, _ := export(t, "brat", docs...)
	onlyThere(t, out, "Ada", "Ben", "unlabelled")
	onlyThere(t, filepath.Join(out, "Ben"), "Raid.ann", "Raid.txt", "annotation.conf", "visual.conf")
	onlyThere(t, filepath.Join(out, "unlabelled"), "Quiet-day.ann", "Quiet-day.txt", "annotation.conf", "visual.conf")
	var authors []string
	for _, doc := range readAll(t, Reading{}, out) {
		for _, layer := range doc.Layers {
			authors = append(authors, layer.Author.Name)
		}
	}
	if !slices.Equal(authors, []string{"Ada (brat)", "Ben (brat)"}) {
		t.Errorf("%q", authors)
	}
}

// TestBratKeepsAuthorsOfOneName: of a person and a curator of one name neither
// takes the other's place.
func TestBratKeepsAuthorsOfOneName(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Gunmen] came to [place Orvany].", "actor", "place")
	all := doc.Layers[0].Spans()
	doc.Layers = nil
	for i, kind := range []annotate.AuthorKind{annotate.Person, annotate.Curator} {
		layer, err := annotate.NewLayer(doc.Article.ID, annotate.Author{Name: "Ada", Kind: kind}).With(all[i:i+1], nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		doc.Layers = append(doc.Layers, layer)
	}
	out, ledger := export(t, "brat", doc)
	onlyThere(t, out, "Ada", "Ada-2")
	if said := ledger.String(); !strings.Contains(said, "Ada (curator)") {
		t.Errorf("the ledger does not say what became of the curator:\n%s", said)
	}
	var labels []string
	for _, doc := range readAll(t, Reading{}, out) {
		for _, layer := range doc.Layers {
			labels = append(labels, layer.Author.Name+": "+layer.Spans()[0].Label)
		}
	}
	if !slices.Equal(labels, []string{"Ada (brat): actor", "Ada-2 (brat): place"}) {
		t.Errorf("%q", labels)
	}
}

func TestBratFilesHaveSafeNames(t *testing.T) {
	for title, want := range map[string]string{
		"Raid on Orvany: 12 hurt?": "Raid-on-Orvany-12-hurt", "../../etc/passwd": "etc-passwd", "con": "con_", "Обстріл": "Обстріл", "": "article", ".": "article",
		strings.Repeat("Обстріл ", 30): "Обстріл-Обстріл-Обстріл-Обстріл-Обстріл-Об",
	} {
		if got := fileName(annotate.Article{Title: title}); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
	n := newNaming(fileForm)
	if a, b := n.next("Raid"), n.next("raid"); a != "Raid" || b != "raid-2" {
		t.Errorf("%q %q", a, b)
	}
}
