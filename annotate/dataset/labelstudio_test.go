package dataset

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestLabelStudioComesBack(t *testing.T) {
	comesBack(t, "labelstudio", kinds...)
}

// studioTasks is one task of invented news, all that a task may hold.
const studioTasks = `[{"id": 7, "data": {"text": "Tesk 🔥: the Vael hurt  12 men.", "ref": "a1"},
 "annotations": [
  {"id": 11, "completed_by": {"id": 3, "email": "ada@example.org"}, "was_cancelled": false, "result": [
   {"id": "r1", "from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 12, "end": 16, "text": "Vael", "labels": ["actor"]}},
   {"id": "r2", "from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 17, "end": 30, "text": "hurt 12 men.", "labels": ["casualty", "claim"]}, "meta": {"text": ["who says so?"]}},
   {"id": "r2", "from_name": "harm", "to_name": "text", "type": "choices", "value": {"start": 17, "end": 29, "choices": ["wounded", "shocked"]}},
   {"id": "r2", "from_name": "min", "to_name": "text", "type": "number", "value": {"start": 17, "end": 29, "number": 12}},
   {"id": "x1", "from_name": "topic", "to_name": "text", "type": "choices", "value": {"choices": ["war"]}},
   {"from_id": "r2", "to_id": "r1", "type": "relation", "direction": "right", "labels": ["by", "of"]},
   {"from_id": "r1", "to_id": "r2", "type": "relation", "direction": "left"}]},
  {"id": 12, "completed_by": 4, "was_cancelled": true, "result": []},
  {"id": 13, "completed_by": 4, "result": []}],
 "predictions": [{"model_version": "m1", "score": 0.9, "result": [
   {"id": "p1", "from_name": "label", "to_name": "text", "type": "labels", "score": 0.5, "value": {"start": 0, "end": 4, "text": "Tesk", "labels": ["place"]}}]}]}]
`

func TestLabelStudioTasks(t *testing.T) {
	path := put(t, "in.json", studioTasks)
	docs := staysTheSame(t, "labelstudio", path)
	doc := docs[0]
	if found := readAll(t, Reading{}, path); sameDocument(found[0], doc) != "" {
		t.Error("the format was not recognised")
	}
	if doc.Article.Meta["ref"] != "a1" || doc.Article.Meta["id"] != "7" || len(doc.Repairs) > 0 {
		t.Errorf("%+v %q", doc.Article, doc.Repairs)
	}
	var authors []string
	for _, layer := range doc.Layers {
		authors = append(authors, layer.Author.Name+" "+string(layer.Author.Kind)+" "+string(layer.Status()))
	}
	if got := strings.Join(authors, ", "); got != "ada@example.org (Label Studio) import new, user 4 (Label Studio) import skipped, user 4 2 (Label Studio) import new, m1 suggester new" {
		t.Error(got)
	}
	first := doc.Layers[0]
	var spans []string
	for _, s := range first.Spans() {
		spans = append(spans, s.Label+" "+s.Quote(doc.Article.Text)+" "+s.Source+" "+s.Attrs["harm"]+s.Attrs["min"]+s.Note)
	}
	if got := strings.Join(spans, ", "); got != "actor Vael r1 , casualty hurt  12 men. r2 wounded\nshocked12who says so?, claim hurt  12 men. r2/2 wounded\nshocked12who says so?" {
		t.Errorf("%q", got)
	}
	if topic, _ := first.Value("topic"); topic != "war" || len(first.Links()) != 3 {
		t.Errorf("%s %+v", topic, first.Links())
	}
}

func TestLabelStudioOtherShapes(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"before 1.0", `[{"id":1,"data":{"text":"Two men"},"completions":[{"id":1,"skipped":true,"result":[{"id":"a","from_name":"l","type":"labels","value":{"start":0,"end":3,"text":"Two","labels":["n"]}}]}]}]`, "Two|import|skipped"},
		{"JSON-MIN", `[{"text":"Two men","id":1,"label":[{"start":0,"end":3,"text":"Two","labels":["n"]}],"sure":[{"start":0,"end":3,"text":"Two","choices":["yes"]}],"annotator":3,"annotation_id":11,"lead_time":42.5}]`, "Two|user 3 (Label Studio)|new"},
		{"another key", `[{"data":{"ref":"x","body":"Two men"},"annotations":[{"result":[{"id":"a","source":"$body","from_name":"l","type":"labels","value":{"start":0,"end":3,"labels":["n"]}}]}]}]`, "Two|import|new"},
		{"UTF-16", `[{"data":{"text":"🔥 Two men"},"annotations":[{"result":[{"id":"a","from_name":"l","type":"labels","value":{"start":3,"end":6,"text":"Two","labels":["n"]}}]}]}]`, "Two|import|new"},
		{"one task on many lines", "{\n\"data\": {\n\"text\": \"Two men\"},\n\"annotations\": [{\"result\":[{\"id\":\"a\",\"from_name\":\"l\",\"type\":\"labels\",\"value\":{\"start\":0,\"end\":3,\"labels\":[\"n\"]}}]}]\n}\n", "Two|import|new"},
		{"line ends", `[{"data":{"text":"One\r\nTwo men"},"annotations":[{"result":[{"id":"a","from_name":"l","type":"labels","value":{"start":5,"end":8,"text":"Two","labels":["n"]}}]}]}]`, "Two|import|new"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := put(t, "in.json", test.content)
			layer, text := readAll(t, Reading{}, path)[0].Layers[0], readAll(t, Reading{}, path)[0].Article.Text
			if got := layer.Spans()[0].Quote(text) + "|" + layer.Author.Name + "|" + string(layer.Status()); got != test.want {
				t.Error(got)
			}
			staysTheSame(t, "labelstudio", path)
		})
	}
}

func TestLabelStudioRefusals(t *testing.T) {
	task := func(result string) string {
		return "[\n" + `{"data":{"text":"Two men"},"annotations":[{"result":[` + result + `]}]}]`
	}
	tests := []struct{ name, content, want string }{
		{"cut", "[\n{\"data\":{\"text\":\"Two\"}},\n{\"data\"", "line 3: the file is cut off"},
		{"no text", `[{"data":{"n":1},"annotations":[]}]`, "there is no text in its \"data\""},
		{"past", task(`{"id":"a","type":"labels","value":{"start":0,"end":90,"labels":["x"]}}`), "line 2: annotation 1: region a (x): end 90 is past the text (7 code points)"},
		{"empty", task(`{"id":"a","type":"labels","value":{"start":2,"end":2,"labels":["x"]}}`), "at least one character"},
		{"no list", `[{"data":{"text":"Two"},"annotations":{"a":1}}]`, `"annotations" is not a list`},
		{"wrong kind", task(`{"id":"a","type":7}`), `"result", entry 1: “type” must be a text, not a number`},
		{"not JSON", "<tasks/>", "not JSON"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, refusals := readSome(t, Reading{Format: "labelstudio"}, put(t, "in.json", test.content))
			if len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
				t.Errorf("got %q, want %q", refusals, test.want)
			}
		})
	}
}

func TestLabelStudioGolden(t *testing.T) {
	docs := readAll(t, Reading{Author: "Ada"}, "testdata/brat")
	docs = append(docs, readAll(t, Reading{}, put(t, "in.json", studioTasks))...)
	out, _ := export(t, "labelstudio", docs...)
	compareFolders(t, "testdata/labelstudio.golden", out)
	back := readAll(t, Reading{}, "testdata/labelstudio.golden/tasks.json")
	writtenStaysTheSame(t, "labelstudio", back)
}

func TestLabelStudioConfigIsRead(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Gunmen] came.", "actor")
	doc.Scheme = &randomScheme
	out, _ := export(t, "labelstudio", doc)
	s := readAll(t, Reading{}, out)[0].Scheme
	actor, _ := s.Label("actor")
	casualty, _ := s.Label("casualty")
	place, _ := s.Label("place")
	if actor.Key != "a" || actor.Colour != "#aa0000" || place.Guideline != "Names only." || len(s.Links) != 2 || len(s.Values) != 1 {
		t.Errorf("%+v", s)
	}
	if side, _ := actor.Attribute("side"); side.Kind != annotate.Choice || len(side.Choices) != 2 {
		t.Errorf("%+v", side)
	}
	if disputed, _ := casualty.Attribute("disputed"); disputed.Kind != annotate.Flag {
		t.Errorf("%+v", disputed)
	}
}

// TestLabelStudioControls gives attributes of one name with different choices a
// control each, and takes them for one when they come back.
func TestLabelStudioControls(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Gunmen] came to [place Tesk].", "actor", "place")
	kind := func(choices ...string) []annotate.Attribute {
		return []annotate.Attribute{{Name: "kind", Kind: annotate.Choice, Choices: choices}}
	}
	doc.Scheme = &annotate.Scheme{Labels: []annotate.Label{{Name: "actor", Attributes: kind("army", "gang")}, {Name: "place", Attributes: kind("town", "river")}}}
	spans := slices.Clone(doc.Layers[0].Spans())
	spans[0].Attrs, spans[1].Attrs = annotate.Attrs{"kind": "gang"}, annotate.Attrs{"kind": "town"}
	var err error
	if doc.Layers[0], err = doc.Layers[0].With(spans, nil, nil); err != nil {
		t.Fatal(err)
	}
	out, ledger := export(t, "labelstudio", doc)
	if config := contents(t, filepath.Join(out, studioConfig)); !strings.Contains(config, `name="kind@place"`) || len(ledger.Losses) != 1 {
		t.Errorf("%s\n%s", config, ledger)
	}
	back := readAll(t, Reading{}, out)[0]
	for i, s := range back.Layers[0].Spans() {
		if s.Attrs["kind"] != spans[i].Attrs["kind"] || len(s.Attrs) != 1 {
			t.Errorf("%+v", s)
		}
		l, _ := back.Scheme.Label(s.Label)
		if a, _ := l.Attribute("kind"); len(a.Choices) != 2 || len(l.Attributes) != 1 {
			t.Errorf("%+v", l)
		}
	}
}

func FuzzLabelStudio(f *testing.F) {
	f.Add([]byte(studioTasks))
	f.Add([]byte(`[{"text":"Two men","id":1,"label":[{"start":0,"end":3,"text":"Two","labels":["n"]}],"annotator":3,"annotation_id":11}]`))
	f.Add([]byte(`{"data":{"body":"Two\r\nmen"},"completions":[{"result":[{"type":"hypertextlabels","value":{"start":"/p","hypertextlabels":["a"]}}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzSame(t, "labelstudio", "in.json", data) })
}
