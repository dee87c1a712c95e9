package dataset

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// conforming says of all files of other programs, by patterns that a slash ends
// for folders that are read as one, of which format they are and what they hold.
var conforming = []struct {
	files                          string
	format                         string
	cases, documents, spans, links int
	refused                        []string // what is wrong with it
}{
	{"README.md", "text", 1, 1, 0, 0, nil}, // what the folder holds, in words
	{"articles/*.txt", "text", 5, 5, 0, 0, nil},
	{"brat/news/", "brat", 1, 13, 119, 63, nil},
	{"doccano/example.jsonl", "doccano", 1, 2, 1, 0, []string{`example.jsonl: line 3: there is no "text" in it`}},
	{"doccano/example_overlapping.jsonl", "doccano", 1, 1, 2, 0, nil},
	{"doccano/relation_extraction.jsonl", "doccano", 1, 1, 4, 3, nil},
	{"doccano/example.utf16.csv", "table", 1, 3, 0, 0, nil},
	{"doccano/example.conll", "conll", 1, 2, 2, 0, nil},
	{"doccano/labeling.trailing.conll", "conll", 1, 1, 2, 0, nil},
	{"doccano/labeling.invalid.conll", "conll", 1, 0, 0, 0, []string{
		"labeling.invalid.conll: line 1: “SOCCERO” is no tag: they are O, or begin with B- or I-",
		"labeling.invalid.conll: line 14: the line has 2 columns, others have 3",
		"labeling.invalid.conll: line 17: the line has 2 columns, others have 3",
	}},
	{"gliner/sample.json", "gliner", 1, 50, 178, 0, nil},
	{"label-studio/tasks.json", "labelstudio", 1, 1, 1, 0, nil},
	{"nexis/nexis-uni.docx", "docx", 1, 1, 0, 0, nil},
	{"prodigy/*.jsonl", "prodigy", 1, 373, 303, 0, nil},
	{"spacy/demo.jsonl", "prodigy", 1, 1, 1, 0, nil},
	{"spacy/demo.spacy", "spacy", 1, 1, 1, 0, nil},
	{"uima-cas-json/*.json", "uima", 2, 2, 13, 0, nil},
	{"webanno-tsv/*/reference.tsv", "webanno", 25, 25, 67, 23, nil},
	{"webanno-tsv/*/reference.xmi", "xmi", 24, 24, 63, 21, nil},
}

// TestConformance reads all that other programs wrote, and writes it in every
// format that is read: what is read of that is what was meant, and in the
// format that it came in, the same.
func TestConformance(t *testing.T) {
	if _, err := os.Stat(conformance); err != nil {
		t.Skip("there are no files of other programs here")
	}
	for _, row := range conforming {
		t.Run(row.files, func(t *testing.T) {
			cases, err := filepath.Glob(conformance + row.files)
			if err != nil || len(cases) != row.cases {
				t.Errorf("%d files, not %d: %v", len(cases), row.cases, err)
			}
			documents, spans, links, refused := 0, 0, 0, []string(nil)
			for _, path := range cases {
				isOfFormat(t, row.format, path)
				docs, wrong := readSome(t, Reading{}, path)
				refused = append(refused, wrong...)
				for _, doc := range docs {
					n := tally(doc)
					documents, spans, links = documents+1, spans+n[Spans], links+n[Links]
				}
				goesThroughAll(t, row.format, docs)
			}
			if documents != row.documents || spans != row.spans || links != row.links || !slices.Equal(refused, row.refused) {
				t.Errorf("%d documents, %d spans, %d links, refused: %q", documents, spans, links, refused)
			}
		})
	}
}

// TestConformingIsAll makes sure that each file of other programs has a row.
func TestConformingIsAll(t *testing.T) {
	if _, err := os.Stat(conformance); err != nil {
		t.Skip("there are no files of other programs here")
	}
	var covered []string
	for _, row := range conforming {
		cases, err := filepath.Glob(conformance + row.files)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range cases {
			covered = append(covered, conformingFiles(t, path)...)
		}
	}
	for _, path := range conformingFiles(t, conformance) {
		if !slices.Contains(covered, path) {
			t.Errorf("no row names %s", path)
		}
	}
}

// isOfFormat makes sure that each file at a path is recognised as one of a
// format.
func isOfFormat(t *testing.T, format, path string) {
	t.Helper()
	for _, name := range conformingFiles(t, path) {
		tour, err := newTour(t.Context(), Reading{})
		if err != nil {
			t.Fatal(err)
		}
		if found, _, err := tour.recognise(file{path: name}); err != nil || found.Name != format {
			t.Errorf("%s is of %q: %v", name, found.Name, err)
		}
	}
}

// conformingFiles are the files at a path, itself or in its folders.
func conformingFiles(t *testing.T, path string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(path, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, filepath.Clean(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// goesThroughAll writes documents in every format that is read and makes sure
// that they come back: in those that keep everything, and in their own unless
// the ledger names a span as lost, the same, in others but for what it names.
func goesThroughAll(t *testing.T, own string, docs []annotate.Document) {
	t.Helper()
	for _, f := range verifiable() {
		path, ledger := exportUnsynced(t, f.Name, docs...)
		if err := Verify(t.Context(), f, Target{Path: path}, stream(docs...)); err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if !f.exact && (f.Name != own || ledger.In[Spans] != ledger.Out[Spans]) {
			continue
		}
		again := readAll(t, Reading{Format: f.Name, Units: f.counts}, path)
		if len(again) != len(docs) {
			t.Errorf("%s: %d documents became %d", f.Name, len(docs), len(again))
			continue
		}
		for i, doc := range docs {
			doc.Scheme, again[i].Scheme = nil, nil
			if diff := sameDocument(doc, again[i]); diff != "" {
				t.Errorf("%s: document %d: %s\nwas %+v\nis  %+v\n%s", f.Name, i, diff, doc.Layers, again[i].Layers, ledger)
				break
			}
		}
	}
}
