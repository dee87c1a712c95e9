package dataset

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// pictured are the spans of what was read: "label quote|…", a line each layer.
func pictured(docs []annotate.Document) string {
	var layers []string
	for _, doc := range docs {
		for _, layer := range doc.Layers {
			var spans []string
			for _, s := range layer.Spans() {
				spans = append(spans, s.Label+" "+s.Quote(doc.Article.Text))
			}
			layers = append(layers, strings.Join(spans, "|"))
		}
	}
	return strings.Join(layers, "\n")
}

func TestCoNLLReads(t *testing.T) {
	retokenized := map[string]bool{"spaces told": true, "hash signs and Windows": true}
	const want = "actor Vael Or|actor Marn|place Tesk"
	tests := []struct{ name, content, spans, said string }{
		{"IOB2", "-DOCSTART- -X- O O\n\nVael\tB-actor\nOr\tI-actor\nMarn\tB-actor\n\nin\tO\nTesk\tB-place\n", want, "the tags are IOB2"},
		{"IOB1 of 2003", "-DOCSTART- -X- -X- O\n\nVael NNP I-NP I-actor\nOr NNP I-NP I-actor\nMarn NNP I-NP B-actor\n\nin IN I-PP O\nTesk NNP I-NP I-place\n", want, "the tags are IOB1"},
		{"IOBES", "-DOCSTART- -DOCSTART- O\nVael B-actor\nOr E-actor\nMarn S-actor\n\nin O\nTesk S-place\n", want, "the tags are IOBES"},
		{"BILOU", "-DOCSTART-\tO\nVael\tB-actor\nOr\tL-actor\nMarn\tU-actor\n\nin\tO\nTesk\tU-place\n", want, "the tags are BILOU"},
		{"two levels", "# newdoc id = 7\n# source = AP\nVael\tB-claim\tB-actor\nleft\tI-claim\tO\n", "claim Vael left|actor Vael", "the tags are IOB2, in 2 columns"},
		{"a sentence an article", "Vael\tB-actor\n\n\nTesk\tB-place\n", "actor Vael\nplace Tesk", "the tags are IOB2"},
		{"spaces told", "TOKEN\tNE\tMISC\nVael\tB-actor\tNoSpaceAfter\n's\tO\t_\n", "actor Vael", "the tags are IOB2"},
		{"hash signs and Windows", "\ufeff#1\tB-actor\r\n#\tO\r\n", "actor #1", "the tags are IOB2"},
		{"no span", "Vael\tO\nTesk\tO\n", "", "the tags are IOB2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			docs := readAll(t, Reading{}, put(t, "in.conll", test.content))
			out, _ := exportAs(t, "conll", Choices{Overlap: Levels}, docs...)
			if again := pictured(readAll(t, Reading{}, out)); again != test.spans && !retokenized[test.name] {
				t.Errorf("%q came back", again)
			}
			if got := pictured(docs); got != test.spans || !strings.Contains(strings.Join(docs[0].Repairs, ";"), test.said) {
				t.Errorf("got %q %q", got, docs[0].Repairs)
			}
		})
	}
}

func TestCoNLLKeepsWhatCommentsSay(t *testing.T) {
	doc := readAll(t, Reading{}, put(t, "in.conll", "# newdoc id = 7\n# source = AP\nVael\tB-actor\tNoSpaceAfter\n's\tO\t_\nmen\tO\t_\n"))[0]
	if doc.Article.Meta["source"] != "AP" || doc.Article.Meta["newdoc id"] != "7" || doc.Article.Text != "Vael's men" {
		t.Errorf("%+v", doc.Article)
	}
}

func TestCoNLLRefusals(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"one column", "Vael\nTesk\n", "line 1: there is a token, but no column with a tag"},
		{"a column too few", "-DOCSTART- O\n\nVael\tB-actor\nSOCCERO SOCCERO\nTesk\tO\n", "line 4: the line has 1 column, others have 2"},
		{"no tag", "Vael\tB-actor\nleft\tyes\n", "line 2: “yes” is no tag"},
		{"picture", "\x89PNG\r\n\x1a\n", "it is a PNG picture"},
		{"zeros", "a\tO\n\x00\x00\x00\x00\tO\n", "it is a file of a program"},
		{"very long line", "a\tO\n" + strings.Repeat("b", LineLimit+1), "line 2: the line is longer than 1 MB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, refusals := readSome(t, Reading{Format: "conll"}, put(t, "in.conll", test.content))
			if len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
				t.Errorf("got %q, want %q", refusals, test.want)
			}
		})
	}
}

// TestCoNLLGoesOnBehindABadLine: the articles around it are read.
func TestCoNLLGoesOnBehindABadLine(t *testing.T) {
	docs, refusals := readSome(t, Reading{}, put(t, "in.conll", "-DOCSTART- O\n\na\tO\nb\n\n-DOCSTART- O\n\nTesk\tB-place\n"))
	if len(docs) != 1 || pictured(docs) != "place Tesk" || len(refusals) != 1 {
		t.Errorf("%+v %q", docs, refusals)
	}
}

func TestCoNLLChoices(t *testing.T) {
	doc := drawn(t, "Raid", "[claim [actor The Guard] hurt [casualty 12]] [actor Vael]", "actor", "casualty", "claim")
	tests := []struct {
		choices Choices
		want    string
		lost    int
	}{
		{Choices{}, "The B-actor O B-claim|Guard I-actor O I-claim|hurt O O I-claim|12 O B-casualty I-claim|Vael B-actor O O", 0},
		{Choices{Overlap: Outermost}, "The B-claim|Guard I-claim|hurt I-claim|12 I-claim|Vael B-actor", 2},
		{Choices{Overlap: Innermost, Tags: IOB1}, "The I-actor|Guard I-actor|hurt O|12 I-casualty|Vael I-actor", 1},
		{Choices{Overlap: Innermost, Tags: IOBES}, "The B-actor|Guard E-actor|hurt O|12 S-casualty|Vael S-actor", 1},
		{Choices{Overlap: Innermost, Tags: BILOU}, "The B-actor|Guard L-actor|hurt O|12 U-casualty|Vael U-actor", 1},
		{Choices{Overlap: Outermost, Layout: CoNLL2003}, "The -X- O B-claim|Guard -X- O I-claim|hurt -X- O I-claim|12 -X- O I-claim|Vael -X- O B-actor", 2},
		{Choices{Overlap: Levels}, "The B-claim B-actor O|Guard I-claim I-actor O|hurt I-claim O O|12 I-claim B-casualty O|Vael B-actor O O", 0},
	}
	for _, test := range tests {
		out, ledger := exportAs(t, "conll", test.choices, doc)
		_, rows, _ := strings.Cut(contents(t, out), "\n\n")
		got := strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(rows), "\t", " "), "\n", "|")
		if got != test.want || ledger.In[Spans]-ledger.Out[Spans] != test.lost || ledger.Balanced() != nil {
			t.Errorf("%+v: %s\n%s", test.choices, got, ledger)
		}
		if back := readAll(t, Reading{}, out); tally(back[0])[Spans] != ledger.Out[Spans] {
			t.Errorf("%+v: %s came back", test.choices, pictured(back))
		}
	}
	_, err := Write(t.Context(), conll, Target{Path: filepath.Join(t.TempDir(), "a.conll"), Choices: Choices{Overlap: Refuse}}, stream(doc))
	if err == nil || !strings.Contains(err.Error(), "overlaps another span; nothing was written") {
		t.Error(err)
	}
}

// TestCoNLLMarksSpansThatTouch: B- in IOB1 stands only where it must.
func TestCoNLLMarksSpansThatTouch(t *testing.T) {
	doc := drawn(t, "", "[actor Vael] [actor Marn] [place Tesk]", "actor", "place")
	out, _ := exportAs(t, "conll", Choices{Overlap: Outermost, Tags: IOB1}, doc)
	if got := contents(t, out); !strings.HasSuffix(got, "Vael\tI-actor\nMarn\tB-actor\nTesk\tI-place\n\n") {
		t.Error(got)
	}
}

func TestCoNLLAFileForEachLabel(t *testing.T) {
	doc := drawn(t, "Raid", "[claim [actor The Guard] hurt [with/slash 12]]", "actor", "with/slash", "claim")
	folder, ledger := exportAs(t, "conll", Choices{Overlap: Files}, doc)
	for name, want := range map[string]string{"actor": "The\tB-actor\nGuard\tI-actor\nhurt\tO\n12\tO\n", "with-slash": "12\tB-with/slash\n", "claim": "12\tI-claim\n"} {
		if got := contents(t, filepath.Join(folder, name+".conll")); !strings.Contains(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
	if ledger.Out[Spans] != 3 {
		t.Error(ledger)
	}
}

func TestCoNLLChoicesBalance(t *testing.T) {
	for seed := range uint64(60) {
		d := newDice(seed)
		docs := []annotate.Document{d.document(0), d.document(1)}
		for _, overlap := range []Overlap{Outermost, Innermost, Levels} {
			choices := Choices{Overlap: overlap, Tags: TagStyles[seed%4], Layout: Layout([]string{"", "2002", "2003"}[seed%3])}
			out, ledger := exportAs(t, "conll", choices, docs...)
			back, refusals := readSome(t, Reading{}, out)
			spans := 0
			for _, doc := range back {
				spans += tally(doc)[Spans]
			}
			if len(refusals) > 0 || spans < ledger.Out[Spans] {
				t.Fatalf("seed %d, %+v: %d spans came back %q\n%s\n%s", seed, choices, spans, refusals, ledger, contents(t, out))
			}
		}
	}
}

func FuzzCoNLL(f *testing.F) {
	f.Add([]byte("-DOCSTART- -X- O O\n\nVael NNP I-NP I-actor\nOr NNP I-NP B-actor\n\nin IN I-PP O\n"))
	f.Add([]byte("# newdoc id = 7\nTOKEN\tNE\tMISC\nVael\tS-claim\tNoSpaceAfter\n#\tE-x\tL-actor\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzTokens(t, "conll", "in.conll", data) })
}
