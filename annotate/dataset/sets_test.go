package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// labelled are articles with spans, some of them with emoji before them.
func labelled(t *testing.T, n int) []annotate.Document {
	t.Helper()
	var docs []annotate.Document
	for _, doc := range news(0, n) {
		drawn := drawn(t, doc.Article.Title, "🔥 [actor Vael] took [place Tesk] "+doc.Article.Text, "actor", "place")
		drawn.Scheme.Labels[0].Guideline = "Who | acts."
		docs = append(docs, drawn)
	}
	return docs
}

func threeSets(t *testing.T, docs []annotate.Document) *Plan {
	t.Helper()
	return planOf(t, "train=60,dev=20,test=20", 1, docs...)
}

func inSets(t *testing.T, format string, docs []annotate.Document) (string, Ledger) {
	t.Helper()
	f := find(t, format)
	path := filepath.Join(t.TempDir(), "out")
	ledger, err := Write(t.Context(), f, Target{Path: path, Plan: threeSets(t, docs), Verify: true, Choices: Choices{Licence: "CC-BY-4.0"}}, stream(docs...))
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return path, ledger
}

// TestEveryFormatWritesSets: with its card, and each one is read back.
func TestEveryFormatWritesSets(t *testing.T) {
	docs := labelled(t, 10)
	var n []int
	for _, set := range threeSets(t, docs).Counts() {
		n = append(n, set.Articles)
	}
	for _, f := range Formats() {
		if !f.Writes() {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			path, ledger := inSets(t, f.Name, docs)
			if ledger.Out[Spans] != 20 || !strings.Contains(strings.Join(ledger.Notes, "\n"), "sets: train=60,dev=20,test=20; seed 1") {
				t.Error(ledger)
			}
			card := contents(t, filepath.Join(path, "README.md"))
			for _, want := range []string{fmt.Sprintf("| train | %d | %d | %d | 0 |", n[0], n[0], 2*n[0]), fmt.Sprintf("| actor | actor. Who / acts. | %d | %d | %d |", n[0], n[1], n[2]), "CC-BY-4.0", "no two articles of nearly the same text, or of one event, lie in two sets"} {
				if !strings.Contains(strings.ReplaceAll(card, "cc-by", "CC-BY"), want) {
					t.Errorf("the card does not say %q:\n%s", want, card)
				}
			}
			var croissant struct {
				Distribution []struct {
					ID string `json:"contentUrl"`
				}
				ConformsTo string `json:"conformsTo"`
			}
			if err := json.Unmarshal([]byte(contents(t, filepath.Join(path, "croissant.json"))), &croissant); err != nil || len(croissant.Distribution) < 4 {
				t.Errorf("%+v %v", croissant, err)
			}
			for _, file := range croissant.Distribution {
				if _, err := os.Stat(filepath.Join(path, filepath.FromSlash(file.ID))); err != nil {
					t.Error(err)
				}
			}
			if f.Reads() {
				spans := 0
				for _, doc := range readAll(t, Reading{Units: f.counts}, path) {
					spans += tally(doc)[Spans]
				}
				if spans != 20 {
					t.Errorf("%d spans came back from the folder", spans)
				}
			}
			if _, err := Write(t.Context(), f, Target{Path: path, Replace: true, Plan: planOf(t, "train=1,test=1", 1, docs...)}, stream(docs...)); err != nil {
				t.Errorf("it could not be replaced: %v", err)
			}
		})
	}
}

// TestLoaders runs the programs beside datasets, which look at every quote.
func TestLoaders(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no Python here")
	}
	docs := labelled(t, 5)
	for seed := range uint64(20) {
		docs = append(docs, newDice(seed).document(int(seed)))
	}
	for name, want := range map[string]string{"jsonl": "articles", "csv": "spans", "brat": "spans", "huggingface": "rows"} {
		path, _ := inSets(t, name, docs)
		out, err := exec.Command(python, filepath.Join(path, "load.py")).CombinedOutput()
		if err != nil || !strings.Contains(string(out), want) {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

// TestSetsThatLackALabel: the ledger says so.
func TestSetsThatLackALabel(t *testing.T) {
	docs := labelled(t, 10)
	docs = append(docs, drawn(t, "Last", "[claim He went.]", "actor", "place", "claim"))
	plan := threeSets(t, docs)
	_, ledger := inSets(t, "jsonl", docs)
	if notes := strings.Join(ledger.Notes, "\n"); !strings.Contains(notes, "there is no span of claim in ") || strings.Contains(notes, " in "+plan.Set(docs[10].Article.ID)+" and") {
		t.Error(notes)
	}
}

// TestCardCountsWhatIsThere: articles that a format leaves out are not counted.
func TestCardCountsWhatIsThere(t *testing.T) {
	docs := append(labelled(t, 3), news(3, 5)...)
	for name, want := range map[string]string{"huggingface": "| all | 3 | 3 | 6 | 0 |", "brat": "| all | 5 | 3 | 6 | 0 |"} {
		path, _ := export(t, name, docs...)
		if card := contents(t, filepath.Join(path, cardFile)); !strings.Contains(card, want) {
			t.Errorf("%s: %s", name, card)
		}
	}
}

func TestStrictKeepsNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.conll")
	doc := drawn(t, "Raid", "[actor Vael] left", "actor")
	_, err := Write(t.Context(), conll, Target{Path: path, Strict: true}, stream(doc))
	var unkept *Unkept
	if !errors.As(err, &unkept) || unkept.Ledger.In[Titles] != 1 || exists(path) {
		t.Error(err)
	}
	if _, err := Write(t.Context(), jsonl, Target{Path: path, Strict: true}, stream(doc)); err != nil {
		t.Error(err)
	}
}

// TestVerifiedFormats writes random documents in every format that is read too:
// reading back must find all that is said to be there.
func TestVerifiedFormats(t *testing.T) {
	for _, f := range Formats() {
		if !f.Writes() || !f.Reads() {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			for seed := range uint64(40) {
				d := newDice(seed)
				docs := []annotate.Document{d.document(0), d.document(1), d.document(2)}
				path := filepath.Join(t.TempDir(), "out"+f.Extensions[0])
				if _, err := Write(t.Context(), f, Target{Path: path, Verify: true}, stream(docs...)); err != nil {
					t.Errorf("seed %d: %v", seed, err)
				}
			}
		})
	}
}
