package dataset

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestDoccanoComesBack(t *testing.T) {
	comesBack(t, "doccano", Articles, Titles, Metadata, Layers, Authors, Spans, Links, ArticleNotes)
}

// In "Tesk 🔥: the Vael hurt 12 men.": the Vael is at 8 to 16 in code points,
// and one further in UTF-16 units.
func TestDoccanoShapes(t *testing.T) {
	const text = `"text": "Tesk 🔥: the Vael hurt 12 men."`
	tests := []struct{ name, line, authors string }{
		{"tuples", `{"id": 33, ` + text + `, "label": [[0, 4, "place"], [13, 17, "actor"]], "Comments": ["check"]}`, "in (doccano)"},
		{"objects", `{"id": 34, ` + text + `, "entities": [{"id": 1, "label": "place", "start_offset": 0, "end_offset": 4}, {"id": 2, "label": "actor", "start_offset": 13, "end_offset": 17}], "relations": [{"id": 5, "from_id": 2, "to_id": 1, "type": "at"}], "Comments": [{"id": 9, "comment": "check"}]}`, "in (doccano)"},
		{"old tuples", `{"doc_id": 35, ` + text + `, "labels": [[0, 4, "place"], [13, 17, "actor"]], "username": "ada"}`, "ada (doccano)"},
		{"old objects", `{"id": 36, ` + text + `, "annotations": [{"label": 7, "start_offset": 0, "end_offset": 4, "user": 1}, {"label": 8, "start_offset": 13, "end_offset": 17, "user": 2}], "meta": {"src": "x"}, "annotation_approver": null}`, "user 1 (doccano), user 2 (doccano)"},
		{"data", `{"id": 37, ` + strings.Replace(text, "text", "data", 1) + `, "label": [[0, 4, "place"], [13, 17, "actor"]]}`, "in (doccano)"},
		{"code points", `{` + text + `, "label": [[0, 4, "place"], [12, 16, "actor"]]}`, "in (doccano)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := put(t, "in.jsonl", test.line+"\n")
			doc := readAll(t, Reading{}, path)[0]
			var quotes, authors []string
			for _, layer := range doc.Layers {
				authors = append(authors, layer.Author.Name)
				for _, s := range layer.Spans() {
					quotes = append(quotes, s.Quote(doc.Article.Text))
				}
			}
			if got := strings.Join(quotes, ", "); got != "Tesk, Vael" {
				t.Errorf("spans: %s", got)
			}
			if got := strings.Join(authors, ", "); got != test.authors {
				t.Errorf("authors: %s", got)
			}
			if len(doc.Layers) == 1 {
				staysTheSame(t, "doccano", path)
			}
		})
	}
}

func TestDoccanoUnits(t *testing.T) {
	tests := []struct{ name, text, spans, want, repair string }{
		{"UTF-16", "🔥 Tesk burns", "[3,7]", "Tesk", ""},
		{"code points", "🔥 Tesk burns", "[2,6]", "Tesk", "the offsets count code points"},
		{"graphemes", "👩‍👩‍👧 Tesk burns", "[2,6]", "Tesk", "the offsets count grapheme clusters"},
		{"line ends", `One\r\ntwo Tesk`, "[9,13]", "Tesk", ""},
		{"clean line ends", `One\r\ntwo Tesk`, "[8,12]", "Tesk", "as one"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			span := strings.Replace(test.spans, "]", `,"place"]`, 1)
			doc := readAll(t, Reading{Format: "doccano"}, put(t, "in.jsonl", `{"text":"`+test.text+`","label":[`+span+`]}`))[0]
			if got := doc.Layers[0].Spans()[0].Quote(doc.Article.Text); got != test.want {
				t.Errorf("%q", got)
			}
			if got := strings.Join(doc.Repairs, "\n"); !strings.Contains(got, test.repair) || test.repair == "" && strings.Contains(got, "offsets") {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestDoccanoUnitsThatNothingTells(t *testing.T) {
	path := put(t, "in.jsonl", `{"text":"🔥 a b c d e f","label":[[3,4,"x"]]}`)
	_, refusals := readSome(t, Reading{}, path)
	if len(refusals) != 0 {
		t.Errorf("one fits, and yet: %q", refusals)
	}
	path = put(t, "in.jsonl", `{"text":"🔥🔥🔥🔥","label":[[2,4,"x"]]}`)
	if _, refusals = readSome(t, Reading{}, path); len(refusals) != 1 || !strings.Contains(refusals[0], "--units utf16 or --units code-points") {
		t.Errorf("%q", refusals)
	}
	for _, err := range Read(t.Context(), []string{path}, Reading{}) {
		if open, is := errors.AsType[*UnitsError](err); !is || open.Units != [2]annotate.Unit{annotate.UTF16, annotate.CodePoints} {
			t.Errorf("%#v does not tell what the offsets may count", err)
		}
	}
	for unit, want := range map[annotate.Unit]string{annotate.UTF16: "🔥", annotate.Graphemes: "🔥🔥"} {
		doc := readAll(t, Reading{Units: unit}, path)[0]
		if got := doc.Layers[0].Spans()[0].Quote(doc.Article.Text); got != want {
			t.Errorf("%v: %q", unit, got)
		}
	}
}

func TestDoccanoWithoutLabelsIsRecognised(t *testing.T) {
	for _, line := range []string{`{"text":"Quiet.","label":[]}`, `{"text":"Quiet.","entities":[],"relations":[]}`} {
		doc := readAll(t, Reading{}, put(t, "in.jsonl", line))[0]
		if len(doc.Repairs)+len(doc.Layers)+len(doc.Article.Meta) > 0 {
			t.Errorf("%+v", doc)
		}
	}
}

func TestDoccanoRefusals(t *testing.T) {
	tests := []struct{ name, line, want string }{
		{"cut", `{"text":"Two men","label":[[0,3`, "line 1: the line is cut off"},
		{"no text", `{"label":[[0,3,"a"]]}`, `there is no "text"`},
		{"past", `{"text":"Two men","label":[[0,90,"a"]]}`, "span 1 (a): end 90 is past the text (7 UTF-16 units)"},
		{"backwards", `{"text":"Two men","label":[[5,2,"a"]]}`, "end 2 lies before"},
		{"empty", `{"text":"Two men","label":[[5,5,"a"]]}`, "at least one character"},
		{"two", `{"text":"Two men","label":[[0,5]]}`, "not [start, end, label]"},
		{"words", `{"text":"Two men","label":[["a",5,"b"]]}`, `"label", entry 1`},
		{"no label", `{"text":"Two men","entities":[{"start_offset":0,"end_offset":3}]}`, "span 1 has no label"},
		{"no offsets", `{"text":"Two men","entities":[{"label":"a"}]}`, "span 1 has no offsets"},
		{"no list", `{"text":"Two men","entities":{"a":1}}`, `"entities" is not a list`},
		{"array cut", `[{"text":"Two men","label":[[0,3,"a"]]},` + "\n" + `{"te`, "line 2: the file is cut off"},
		{"too many", `{"text":"Two men","label":[` + strings.Repeat(`[0,3,"a"],`, SpanLimit) + `[0,3,"a"]]}`, "more than 262144 entries"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, refusals := readSome(t, Reading{Format: "doccano"}, put(t, "in.jsonl", test.line+"\n"))
			if len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
				t.Errorf("got %q, want %q", refusals, test.want)
			}
		})
	}
}

func TestDoccanoSkipsSuggestions(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Gunmen] came.", "actor")
	doc.Layers[0].Author.Kind = annotate.Suggester
	path, ledger := export(t, "doccano", doc)
	if got := contents(t, filepath.Join(path, "all.jsonl")); strings.Contains(got, "actor") || ledger.Out[Spans] != 0 {
		t.Error(got)
	}
}

func TestDoccanoGolden(t *testing.T) {
	out, _ := export(t, "doccano", readAll(t, Reading{Author: "Ada"}, "testdata/brat")...)
	compareFolders(t, "testdata/doccano.golden", out)
	staysTheSame(t, "doccano", "testdata/doccano.golden/all.jsonl")
}

func FuzzDoccano(f *testing.F) {
	f.Add([]byte(`{"id":1,"text":"Two 🔥 men","label":[[0,3,"a"],[2,6,"b"]],"Comments":["x"],"src":"y","meta":{"id":2}}`))
	f.Add([]byte(`[{"text":"Two\r\nmen","entities":[{"id":1,"label":"a","start_offset":0,"end_offset":3}],"relations":[{"from_id":1,"to_id":1,"type":"r"}],"username":"u"}]`))
	f.Add([]byte(`{"text":"Two","annotations":[{"label":7,"start_offset":0,"end_offset":3,"user":1},{"label":7,"start_offset":0,"end_offset":2,"user":2}]}`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzSame(t, "doccano", "all.jsonl", data) })
}
