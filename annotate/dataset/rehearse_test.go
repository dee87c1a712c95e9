package dataset

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestRehearsalsTellWhatIsWritten: in every format, with sets and without, the
// ledger is the one that comes of writing, and nothing is left of it.
func TestRehearsalsTellWhatIsWritten(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	docs := labelled(t, 6)
	for seed := range uint64(10) {
		docs = append(docs, newDice(seed).document(int(seed)))
	}
	for _, f := range Formats() {
		if !f.Writes() {
			continue
		}
		for name, plan := range map[string]*Plan{"alone": nil, "in sets": planOf(t, "60/40", 1, docs...)} {
			to := Target{Path: filepath.Join(t.TempDir(), "out"), Plan: plan}
			r, err := Rehearse(t.Context(), f, to, stream(docs...))
			if err != nil {
				t.Fatalf("%s %s: %v", f.Name, name, err)
			}
			ledger, err := Write(t.Context(), f, to, stream(docs...))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(r.Ledger.In, ledger.In) || !reflect.DeepEqual(r.Ledger.Out, ledger.Out) || !slices.Equal(r.Ledger.Losses, ledger.Losses) {
				t.Errorf("%s %s: told were %v, came %v", f.Name, name, r.Ledger, ledger)
			}
			articles := 0
			for _, set := range r.Sets {
				articles += set.Articles
			}
			if articles != len(docs) || len(r.Sets) != 1+bit(plan != nil) {
				t.Errorf("%s %s: %d articles in %d sets", f.Name, name, articles, len(r.Sets))
			}
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}

// TestUnitsOfDoccano: offsets count what was chosen, and are read back so.
func TestUnitsOfDoccano(t *testing.T) {
	doc := drawn(t, "Fire", "🔥👩‍🚒 in [place Tesk]", "place")
	for unit, want := range map[annotate.Unit]string{annotate.Bytes: `"label":[[11,15,"place"]]`, annotate.UTF16: `"label":[[11,15,"place"]]`, annotate.CodePoints: `"label":[[8,12,"place"]]`, annotate.Graphemes: `"label":[[6,10,"place"]]`} {
		path := filepath.Join(t.TempDir(), "out")
		if _, err := Write(t.Context(), doccano, Target{Path: path, Verify: true, Choices: Choices{Units: unit}}, stream(doc)); err != nil {
			t.Errorf("%v: %v", unit, err)
			continue
		}
		files, err := filepath.Glob(filepath.Join(path, "*.jsonl"))
		if err != nil || len(files) != 1 || !strings.Contains(contents(t, files[0]), want) {
			t.Errorf("%v: %q, %v: %s", unit, files, err, contents(t, files[0]))
		}
	}
}
