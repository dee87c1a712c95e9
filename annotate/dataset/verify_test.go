package dataset

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// verifiable are the formats that are written and read.
func verifiable() []Format {
	return slices.DeleteFunc(Formats(), func(f Format) bool { return !f.Writes() || !f.Reads() })
}

// tampered is a format that writes other documents than it was given.
func tampered(f Format, with func(annotate.Document) annotate.Document) Format {
	write := f.write
	f.write = func(s *sink, docs annotate.Documents) error {
		return write(s, func(yield func(annotate.Document, error) bool) {
			for doc, err := range docs {
				kept := s.ledger.meant // what is done to the document is nobody's intention
				s.ledger.meant = nil
				ok := yield(with(doc), err)
				if s.ledger.meant = kept; !ok {
					return
				}
			}
		})
	}
	return f
}

// movedSpan gives a document whose first span lies elsewhere.
func movedSpan(t *testing.T) func(annotate.Document) annotate.Document {
	return func(doc annotate.Document) annotate.Document {
		layer := doc.Layers[0]
		spans := slices.Clone(layer.Spans())
		spans[0].Range = annotate.Range{Start: 7, End: 11}
		changed, err := layer.With(spans, layer.Links(), layer.Values())
		if err != nil {
			t.Fatal(err)
		}
		doc.Layers = []annotate.Layer{changed}
		return doc
	}
}

// TestVerifyNamesWhatDiffers: as many spans as there should be, but one of them
// elsewhere, is an error that names it; what was there before stays.
func TestVerifyNamesWhatDiffers(t *testing.T) {
	for _, f := range verifiable() {
		t.Run(f.Name, func(t *testing.T) {
			doc := drawn(t, "Raid", "[actor Gunmen] came to [place Orvany].", "actor", "place")
			path := filepath.Join(t.TempDir(), "out"+f.Extensions[0])
			_, err := Write(t.Context(), tampered(f, movedSpan(t)), Target{Path: path, Verify: true}, stream(doc))
			var different *Difference
			if !errors.As(err, &different) || !strings.HasPrefix(different.Meant, "actor “Gunmen”, 0 to 6") || exists(path) {
				t.Fatalf("%v", err)
			}
			if f.tokens || f.Name == "brat" {
				return // they have no titles
			}
			if different.Article != "Raid" {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestVerifySetsLikeBesideLike: what was lost is not said to have come back as
// something of another sort, and the first in the text is named.
func TestVerifySetsLikeBesideLike(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Men] came to [place Orvany by the river].", "actor", "place")
	meantRow := rowsOf(doc)[0]
	foundRow := meantRow
	foundRow.spans = nil
	foundRow.article.Meta = annotate.Meta{"source": "nobody"}
	sums := newFacts()
	sums.add(meantRow, meant)
	sums.add(foundRow, found)
	details := sums.collecting()
	details.add(meantRow, meant)
	details.add(foundRow, found)
	var different *Difference
	if err := details.difference(); !errors.As(err, &different) || !strings.HasPrefix(different.Meant, "actor “Men”, 0 to 3") || different.Found != "" || different.More != 3 {
		t.Errorf("%v", err)
	}
}

// TestVerifyKeepsTheOldFile: an export that differs leaves the one before it.
func TestVerifyKeepsTheOldFile(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Gunmen] came to [place Orvany].", "actor", "place")
	for _, f := range []Format{jsonl, brat} {
		to := Target{Path: filepath.Join(t.TempDir(), "out"), Verify: true, Replace: true}
		if _, err := Write(t.Context(), f, to, stream(doc)); err != nil {
			t.Fatal(err)
		}
		if _, err := Write(t.Context(), tampered(f, movedSpan(t)), to, stream(doc)); err == nil {
			t.Errorf("%s: nothing was found", f.Name)
		}
		if err := Verify(t.Context(), f, to, stream(doc)); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		to.Verify = false
		if _, err := Write(t.Context(), tampered(f, movedSpan(t)), to, stream(doc)); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if err := Verify(t.Context(), f, to, stream(doc)); err == nil || !strings.Contains(err.Error(), "Gunmen") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// TestNobodyComesBack: what was read of files that don't say whose it is comes
// back as nobody's from every format.
func TestNobodyComesBack(t *testing.T) {
	docs := readAll(t, Reading{}, put(t, "all.jsonl", `{"text":"Gunmen came.","label":[[0,6,"actor"]]}`+"\n"))
	for _, f := range verifiable() {
		path, _ := exportUnsynced(t, f.Name, docs...)
		if err := Verify(t.Context(), f, Target{Path: path}, stream(docs...)); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		for _, doc := range readAll(t, Reading{Format: f.Name}, path) {
			if author := doc.Layers[0].Author; author.Name != defaultAuthor {
				t.Errorf("%s: it is by %s", f.Name, author.Name)
			}
		}
	}
}

// TestVerifiedChoices: whatever is chosen, what comes back is what was meant.
func TestVerifiedChoices(t *testing.T) {
	tests := map[string][]Choices{
		"spacy":   {{Plain: true}, {Overlap: Outermost}, {Overlap: Innermost, Plain: true}},
		"webanno": {{Plain: true}},
		"uima":    {{Plain: true}},
		"xmi":     {{Plain: true}},
		"gliner":  {{Window: 7}},
		"conll":   {{Overlap: Outermost}, {Overlap: Innermost, Tags: BILOU}, {Overlap: Levels, Tags: IOBES, Layout: CoNLL2002}, {Overlap: Files, Tags: IOB1, Layout: CoNLL2003}},
	}
	for name, all := range tests {
		for _, choices := range all {
			for seed := range uint64(25) {
				d := newDice(seed)
				path := filepath.Join(t.TempDir(), "out"+find(t, name).Extensions[0])
				ledger, err := Write(t.Context(), find(t, name), Target{Path: path, Verify: true, Choices: choices}, stream(d.document(0), d.document(1)))
				if err != nil {
					t.Fatalf("%s %+v, seed %d: %v", name, choices, seed, err)
				}
				if choices.Plain && ledger.Out[Authors]+ledger.Out[Statuses] > 0 {
					t.Fatalf("%s: %s", name, ledger)
				}
			}
		}
	}
}

// TestPlainFilesSayNothingOfOurs: no other program reads it.
func TestPlainFilesSayNothingOfOurs(t *testing.T) {
	for _, name := range []string{"webanno", "uima", "xmi"} {
		out, _ := exportAs(t, name, Choices{Plain: true}, drawn(t, "Raid", "[actor Gunmen] came.", "actor"))
		files, err := filepath.Glob(filepath.Join(out, "*Ada*"+find(t, name).Extensions[0]))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %q %v", name, files, err)
		}
		for _, path := range files {
			if text := contents(t, path); strings.Contains(text, "#glossator") || strings.Contains(text, "Ada") {
				t.Errorf("%s", text)
			}
		}
	}
}
