package dataset

import (
	"strings"
	"testing"
)

func TestUIMAComesBack(t *testing.T) {
	comesBack(t, "uima", Articles, Titles, Metadata, Layers, Authors, Statuses, ArticleNotes, Values, Spans, Attributes, Notes, Links, LinkNotes)
}

func TestUIMAGolden(t *testing.T) {
	out, _ := export(t, "uima", readAll(t, Reading{Author: "Ada"}, "testdata/brat")...)
	compareFolders(t, "testdata/uima.golden", out)
	staysTheSame(t, "uima", "testdata/uima.golden/orvany-raid.Ada.json")
}

const casSample = `{"%TYPES": {"news.Mark": {"%NAME": "news.Mark", "%SUPER_TYPE": "uima.tcas.Annotation", "value": {"%NAME": "value", "%RANGE": "uima.cas.String"}, "sure": {"%NAME": "sure", "%RANGE": "uima.cas.Boolean"}}},
"%FEATURE_STRUCTURES": [
{"%ID": 4, "%TYPE": "news.Mark", "@sofa": 1, "begin": 6, "end": 12, "value": "place", "sure": true, "@slots": 7},
{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": "🔥 at Orvany; the Vael left"},
{"%ID": 5, "%TYPE": "news.Mark", "@sofa": 1, "begin": 18, "end": 22, "value": null},
{"%ID": 6, "%TYPE": "news.Tie", "@sofa": 1, "begin": 6, "end": 12, "kind": "near", "@Governor": 5, "@Dependent": 4},
{"%ID": 7, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [8]},
{"%ID": 8, "%TYPE": "news.Slot", "role": "who", "@target": 5},
{"%ID": 9, "%TYPE": "uima.cas.Sofa", "sofaNum": 2, "sofaID": "other", "sofaString": "another text"},
{"%ID": 10, "%TYPE": "news.Mark", "@sofa": 9, "begin": 0, "end": 700},
{"%ID": 11, "%TYPE": "uima.tcas.DocumentAnnotation", "@sofa": 1, "begin": 0, "end": 27, "language": "en"}],
"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [4, 5, 6, 11]}, "other": {"%SOFA": 9}}}`

func TestUIMAIsRead(t *testing.T) {
	doc := readAll(t, Reading{}, put(t, "in.json", casSample))[0]
	var said []string
	for _, s := range doc.Layers[0].Spans() {
		said = append(said, s.Label+" "+s.Quote(doc.Article.Text)+s.Attrs["sure"])
	}
	for _, k := range doc.Layers[0].Links() {
		from, _ := doc.Layers[0].Span(k.From)
		to, _ := doc.Layers[0].Span(k.To)
		said = append(said, from.Label+" "+k.Kind+" "+to.Label)
	}
	if got := strings.Join(said, ", "); got != "place Orvanytrue, Mark Vael, place who Mark, Mark Tie place" && got != "place Orvanytrue, Mark Vael, Mark Tie place, place who Mark" {
		t.Error(got)
	}
	if doc.Article.Meta["language"] != "en" {
		t.Errorf("%v", doc.Article.Meta)
	}
}

func TestDamagedUIMAIsRefused(t *testing.T) {
	tests := []struct{ old, new, want string }{
		{`"end": 12, "value"`, `"end": 99, "value"`, "in.json: line 3: annotation 4 (Mark): end 99 is past the text (27 UTF-16 units)"},
		{`"begin": 18`, `"begin": "x"`, "in.json: line 5: Mark 5: its begin and end are no offsets"},
		{`"begin": 18`, `"begin": 1`, "in.json: line 5: annotation 5 (Mark): start 1 lies inside a character"},
		{`"%SOFA": 1`, `"%SOFA": 77`, "in.json: there is no text in it"},
		{`"%TYPE": "news.Tie", `, ``, "in.json: line 6: the structure 6 has no type"},
		{`"%VIEWS"`, `"%VIEWS`, "in.json: line 12: it is cut off or not CAS JSON"},
		{`"%FEATURE_STRUCTURES": [`, `"%FEATURE_STRUCTURES": 3, "x": [`, "in.json: line 1: there are no structures"},
	}
	for _, test := range tests {
		docs, refusals := readSome(t, Reading{Format: "uima"}, put(t, "in.json", strings.Replace(casSample, test.old, test.new, 1)))
		if len(docs) > 0 || len(refusals) != 1 || !strings.HasPrefix(refusals[0], test.want) {
			t.Errorf("%s: %d documents, %q", test.new, len(docs), refusals)
		}
	}
}

// A circle of references is no more than links that go round.
func TestUIMACircles(t *testing.T) {
	const circle = `{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "a b"},
{"%ID": 2, "%TYPE": "x.Chain", "@sofa": 1, "begin": 0, "end": 1, "@next": 3}, {"%ID": 3, "%TYPE": "x.Chain", "@sofa": 1, "begin": 2, "end": 3, "@next": 2, "@self": 3},
{"%ID": 4, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [4]}, {"%ID": 5, "%TYPE": "x.Host", "@sofa": 1, "begin": 0, "end": 3, "@all": 4}]}`
	doc := readAll(t, Reading{}, put(t, "in.json", circle))[0]
	if n := tally(doc); n[Spans] != 3 || n[Links] != 3 {
		t.Errorf("%v", n)
	}
}

func FuzzUIMA(f *testing.F) {
	f.Add([]byte(casSample))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzSettles(t, "uima", "in.json", data) })
}
