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
