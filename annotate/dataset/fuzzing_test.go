package dataset

import (
	"maps"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// What fuzz tests make sure of when they have read some bytes as a file.

// understood are the documents in a file of a name; none if anything in it is
// refused.
func understood(t *testing.T, format, name string, data []byte) []annotate.Document {
	docs, refusals := readSome(t, Reading{Format: format}, put(t, name, string(data)))
	if len(refusals) > 0 {
		return nil
	}
	return docs
}

// fuzzSame writes what was understood, and makes sure that it comes back as it
// was.
func fuzzSame(t *testing.T, format, name string, data []byte) {
	for _, doc := range understood(t, format, name, data) {
		fuzzable(t, format, doc)
	}
}

// fuzzable makes sure that a document comes back, article by article: several
// authors have a file or a line each.
func fuzzable(t *testing.T, format string, doc annotate.Document) {
	if len(doc.Layers) > 1 {
		doc.Layers = doc.Layers[:1]
	}
	writtenStaysTheSame(t, format, []annotate.Document{doc})
}

// fuzzTokens writes what was understood, and makes sure that as many spans come
// back as the ledger says.
func fuzzTokens(t *testing.T, format, name string, data []byte) {
	for _, doc := range understood(t, format, name, data) {
		countedBack(t, format, doc)
	}
}

// fuzzCounted does so, and makes sure that the texts come back too.
func fuzzCounted(t *testing.T, format, name string, data []byte) {
	for _, doc := range understood(t, format, name, data) {
		for _, again := range countedBack(t, format, doc) {
			if again.Article.Text != doc.Article.Text {
				t.Fatalf("%q became %q", doc.Article.Text, again.Article.Text)
			}
		}
	}
}

// countedBack is what comes back of a document.
func countedBack(t *testing.T, format string, doc annotate.Document) []annotate.Document {
	out, ledger := exportUnsynced(t, format, doc)
	back, refusals := readSome(t, Reading{Format: format}, out)
	spans := 0
	for _, again := range back {
		spans += tally(again)[Spans]
	}
	if len(refusals) > 0 || spans != ledger.Out[Spans] {
		t.Fatalf("%d spans came back of %q %q\n%s", spans, doc.Article.Text, refusals, ledger)
	}
	return back
}

// fuzzSettles writes what was understood, and makes sure that what is read of that
// is written and read again as it is.
func fuzzSettles(t *testing.T, format, name string, data []byte) {
	docs := understood(t, format, name, data)
	if len(docs) == 0 {
		return
	}
	once, _ := exportUnsynced(t, format, docs...)
	settled := readAll(t, Reading{Format: format}, once)
	twice, _ := exportUnsynced(t, format, settled...)
	again := readAll(t, Reading{Format: format}, twice)
	for i, doc := range settled {
		if want, got := tally(doc), tally(again[i]); !maps.Equal(want, got) {
			t.Errorf("%v became %v", want, got)
		}
	}
	spansComeBack(t, settled, again)
}

// fuzzArticles makes sure that what is read is text without labels, and fit to be
// an article's.
func fuzzArticles(t *testing.T, format, name string, data []byte) {
	docs, _ := readSome(t, Reading{Format: format}, put(t, name, string(data)))
	for _, doc := range docs {
		if clean := strings.ToValidUTF8(doc.Article.Text, ""); clean != doc.Article.Text || strings.Contains(clean, "\r") || strings.TrimSpace(clean) == "" || len(doc.Layers) > 0 {
			t.Errorf("%+v", doc)
		}
	}
}
