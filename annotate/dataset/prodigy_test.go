package dataset

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestProdigyComesBack(t *testing.T) {
	comesBack(t, "prodigy", kinds...)
}

// TestProdigyTokens makes sure that the tokens are the text, and that spans
// begin and end at their edges.
func TestProdigyTokens(t *testing.T) {
	for seed := range uint64(100) {
		doc := newDice(seed).document(0)
		for _, layer := range doc.Layers {
			tokens := prodigyTokens(doc.Article.Text, layer.Spans())
			var b strings.Builder
			runes := []rune(doc.Article.Text)
			for i, token := range tokens.list {
				b.WriteString(token.Text)
				if token.Space {
					b.WriteByte(' ')
				}
				if token.ID != i || string(runes[token.Start:token.End]) != token.Text {
					t.Fatalf("seed %d: %+v", seed, token)
				}
			}
			if b.String() != doc.Article.Text {
				t.Fatalf("seed %d: %q is not %q", seed, b.String(), doc.Article.Text)
			}
			for _, s := range layer.Spans() {
				span := tokens.span(s)
				if tokens.list[*span.TokenStart].Start != *span.Start || tokens.list[*span.TokenEnd].End != *span.End {
					t.Fatalf("seed %d: %+v", seed, s)
				}
			}
		}
	}
}

func TestProdigyAnswers(t *testing.T) {
	const task = `{"text":"Gunmen took Tesk.","_input_hash":1,"spans":[{"start":0,"end":6,"label":"actor"}],"answer":"ANSWER","_annotator_id":"raids-ada"}`
	tests := []struct {
		answers, layers string
		repairs         int
	}{
		{"accept", "raids-ada (Prodigy) new 1", 0},
		{"reject", "", 1},
		{"ignore", "raids-ada (Prodigy) skipped 0", 1},
		{"accept reject accept", "raids-ada (Prodigy) new 1", 1},
	}
	for _, test := range tests {
		t.Run(test.answers, func(t *testing.T) {
			var lines []string
			for answer := range strings.FieldsSeq(test.answers) {
				lines = append(lines, strings.Replace(task, "ANSWER", answer, 1))
			}
			path := put(t, "in.jsonl", strings.Join(lines, "\n"))
			docs := staysTheSame(t, "prodigy", path)
			var layers []string
			for _, layer := range docs[0].Layers {
				layers = append(layers, layer.Author.Name+" "+string(layer.Status())+" "+counted(len(layer.Spans()), "")[:1])
			}
			if got := strings.Join(layers, ", "); got != test.layers || len(docs) != 1 || len(docs[0].Repairs) != test.repairs {
				t.Errorf("%q %q", got, docs[0].Repairs)
			}
		})
	}
}

func TestProdigyOfAllKinds(t *testing.T) {
	path := put(t, "in.jsonl", `{"text":"Tesk 🔥: Vael hurt 12.","meta":{"source":"AP","n":1,"title":"Fire"},"_task_hash":1,"tokens":[{"text":"Tesk","start":0,"end":4,"id":0,"ws":true},{"text":"🔥","start":5,"end":6,"id":1,"ws":false},{"text":":","start":6,"end":7,"id":2,"ws":true},{"text":"Vael","start":8,"end":12,"id":3,"ws":true}],"spans":[{"token_start":0,"token_end":0,"label":"place"},{"start":8,"end":12,"token_start":3,"token_end":3,"label":"actor"}],"relations":[{"head":3,"child":0,"label":"at"},{"head":3,"child":0,"head_span":{"start":8,"end":12,"label":"actor"},"child_span":{"start":0,"end":4,"label":"place"},"label":"in"},{"head":9,"child":0,"label":"on"}],"answer":"accept","accept":["war","fire"],"user_input":"look again","flagged":true,"kept":"yes","_session_id":null}
{"text":"Tesk 🔥: Vael hurt 12.","spans":[],"answer":"accept","_session_id":"raids-ben"}
`)
	docs := staysTheSame(t, "prodigy", path)
	doc := docs[0]
	if len(docs) != 1 || len(doc.Layers) != 2 || doc.Layers[1].Author.Name != "raids-ben (Prodigy)" {
		t.Fatalf("%+v", docs)
	}
	if doc.Article.Title != "Fire" || doc.Article.Meta["source"] != "AP" || doc.Article.Meta["kept"] != "yes" || len(doc.Article.Meta) != 3 {
		t.Errorf("%+v", doc.Article)
	}
	first := doc.Layers[0]
	accept, _ := first.Value("accept")
	if len(first.Spans()) != 2 || len(first.Links()) != 2 || first.Status() != annotate.Flagged || first.Note() != "look again" || accept != "war\nfire" {
		t.Errorf("%+v %+v %+v", first.Spans(), first.Links(), first.Values())
	}
	if len(doc.Repairs) != 1 || !strings.Contains(doc.Repairs[0], "a relation on") {
		t.Errorf("%q", doc.Repairs)
	}
}

func TestProdigyFindsOutItsUnit(t *testing.T) {
	path := put(t, "in.jsonl", `{"text":"🔥 in Tesk","tokens":[{"text":"in","start":3,"end":5,"id":0}],"spans":[{"start":6,"end":10,"label":"place"}]}`)
	doc := readAll(t, Reading{}, path)[0]
	if got := doc.Layers[0].Spans()[0].Quote(doc.Article.Text); got != "Tesk" || len(doc.Repairs) != 1 {
		t.Errorf("%q %q", got, doc.Repairs)
	}
}

func TestProdigyRefusals(t *testing.T) {
	tests := []struct{ name, line, want string }{
		{"cut", `{"text":"Two men","spans":[{"st`, "line 1: the line is cut off"},
		{"no text", `{"image":"a.png","spans":[]}`, `there is no "text"`},
		{"past", `{"text":"Two men","spans":[{"start":0,"end":90,"label":"a"}]}`, "span 1 (a): end 90 is past the text (7 code points)"},
		{"no offsets", `{"text":"Two men","spans":[{"token_start":0,"token_end":0,"label":"a"}]}`, "span 1 (a) has no offsets"},
		{"wrong kind", `{"text":"Two men","spans":[{"start":"0","end":9,"label":"a"}]}`, `"spans", entry 1: “start” must be a whole number, not a text`},
		{"no list", `{"text":"Two men","spans":{"a":1}}`, `"spans" is not a list`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			docs, refusals := readSome(t, Reading{Format: "prodigy"}, put(t, "in.jsonl", test.line+"\n"+`{"text":"more"}`))
			if len(refusals) != 1 || !strings.Contains(refusals[0], test.want) || len(docs) != 1 {
				t.Errorf("got %q, want %q", refusals, test.want)
			}
		})
	}
}

// TestProdigyHashes compares with hashes that Prodigy made.
func TestProdigyHashes(t *testing.T) {
	if got := prodigyHash("hello"); got != 0x248bfa47 {
		t.Errorf("%x", got)
	}
	path := conformance + "prodigy/annotated_news_headlines-ORG-PERSON-LOCATION-ner.jsonl"
	if _, err := os.Stat(path); err != nil {
		t.Skip("there is no file of Prodigy's here")
	}
	for line := range strings.Lines(contents(t, path)) {
		var task struct {
			Text string
			Hash int32 `json:"_input_hash"`
		}
		if err := json.Unmarshal([]byte(line), &task); err != nil {
			t.Fatal(err)
		}
		if prodigyHash("text="+pythonJSON(task.Text)) != task.Hash {
			t.Fatalf("%q: not %d", task.Text, task.Hash)
		}
	}
}

func TestProdigyGolden(t *testing.T) {
	out, _ := export(t, "prodigy", readAll(t, Reading{Author: "Ada"}, "testdata/brat")...)
	const golden = "testdata/raid.prodigy.jsonl"
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(golden, []byte(contents(t, out)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := contents(t, out); got != contents(t, golden) {
		t.Errorf("got\n%s", got)
	}
	staysTheSame(t, "prodigy", golden)
}

func FuzzProdigy(f *testing.F) {
	f.Add([]byte(`{"text":"Two 🔥 men","meta":{"a":1},"_task_hash":1,"tokens":[{"text":"Two","start":0,"end":3,"id":0}],"spans":[{"token_start":0,"token_end":0,"label":"n"},{"start":4,"end":9,"label":"m","attributes":{"x":"y"},"note":"z"}],"relations":[{"head":0,"child":0,"label":"r"}],"answer":"accept","accept":["a"],"user_input":"u","flagged":true}`))
	f.Add([]byte("{\"text\":\"Two\",\"answer\":\"ignore\",\"_session_id\":\"s\"}\n{\"text\":\"Two\",\"answer\":\"reject\",\"label\":\"x\"}"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzSame(t, "prodigy", "in.jsonl", data) })
}
