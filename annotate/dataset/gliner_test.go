package dataset

import (
	"os"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestGLiNERTokens(t *testing.T) {
	text := "Al-Marsa_Unit said: “1 000 — don't\u00a0go” 🔥 e\u0301té_"
	var got []string
	for _, token := range glinerTokens(text) {
		got = append(got, text[token.Start:token.End])
	}
	if want := "Al-Marsa_Unit|said|:|“|1|000|—|don|'|t|go|”|🔥|e|\u0301|té_"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}

func TestGLiNERGolden(t *testing.T) {
	out, ledger := export(t, "gliner", readAll(t, Reading{Author: "Ada"}, "testdata/brat")...)
	const golden = "testdata/raid.gliner.json"
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(golden, []byte(contents(t, out)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := contents(t, out); got != contents(t, golden) {
		t.Errorf("got\n%s\n%s", got, ledger)
	}
	back := readAll(t, Reading{}, golden)
	again, _ := export(t, "gliner", back...)
	if got, want := pictured(readAll(t, Reading{}, again)), pictured(back); got != want {
		t.Errorf("%q became %q", want, got)
	}
}

// TestGLiNERWindows: windows end where sentences do, and not inside spans.
func TestGLiNERWindows(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Vael] left. [place Tesk] fell and [claim nine men of the guard] died. [claim He and they and all and we went]", "actor", "place", "claim")
	layer := doc.Layers[0]
	ids := map[string]annotate.ID{}
	for _, s := range layer.Spans() {
		ids[s.Quote(doc.Article.Text)] = s.ID
	}
	layer, err := layer.Apply(annotate.Edit{Links: annotate.Change[annotate.Link]{Add: []annotate.Link{
		{ID: "1", Kind: "at", From: ids["Vael"], To: ids["Tesk"]}, {ID: "2", Kind: "of", From: ids["nine men of the guard"], To: ids["Tesk"]},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	doc.Layers[0] = layer
	tests := []struct {
		size           int
		want           string
		spans, related int
	}{
		{0, "Vael left . Tesk fell and nine men of the guard died . He and they and all and we went", 4, 2},
		{9, "Vael left .|Tesk fell and nine men of the guard died|. He and they and all and we went", 4, 1},
		{5, "Vael left .|Tesk fell and|nine men of the guard|died .|He and they and all|and we went", 3, 0},
	}
	for _, test := range tests {
		out, ledger := exportAs(t, "gliner", Choices{Window: test.size}, doc)
		var texts []string
		for _, window := range readAll(t, Reading{}, out) {
			texts = append(texts, window.Article.Text)
		}
		if got := strings.Join(texts, "|"); got != test.want || ledger.Out[Spans] != test.spans || ledger.Out[Links] != test.related {
			t.Errorf("%d: %s\n%s", test.size, got, ledger)
		}
	}
}

func TestGLiNERSaysWhatIsTooWide(t *testing.T) {
	doc := drawn(t, "Raid", "[claim a b c d e f g h i j k l m] n", "claim")
	if _, ledger := export(t, "gliner", doc); !strings.Contains(ledger.String(), "changed: Raid: claim “a b c d e f g h i j k l m”: it has 13 tokens") {
		t.Error(ledger)
	}
}

func TestGLiNERLedgerBalances(t *testing.T) {
	for seed := range uint64(150) {
		d := newDice(seed)
		out, ledger := exportUnsynced(t, "gliner", d.document(0), d.document(1), d.document(2))
		back, refusals := readSome(t, Reading{Format: "gliner"}, out)
		spans, links := 0, 0
		for _, doc := range back {
			spans, links = spans+tally(doc)[Spans], links+tally(doc)[Links]
		}
		if len(refusals) > 0 || spans != ledger.Out[Spans] || links != ledger.Out[Links] {
			t.Fatalf("seed %d: %d spans, %d links came back %q\n%s", seed, spans, links, refusals, ledger)
		}
	}
}

func TestGLiNERRefusals(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"cut", `[{"tokenized_text":["Vael"],"ner":[[0,`, "line 1: the file is cut off or not JSON"},
		{"past", `[{"tokenized_text":["Vael"],"ner":[[0,1,"actor"]]}]`, "line 1: span 1 (actor) goes from token 0 to 1, of 1"},
		{"backwards", `[{"tokenized_text":["Vael","left"],"ner":[[1,0,"actor"]]}]`, "line 1: span 1 (actor) goes from token 1 to 0"},
		{"a pair", `[{"tokenized_text":["Vael"],"ner":[[0,"actor"]]}]`, `line 1: "ner", entry 1: it must be a list of two numbers and a name`},
		{"no tokens", `[{"tokenized_text":"Vael","ner":[]}]`, `line 1: "tokenized_text" is not a list`},
		{"nothing", "[\n{\"ner\":[]}]", `line 2: there is no "tokenized_text"`},
		{"a relation too far", `[{"tokenized_text":["Vael"],"ner":[[0,0,"actor"]],"relations":[[0,1,"at"]]}]`, "line 1: relation 1 (at) joins the spans 0 and 1, of 1"},
		{"very many", `[{"tokenized_text":["Vael"],"ner":[` + strings.Repeat(`[0,0,"a"],`, SpanLimit) + `[0,0,"a"]]}]`, `line 1: "ner" has more than 262144 entries`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, refusals := readSome(t, Reading{Format: "gliner"}, put(t, "in.json", test.content))
			if len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
				t.Errorf("got %q, want %q", refusals, test.want)
			}
		})
	}
}

func FuzzGLiNER(f *testing.F) {
	f.Add([]byte(`[{"tokenized_text":["Vael","'s","men"],"ner":[[0,0,"actor"],[0,2,"claim"]],"relations":[[0,1,"of"]],"ner_labels":["actor"]}]`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzTokens(t, "gliner", "in.json", data) })
}
