package dataset

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// canonical are the lines of an .ann file with what they refer to in place of
// ids, in order: two files with the same ones say the same.
func canonical(content string) []string {
	byID := map[string]annLine{}
	known, odd := splitAnn("", content)
	for _, l := range known {
		byID[l.id] = l
	}
	lines := odd
	for _, l := range known {
		lines = append(lines, saying(l, byID, true))
	}
	slices.Sort(lines)
	return lines
}

func saying(l annLine, byID map[string]annLine, deep bool) string {
	var fields []string
	for _, field := range strings.Split(l.head, " ") {
		role, id, ok := strings.Cut(field, ":")
		if !ok {
			role, id = "", field
		}
		if target, refers := byID[id]; refers && l.kind != 'T' {
			if target.kind == 'E' && !deep {
				_, trigger, _ := strings.Cut(strings.Fields(target.head)[0], ":")
				target = byID[trigger]
			}
			field = role + ":{" + saying(target, byID, false) + "}"
		}
		fields = append(fields, field)
	}
	return fmt.Sprintf("%c %s | %s", l.kind, strings.Join(fields, " "), l.tail)
}

func TestBratNewsGoesInAndOut(t *testing.T) {
	news := conformance + "brat/news"
	if _, err := os.Stat(news); err != nil {
		t.Skip("there is no folder of brat's news here")
	}
	docs := readAll(t, Reading{}, news)
	out, ledger := export(t, "brat", docs...)
	t.Log(ledger)
	again := readAll(t, Reading{}, out)
	files, _ := filepath.Glob(news + "/*.ann")
	if len(files) != len(docs) || len(docs) != len(again) {
		t.Fatalf("%d files, %d documents, %d read again", len(files), len(docs), len(again))
	}
	lines := 0
	for i, file := range files {
		name := filepath.Base(file)
		text := strings.TrimSuffix(name, ".ann") + ".txt"
		if contents(t, filepath.Join(news, text)) != contents(t, filepath.Join(out, text)) {
			t.Errorf("%s differs", text)
		}
		want, got := canonical(contents(t, file)), canonical(contents(t, filepath.Join(out, name)))
		lines += len(want)
		if !slices.Equal(want, got) {
			t.Errorf("%s: want\n%s\ngot\n%s", name, strings.Join(want, "\n"), strings.Join(got, "\n"))
		}
		if len(docs[i].Repairs) > 0 {
			t.Errorf("%s: %q", name, docs[i].Repairs)
		}
		for j, layer := range docs[i].Layers {
			for k, span := range layer.Spans() {
				if back := again[i].Layers[j].Spans()[k]; back.Source != span.Source || !back.Same(span) {
					t.Errorf("%s: %s became %s", name, span.Source, back.Source)
				}
			}
		}
	}
	if lines != 168 {
		t.Errorf("%d lines were compared", lines)
	}
}

// checkBrat writes documents as brat, reads them again and makes sure that what
// comes back is what the ledger says came out.
func checkBrat(t *testing.T, docs ...annotate.Document) {
	t.Helper()
	out, ledger := exportUnsynced(t, "brat", docs...)
	back, refusals := readSome(t, Reading{Format: "brat"}, out)
	if len(refusals) > 0 {
		t.Fatalf("refused: %s", strings.Join(refusals, "\n"))
	}
	got := map[Kind]int{}
	for _, doc := range back {
		if len(doc.Repairs) > 0 {
			t.Errorf("repairs: %q", doc.Repairs)
		}
		for kind, n := range tally(doc) {
			got[kind] += n
		}
	}
	for _, kind := range []Kind{Layers, Authors, Spans, Gaps, Attributes, Notes, Links, LinkNotes} {
		if got[kind] != ledger.Out[kind] {
			t.Errorf("%s: the ledger says %d came out, %d came back", kind, ledger.Out[kind], got[kind])
		}
	}
}

func TestBratLedgerBalances(t *testing.T) {
	for seed := range uint64(150) {
		d := newDice(seed)
		checkBrat(t, d.document(0), d.document(1), d.document(2))
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}

func TestBratGolden(t *testing.T) {
	docs := readAll(t, Reading{}, "testdata/brat")
	out, _ := export(t, "brat", docs...)
	compareFolders(t, "testdata/brat.golden", out)
	again := readAll(t, Reading{}, out)
	for i, doc := range docs {
		for j, span := range doc.Layers[0].Spans() {
			if back := again[i].Layers[0].Spans()[j]; !back.Same(span) {
				t.Errorf("%+v became %+v", span, back)
			}
		}
	}
	twice := readAll(t, Reading{}, "testdata/brat")
	if !docs[0].Layers[0].Equal(twice[0].Layers[0]) {
		t.Error("read twice, the ids differ")
	}
}

// compareFolders compares files by name; with GOLDEN=update it makes want anew.
func compareFolders(t *testing.T, want, got string) {
	t.Helper()
	if os.Getenv("GOLDEN") == "update" {
		if err := os.RemoveAll(want); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(want, os.DirFS(got)); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{cardFile, croissantFile, loaderFile} {
			if err := ignoreMissing(os.Remove(filepath.Join(want, name))); err != nil {
				t.Fatal(err)
			}
		}
	}
	wanted, made := folder(t, want), folder(t, got)
	if !maps.Equal(wanted, made) {
		for name, content := range made {
			if content != wanted[name] {
				t.Errorf("%s: want\n%s\ngot\n%s", name, wanted[name], content)
			}
		}
		t.Errorf("files wanted: %q, made: %q", slices.Sorted(maps.Keys(wanted)), slices.Sorted(maps.Keys(made)))
	}
}

// folder is what stands in the files of a dataset, its card and the like left
// out.
func folder(t *testing.T, path string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(path, func(inner string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !isBeside(path, e.Name()) {
			name, _ := filepath.Rel(path, inner)
			files[filepath.ToSlash(name)] = contents(t, inner)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBratIsTheSameWhenItComesBack(t *testing.T) {
	docs := readAll(t, Reading{Author: "Ada"}, "testdata/brat")
	out, _ := export(t, "brat", docs...)
	again := readAll(t, Reading{Author: "Ada"}, out)
	for i, layer := range docs[0].Layers {
		for _, link := range layer.Links() {
			back := again[0].Layers[i].Links()
			if !slices.ContainsFunc(back, func(k annotate.Link) bool { return k.ID == link.ID && k.Same(link) }) {
				t.Errorf("%+v did not come back: %+v", link, back)
			}
		}
		for _, span := range layer.Spans() {
			if back, found := again[0].Layers[i].Span(span.ID); !found || !back.Equal(span) {
				t.Errorf("%+v became %+v", span, back)
			}
		}
	}
}
