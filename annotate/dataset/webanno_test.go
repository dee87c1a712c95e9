package dataset

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestWebAnnoComesBack(t *testing.T) {
	comesBackAs(t, "webanno", inTokens, Articles, Titles, Metadata, Layers, Authors, Statuses, ArticleNotes, Values, Spans, Attributes, Notes, Links, LinkNotes)
}

func TestWebAnnoGolden(t *testing.T) {
	out, _ := export(t, "webanno", readAll(t, Reading{Author: "Ada"}, "testdata/brat")...)
	compareFolders(t, "testdata/webanno.golden", out)
	files, _ := filepath.Glob("testdata/webanno.golden/*.tsv")
	staysTheSame(t, "webanno", files...)
}

// In "🔥 at Orvany; the Vael  left": offsets count UTF-16 units.
const tsvSample = "#FORMAT=WebAnno TSV 3.2\n#T_SP=a.Mark|value\n#T_RL=a.Tie|value|BT_a.Mark\n\n\n#Summary=ignored\n#Text=🔥 at Orvany;\n1-1\t0-2\t🔥\t_\t_\t_\t\n1-2\t3-5\tat\t_\t_\t_\t\n1-3\t6-12\tOrvany\tplace[1]|a\\|b[2]\t_\t_\t\n\n" +
	"#Text=the Vael  left\n2-1\t14-17\tthe\tactor[3]\tin\t1-3[1_3]\t\n2-2\t18-22\tVael\tactor[3]\t_\t_\t\n2-2.1\t19-22\tael\t*\t_\t_\t\n2-3\t24-28\tleft\t_\t_\t_\t\n"

func TestWebAnnoIsRead(t *testing.T) {
	doc := readAll(t, Reading{}, put(t, "in.tsv", tsvSample))[0]
	if want := "🔥 at Orvany;\nthe Vael  left"; doc.Article.Text != want {
		t.Errorf("%q", doc.Article.Text)
	}
	var said []string
	for _, s := range doc.Layers[0].Spans() {
		said = append(said, s.Label+" "+s.Quote(doc.Article.Text))
	}
	if got := strings.Join(said, ", "); got != "a|b Orvany, place Orvany, actor the Vael, Mark ael" {
		t.Error(got)
	}
	link := doc.Layers[0].Links()[0]
	from, _ := doc.Layers[0].Span(link.From)
	to, _ := doc.Layers[0].Span(link.To)
	if link.Kind != "in" || from.Label != "place" || to.Label != "actor" {
		t.Errorf("%+v", link)
	}
}

func TestOldWebAnnoEscapesAsJava(t *testing.T) {
	sample := strings.Replace(strings.Replace(tsvSample, "TSV 3.2", "TSV 3.1", 1), "#Text=🔥 at", `#Text=\ud83d\uDD25 \u0061t`, 1)
	if doc := readAll(t, Reading{}, put(t, "in.tsv", sample))[0]; doc.Article.Text != "🔥 at Orvany;\nthe Vael  left" {
		t.Errorf("%q", doc.Article.Text)
	}
}

func TestDamagedWebAnnoIsRefused(t *testing.T) {
	tests := []struct{ old, new, want string }{
		{"14-17", "13-x", "in.tsv: line 13: “13-x” are no offsets"},
		{"14-17", "2-17", "in.tsv: line 13: the token begins at 2"},
		{"14-17", "999999999-999999999", "in.tsv: line 13: the token begins at 999999999, far behind"},
		{"24-28", "24-99", "in.tsv: line 16: the token ends at 99, past the text"},
		{"2-3\t", "2-2\t", "in.tsv: line 16: the token 2-2 is there twice"},
		{"1-3[1_3]", "7-7", "in.tsv: line 13: there is no token 7-7"},
		{"1-3[1_3]", "1-3[1_9]", "in.tsv: line 13: there is no annotation Mark"},
		{"19-22\tael", "0-1\tael", "in.tsv: line 15: annotation"},
		{"1-3[1_3]", "?", "in.tsv: line 13: “?” does not say"},
		{"left\t_\t_\t_", "left\t_", "in.tsv: line 16: the row has too few fields"},
		{"a.Mark|value", "a.Mark|a.b", "in.tsv: line 2: “a.b” is no name"},
		{"🔥 at Orvany;", "\xff\xfe\x00", "in.tsv: "},
	}
	for _, test := range tests {
		sample := strings.Replace(tsvSample, test.old, test.new, 1)
		docs, refusals := readSome(t, Reading{Format: "webanno"}, put(t, "in.tsv", sample))
		if len(docs) > 0 || len(refusals) != 1 || !strings.HasPrefix(refusals[0], test.want) {
			t.Errorf("%s: %d documents, %q", test.new, len(docs), refusals)
		}
	}
}

func FuzzWebAnno(f *testing.F) {
	f.Add([]byte(tsvSample))
	f.Add([]byte("#FORMAT=WebAnno TSV 3.3\n#T_SP=a.Host|ROLE_a.Host:links_a.Link|a.Mark\n#T_CH=a.Chain|referenceRelation|referenceType\n#T_SP=a.Mark|\n\n\n#Text=a\\tb\n1-1\t0-1\ta\tr;*\t1-2;1-2[1]\tx->1-1\t*[1]\t_\t\n1-2\t2-3\tb\t_\t_\t*->1-2\ty[1]\t*[1]|*[2]\t\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzSettles(t, "webanno", "in.tsv", data) })
}

// inTokens is a document whose spans begin and end as tokens do.
func inTokens(doc annotate.Document) annotate.Document {
	layers := doc.Layers
	doc.Layers = nil
	for _, layer := range layers {
		var spans []annotate.Span
		for _, s := range layer.Spans() {
			if s.Range = tokenHull(doc.Article.Text, s.Range); !s.Empty() {
				s.Gaps = nil
				spans = append(spans, s)
			}
		}
		if inside, err := layer.With(spans, nil, nil); err == nil {
			doc.Layers = append(doc.Layers, inside)
		}
	}
	return doc
}

// tokenHull is a range without what lies outside of tokens.
func tokenHull(text string, at annotate.Range) annotate.Range {
	var hull annotate.Range
	for _, token := range newGrid(text, 0).tokens {
		if !token.Overlaps(at) {
			continue
		}
		if token = token.Shared(at); hull.Empty() {
			hull = token
		}
		hull.End = token.End
	}
	return hull
}
