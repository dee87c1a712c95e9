package dataset

import (
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// writtenUnits are what the offsets count of files that do not tell.
var writtenUnits = map[string]annotate.Unit{"doccano": annotate.UTF16}

// comesBack writes random documents in a format, reads them again and makes sure
// that of these kinds as much comes back as the ledger says came out.
func comesBack(t *testing.T, format string, kinds ...Kind) {
	t.Helper()
	comesBackAs(t, format, func(doc annotate.Document) annotate.Document { return doc }, kinds...)
}

// comesBackAs is comesBack for a format that changes documents in a way that is
// known.
func comesBackAs(t *testing.T, format string, changed func(annotate.Document) annotate.Document, kinds ...Kind) {
	t.Helper()
	for seed := range uint64(150) {
		d := newDice(seed)
		docs := []annotate.Document{d.document(0), d.document(1), d.document(2)}
		out, ledger := exportUnsynced(t, format, docs...)
		back, refusals := readSome(t, Reading{Format: format, Units: writtenUnits[format]}, out)
		if len(refusals) > 0 {
			t.Fatalf("seed %d: refused: %s", seed, strings.Join(refusals, "\n"))
		}
		got, seen := map[Kind]int{}, map[string]bool{}
		for _, doc := range back {
			for kind, n := range tally(doc) {
				if once := kind == Articles || kind == Titles || kind == Metadata; once && seen[doc.Article.Text] {
					continue // the article is there once for each author
				}
				got[kind] += n
			}
			seen[doc.Article.Text] = true
		}
		for _, kind := range kinds {
			if got[kind] != ledger.Out[kind] {
				t.Errorf("seed %d: %s: the ledger says %d came out, %d came back", seed, kind, ledger.Out[kind], got[kind])
			}
		}
		for i, doc := range docs {
			docs[i] = changed(doc)
		}
		spansComeBack(t, docs, back)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// spansComeBack makes sure that every span has its like in an article of the
// same text, but for what a format may leave out.
func spansComeBack(t *testing.T, docs, back []annotate.Document) {
	t.Helper()
	type place struct {
		text, label string
		annotate.Range
	}
	count := func(docs []annotate.Document) map[place]int {
		n := map[place]int{}
		for _, doc := range docs {
			for _, layer := range doc.Layers {
				for _, s := range layer.Spans() {
					n[place{doc.Article.Text, s.Label, s.Range}]++
				}
			}
		}
		return n
	}
	want, got := count(docs), count(back)
	for at, n := range want {
		if got[at] != n {
			t.Errorf("%d spans %s %v came back as %d", n, at.label, at.Range, got[at])
		}
	}
}

// staysTheSame reads files, writes what was read and reads that, which must be
// the same.
func staysTheSame(t *testing.T, format string, paths ...string) []annotate.Document {
	t.Helper()
	docs := readAll(t, Reading{Format: format}, paths...)
	writtenStaysTheSame(t, format, docs)
	return docs
}

func writtenStaysTheSame(t *testing.T, format string, docs []annotate.Document) {
	t.Helper()
	out, ledger := exportUnsynced(t, format, docs...)
	again := readAll(t, Reading{Format: format, Units: writtenUnits[format]}, out)
	if len(again) != len(docs) {
		t.Fatalf("%d documents became %d", len(docs), len(again))
	}
	for i, doc := range docs {
		doc.Scheme, again[i].Scheme = nil, nil
		if diff := sameDocument(doc, again[i]); diff != "" {
			t.Fatalf("document %d: %s\nwas %+v\nis  %+v\n%s", i, diff, doc, again[i], ledger)
		}
	}
}
