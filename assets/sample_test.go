package assets_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
)

// The sample is read as any other file, which checks every offset and quote.
func TestSampleIsSoundAndWhole(t *testing.T) {
	docs := sample(t)
	var statuses []annotate.Status
	languages := map[string]int{}
	for _, doc := range docs {
		languages[doc.Article.Meta["language"]]++
		if n := len(strings.Fields(doc.Article.Text)); n < 120 || n > 350 {
			t.Errorf("%s: %d words", doc.Article.Title, n)
		}
		if err := doc.Article.ID.Check(); err != nil {
			t.Error(err)
		}
		for _, layer := range doc.Layers {
			statuses = append(statuses, layer.Status())
		}
	}
	slices.Sort(statuses)
	if len(docs) != 8 || !slices.Equal(statuses, []annotate.Status{"done", "done", "done", "started"}) {
		t.Errorf("%d articles, layers %v", len(docs), statuses)
	}
	if languages["uk"] != 1 || languages["ar"] != 1 || languages["en"] != 6 {
		t.Errorf("languages %v", languages)
	}
}

func TestSampleFitsTheScheme(t *testing.T) {
	scheme := parse(t)
	for _, doc := range sample(t) {
		for _, layer := range doc.Layers {
			for _, span := range layer.Spans() {
				checkSpan(t, scheme, doc.Article, span)
			}
			for _, link := range layer.Links() {
				checkLink(t, scheme, layer, link)
			}
		}
	}
}

func checkSpan(t *testing.T, scheme annotate.Scheme, a annotate.Article, span annotate.Span) {
	t.Helper()
	quote := span.Quote(a.Text)
	label, known := scheme.Label(span.Label)
	if !known || strings.TrimFunc(quote, unicode.IsSpace) != quote {
		t.Errorf("%s: %s %q", a.Title, span.Label, quote)
	}
	for name, value := range span.Attrs {
		attribute, known := label.Attribute(name)
		if !known || attribute.Kind == annotate.Choice && !slices.Contains(attribute.Choices, value) {
			t.Errorf("%s: %s %q has %s=%s", a.Title, span.Label, quote, name, value)
		}
	}
}

func checkLink(t *testing.T, scheme annotate.Scheme, layer annotate.Layer, link annotate.Link) {
	t.Helper()
	kind, known := scheme.Link(link.Kind)
	from, _ := layer.Span(link.From)
	to, _ := layer.Span(link.To)
	if !known || !kind.Joins(from.Label, to.Label) {
		t.Errorf("a %s joins %s and %s", link.Kind, from.Label, to.Label)
	}
}

// What the sample is to show: spans that nest, that cross, that have a gap;
// letters of several code points.
func TestSampleShowsTheHardCases(t *testing.T) {
	found := map[string]bool{}
	for _, doc := range sample(t) {
		found["joined emoji"] = found["joined emoji"] || strings.Contains(doc.Article.Text, "\u200d")
		found["combining marks"] = found["combining marks"] || strings.Contains(doc.Article.Text, "e\u0308")
		for _, layer := range doc.Layers {
			for i, a := range layer.Spans() {
				found["gap"] = found["gap"] || len(a.Gaps) > 0
				for _, b := range layer.Spans()[i+1:] {
					found["nested"] = found["nested"] || a.Contains(b.Range)
					found["crossing"] = found["crossing"] || a.Overlaps(b.Range) && !a.Contains(b.Range) && !b.Contains(a.Range)
				}
			}
		}
	}
	for _, what := range []string{"joined emoji", "combining marks", "gap", "nested", "crossing"} {
		if !found[what] {
			t.Errorf("the sample shows nothing %s", what)
		}
	}
}

func sample(t *testing.T) []annotate.Document {
	t.Helper()
	var docs []annotate.Document
	for doc, err := range dataset.Read(t.Context(), []string{"sample.jsonl"}, dataset.Reading{}) {
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Repairs) > 0 {
			t.Errorf("%s: %v", doc.Article.Title, doc.Repairs)
		}
		docs = append(docs, doc)
	}
	return docs
}
