package dataset

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/glossator/glossator/annotate"
)

// TestHuggingFaceParquet reads the file with the library's reader of any rows.
func TestHuggingFaceParquet(t *testing.T) {
	doc := drawn(t, "Raid", "🔥 [claim [actor Vael] took [place Tesk]]", "actor", "place", "claim")
	layer := doc.Layers[0]
	spans := layer.Spans()
	layer, err := layer.Apply(annotate.Edit{Links: annotate.Change[annotate.Link]{Add: []annotate.Link{{ID: "1", Kind: "at", From: spans[1].ID, To: spans[2].ID}}}})
	if err != nil {
		t.Fatal(err)
	}
	doc.Layers[0] = layer
	doc.Article.Meta = annotate.Meta{"language": "en"}
	folder, ledger := export(t, "huggingface", doc)
	for _, kind := range kinds {
		if ledger.In[kind] != ledger.Out[kind] {
			t.Errorf("%s\n%s", kind, ledger)
		}
	}
	path := filepath.Join(folder, "data", "train-00000-of-00001.parquet")
	rows, err := parquet.ReadFile[hfRow](path)
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	row := rows[0]
	if *row.Text != doc.Article.Text || len(row.Tokens) != 4 || *row.Tokens[0] != "🔥" || *row.Starts[0] != 0 || *row.Starts[1] != 2 || *row.Tags[0] != 0 || *row.Tags[1] != 5 || *row.Tags[2] != 6 {
		t.Errorf("%+v", row)
	}
	if s := *row.Spans[1]; len(row.Spans) != 3 || *s.Start != 2 || *s.End != 6 || *s.Label != "actor" || *s.Quote != "Vael" || *row.Relations[0].Head != 1 || *row.Relations[0].Tail != 2 {
		t.Errorf("%+v", s)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	if schema := file.Schema().String(); strings.Contains(schema, "required") {
		t.Errorf("a column is required:\n%s", schema)
	}
	features, _ := file.Lookup("huggingface")
	if !json.Valid([]byte(features)) || !strings.Contains(features, `"ner_tags":{"feature":{"names":["O","B-actor","I-actor","B-place","I-place","B-claim","I-claim"],"_type":"ClassLabel"},"_type":"Sequence"}`) {
		t.Error(features)
	}
	line := contents(t, filepath.Join(folder, "jsonl", "train.jsonl"))
	if !strings.Contains(line, `"ner_tags":["O","B-claim","I-claim","I-claim"]`) {
		t.Error(line)
	}
	card := contents(t, filepath.Join(folder, "README.md"))
	if !strings.Contains(card, "language: [\"en\"]\npretty_name: ") || !strings.Contains(card, "        '5': \"B-claim\"\n") || !strings.Contains(card, "  - {split: train, path: data/train-*.parquet}\n") {
		t.Error(card)
	}
}

// TestHuggingFaceLedgerBalances also when articles hold anything at all.
func TestHuggingFaceLedgerBalances(t *testing.T) {
	for seed := range uint64(60) {
		d := newDice(seed)
		docs := []annotate.Document{d.document(0), d.document(1), d.document(2)}
		folder, ledger := exportUnsynced(t, "huggingface", docs...)
		rows, err := parquet.ReadFile[hfRow](filepath.Join(folder, "data", "train-00000-of-00001.parquet"))
		if err != nil && ledger.Out[Layers] > 0 {
			t.Fatalf("seed %d: %v", seed, err)
		}
		spans, links := 0, 0
		for _, row := range rows {
			spans, links = spans+len(row.Spans), links+len(row.Relations)
		}
		if len(rows) != ledger.Out[Layers] || spans != ledger.Out[Spans] || links != ledger.Out[Links] {
			t.Fatalf("seed %d: %d rows, %d spans, %d links\n%s", seed, len(rows), spans, links, ledger)
		}
	}
}
