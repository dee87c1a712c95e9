package dataset

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestJSONLKeepsEverything(t *testing.T) {
	for seed := range uint64(150) {
		d := newDice(seed)
		docs := []annotate.Document{d.document(0), d.document(1), d.document(2)}
		path, ledger := exportUnsynced(t, "jsonl", docs...)
		if len(ledger.Losses) > 0 {
			t.Fatalf("seed %d: losses: %s", seed, ledger)
		}
		for i, back := range readAll(t, Reading{}, path) {
			if diff := sameDocument(docs[i], back); diff != "" {
				t.Fatalf("seed %d, document %d: %s", seed, i, diff)
			}
			if back.Scheme != nil && !reflect.DeepEqual(*back.Scheme, randomScheme) {
				t.Fatalf("seed %d: the scheme differs: %+v", seed, back.Scheme)
			}
		}
	}
}

func TestJSONLQuotesAreWhatStandsThere(t *testing.T) {
	d := newDice(11)
	path, _ := export(t, "jsonl", d.document(0), d.document(1), d.document(2), d.document(3))
	spans := 0
	for line := range strings.Lines(contents(t, path)) {
		var record articleRecord
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		runes := []rune(record.Text)
		for _, layer := range record.Layers {
			for _, s := range layer.Spans {
				spans++
				if got := string(runes[s.Start:s.End]); got != s.Quote {
					t.Errorf("text[%d:%d] is %q, the quote %q", s.Start, s.End, got, s.Quote)
				}
			}
		}
	}
	if spans == 0 {
		t.Error("there was no span to look at")
	}
}

func TestJSONLEscapesLineSeparators(t *testing.T) {
	path, _ := export(t, "jsonl", annotate.Document{Article: annotate.Article{ID: articleID("a"), Text: "one\u2028two\u2029three <b>"}})
	got := contents(t, path)
	if !strings.Contains(got, `one\u2028two\u2029three <b>`) || strings.Count(got, "\n") != 1 {
		t.Error(got)
	}
}

func TestJSONLOfOtherProgramsIsRead(t *testing.T) {
	path := put(t, "scraped.jsonl", "\ufeff"+`{"text":"Raid on Orvany\nTwo men were hurt.","url":"https://example.org/1","id":17,"tags":["a"],"meta":{"n":3}}`+"\r\n\r\n"+
		`{"text":"Two men were hurt.","title":"Raid","layers":[{"author":"Ada","spans":[{"id":"T1","label":"casualty","start":0,"end":7},{"id":"T2","label":"actor","start":4,"end":7}],"links":[{"kind":"of","from":"T1","to":"T2"}]}]}`)
	docs := readAll(t, Reading{}, path)
	first, second := docs[0].Article, docs[1].Layers[0]
	want := annotate.Meta{"url": "https://example.org/1", "id": "17", "n": "3"}
	if first.Title != "Raid on Orvany" || !reflect.DeepEqual(first.Meta, want) || len(docs[0].Repairs) != 1 {
		t.Errorf("%+v, repairs %q", first, docs[0].Repairs)
	}
	if len(second.Spans()) != 2 || second.Spans()[0].Source != "T1" || second.Links()[0].From != second.Spans()[0].ID {
		t.Errorf("%+v %+v", second.Spans(), second.Links())
	}
	again := readAll(t, Reading{}, path)
	if !second.Equal(again[1].Layers[0]) {
		t.Error("read twice, the ids differ")
	}
}

func TestJSONLCountsTheTextAsItCame(t *testing.T) {
	path := put(t, "win.jsonl", `{"text":"\ufeffOne\r\n🔥 two\r\nthree","layers":[{"spans":[{"label":"x","start":6,"end":17,"gaps":[[11,13]],"quote":"🔥 two\r\nthre"}]}]}`)
	doc := readAll(t, Reading{}, path)[0]
	span := doc.Layers[0].Spans()[0]
	if doc.Article.Text != "One\n🔥 two\nthree" || span.Quote(doc.Article.Text) != "🔥 two\nthre" || doc.Article.Text[span.Gaps[0].Start:span.Gaps[0].End] != "\n" {
		t.Errorf("%q %+v", doc.Article.Text, span)
	}
}

func TestJSONLRefusals(t *testing.T) {
	good := `{"text":"Two men","layers":[{"author":"Ada","spans":[%s],"links":[]}]}`
	span := func(s string) string { return strings.Replace(good, "%s", s, 1) }
	id := string(articleID("x"))
	tests := []struct{ name, line, want string }{
		{"cut", `{"text":"Two men","lay`, "line 1: the line is cut off or not JSON"},
		{"list", `[1,2]`, "not an object"},
		{"no text", `{"title":"Two men"}`, `there is no "text"`},
		{"text of the wrong kind", `{"text":12}`, `“text” must be a text, not a number`},
		{"past", span(`{"label":"a","start":0,"end":900}`), "layer of Ada: span 1 (a): end 900 is past the text (7 code points)"},
		{"backwards", span(`{"label":"a","start":5,"end":2}`), "end 2 lies before the start 5"},
		{"empty", span(`{"label":"a","start":5,"end":5}`), "at least one character"},
		{"no start", span(`{"label":"a","begin":4,"end":7}`), `span 1 (a): it needs both a "start" and an "end"`},
		{"no end", span(`{"label":"a","start":0}`), `it needs both a "start" and an "end"`},
		{"quote", span(`{"label":"a","start":0,"end":3,"quote":"men"}`), `not "men" as its quote says`},
		{"no label", span(`{"start":0,"end":3}`), `no "label"`},
		{"span twice", span(`{"id":"q","label":"a","start":0,"end":3},{"id":"q","label":"a","start":0,"end":3}`), "its id is there twice"},
		{"wrong offset", span(`{"label":"a","start":"0","end":3}`), `“layers.spans.start” must be a whole number, not a text`},
		{"link to nowhere", strings.Replace(span(""), `"links":[]`, `"links":[{"kind":"of","from":"a","to":"b"}]`, 1), "a span that it joins is not in the layer"},
		{"hash", `{"text":"Two men","sha256":"00"}`, "the text was changed"},
		{"status", `{"text":"Two","layers":[{"status":"finished"}]}`, "must be one of new, started"},
		{"kind", `{"text":"Two","layers":[{"author":"A","author_kind":"robot"}]}`, "must be one of person"},
		{"newer", `{"format":"glossator/2","text":"Two"}`, "update the program"},
		{"scheme", `{"text":"Two","scheme":{"labels":[{"name":""}]}}`, "must not be empty"},
		{"ids", `{"text":"Two","id":"` + id + `"}` + "\n" + `{"text":"Three","id":"` + id + `"}`, "line 2: the id " + id + " is that of another text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, refusals := readSome(t, Reading{}, put(t, "in.jsonl", test.line+"\n"))
			if len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
				t.Errorf("got %q, want %q", refusals, test.want)
			}
		})
	}
}

func TestJSONLGoesOnBehindABadLine(t *testing.T) {
	docs, refusals := readSome(t, Reading{}, put(t, "in.jsonl", "{\"text\":\"a\"}\n{\"te\n{\"text\":\"b\"}"))
	if len(docs) != 2 || len(refusals) != 1 || docs[1].Origin.Line != 3 {
		t.Errorf("%d documents, %q", len(docs), refusals)
	}
}

func TestJSONLReadsVeryLongLines(t *testing.T) {
	long := strings.Repeat("Two men were hurt. ", 200_000)
	docs := readAll(t, Reading{}, put(t, "in.jsonl", `{"text":"`+long+`"}`))
	if docs[0].Article.Text != long {
		t.Error("the text differs")
	}
}

func TestALineThatIsTooLongIsPassedOver(t *testing.T) {
	var got []string
	in := io.MultiReader(strings.NewReader("one\n"), io.LimitReader(endless{}, LineLimit+1), strings.NewReader("\nthree"))
	for l, err := range lines(in) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%d %s %v", l.number, l.text, l.tooLong))
	}
	if !slices.Equal(got, []string{"1 one false", "2  true", "3 three false"}) {
		t.Errorf("%q", got)
	}
}

// endless is a file of one letter.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestJSONLGolden(t *testing.T) {
	path, _ := export(t, "jsonl", readAll(t, Reading{Author: "Ada"}, "testdata/brat")...)
	const golden = "testdata/raid.jsonl"
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(golden, []byte(contents(t, path)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := contents(t, path); got != contents(t, golden) {
		t.Errorf("got\n%s", got)
	}
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(`{"text":"Two men","layers":[{"author":"Ada","status":"done","spans":[{"label":"a","start":0,"end":3,"gaps":[[1,2]]}],"links":[]}]}`))
	f.Add([]byte("{\"text\":\"a\r\\r\\nb\",\"scheme\":{\"labels\":[]}}\n{\"text\":\"\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, _ := readSome(t, Reading{Format: "jsonl"}, put(t, "in.jsonl", string(data)))
		path, _ := exportUnsynced(t, "jsonl", docs...)
		for i, back := range readAll(t, Reading{}, path) {
			if diff := sameDocument(docs[i], back); diff != "" {
				t.Fatalf("document %d: %s", i, diff)
			}
		}
	})
}
