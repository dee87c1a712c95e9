package dataset

import (
	"bytes"
	"compress/zlib"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// exportAs is export with choices.
func exportAs(t *testing.T, format string, choices Choices, docs ...annotate.Document) (string, Ledger) {
	t.Helper()
	f := find(t, format)
	path := filepath.Join(t.TempDir(), "out"+f.Extensions[0])
	ledger, err := Write(t.Context(), f, Target{Path: path, Choices: choices}, stream(docs...))
	if err != nil {
		t.Fatal(err)
	}
	return path, ledger
}

// unpacked is what a DocBin holds, decompressed.
func unpacked(t *testing.T, path string) []byte {
	t.Helper()
	r, err := zlib.NewReader(strings.NewReader(contents(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func packed(data []byte) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.String()
}

// TestSpacyIDs compares with numbers that spaCy gives.
func TestSpacyIDs(t *testing.T) {
	for text, want := range map[string]uint64{"": 0, "coffee": 3197928453018144401, "actor": 6917656656232907963, "casualty": 13007409689398016936,
		"IS_ALPHA": 1, "FLAG19": 19, "ID": 64, "ORTH": 65, "SPACE": 103, "DEPRECATED276": 379, "PERSON": 380, "LAW": 390, "agent": 401, "ENT_KB_ID": 452, "IDX": 455, "_": 456} {
		if got := spacyID(text); got != want {
			t.Errorf("%q: %d, not %d", text, got, want)
		}
	}
}

// TestSpacyWritesTheSameBytes writes what spaCy wrote from the same labels.
func TestSpacyWritesTheSameBytes(t *testing.T) {
	if _, err := os.Stat(conformance + "spacy/demo.jsonl"); err != nil {
		t.Skip("there is no file of spaCy's here")
	}
	docs := readAll(t, Reading{}, conformance+"spacy/demo.jsonl")
	out, _ := exportAs(t, "spacy", Choices{Overlap: Outermost, Plain: true}, docs...)
	if got, want := unpacked(t, out), unpacked(t, conformance+"spacy/demo.spacy"); !bytes.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestSpacyGolden(t *testing.T) {
	docs := readAll(t, Reading{Author: "Ada"}, "testdata/brat")
	out, ledger := export(t, "spacy", docs...)
	const golden = "testdata/raid.spacy"
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(golden, []byte(contents(t, out)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(unpacked(t, out), unpacked(t, golden)) {
		t.Errorf("got %q\n%s", unpacked(t, out), ledger)
	}
	back := staysTheSame(t, "spacy", golden)
	if len(back) != 1 || back[0].Article.Text != docs[0].Article.Text || back[0].Article.Title != docs[0].Article.Title {
		t.Errorf("%+v", back)
	}
}

func TestSpacyComesBack(t *testing.T) {
	trimmed := func(doc annotate.Document) annotate.Document {
		for i, layer := range doc.Layers {
			with, err := layer.With(trimmedSpans(doc.Article.Text, layer.Spans()), nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			doc.Layers[i] = with
		}
		return doc
	}
	comesBackAs(t, "spacy", trimmed, Articles, Titles, Metadata, Layers, Authors, Statuses, ArticleNotes, Values, Spans)
}

func TestSpacyTokens(t *testing.T) {
	doc := drawn(t, "", "It's [place Kenya]'s  raid;\u00a0they didn't\n[actor Al-Marsa's m]en don’t say so.", "place", "actor")
	var words []string
	tokens := spacyTokens(doc.Article.Text, doc.Layers[0].Spans())
	for _, token := range tokens.list {
		words = append(words, token.Text+strings.Repeat("_", bit(token.Space)))
	}
	want := "It|'s_|Kenya|'s_| |raid|;|\u00a0|they_|did|n't|\n|Al-Marsa|'s_|m|en_|do|n’t_|say_|so|."
	if got := strings.Join(words, "|"); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestSpacyOverlaps(t *testing.T) {
	doc := drawn(t, "Raid", "[claim [actor Vael] took [place Tesk ]]today", "claim", "actor", "place")
	tests := []struct {
		overlap Overlap
		want    string
		lost    int
	}{
		{"", "claim Vael took Tesk|actor Vael|place Tesk", 0},
		{Outermost, "claim Vael took Tesk", 2},
		{Innermost, "actor Vael|place Tesk", 1},
	}
	for _, test := range tests {
		out, ledger := exportAs(t, "spacy", Choices{Overlap: test.overlap}, doc)
		var got []string
		for _, s := range readAll(t, Reading{}, out)[0].Layers[0].Spans() {
			got = append(got, s.Label+" "+s.Quote(doc.Article.Text))
		}
		if strings.Join(got, "|") != test.want || ledger.In[Spans]-ledger.Out[Spans] != test.lost {
			t.Errorf("%q: %q\n%s", test.overlap, got, ledger)
		}
	}
	_, err := Write(t.Context(), spacy, Target{Path: filepath.Join(t.TempDir(), "no.spacy"), Choices: Choices{Overlap: Refuse}}, stream(doc))
	if err == nil || !strings.Contains(err.Error(), "Raid: actor “Vael” overlaps another span") {
		t.Error(err)
	}
}

// TestSpacyKnowsWhatIsMissing: an article that nobody has labelled says so.
func TestSpacyKnowsWhatIsMissing(t *testing.T) {
	doc := drawn(t, "Quiet day", "Nothing.", "actor")
	out, _ := export(t, "spacy", doc)
	if back := readAll(t, Reading{}, out); len(back) != 1 || len(back[0].Layers) != 0 {
		t.Errorf("%+v", back)
	}
	done, err := doc.Layers[0].With(nil, nil, []annotate.Value{{Name: annotate.StatusValue, Text: string(annotate.Done)}})
	if err != nil {
		t.Fatal(err)
	}
	doc.Layers[0] = done
	out, _ = export(t, "spacy", doc)
	if back := readAll(t, Reading{}, out); len(back) != 1 || len(back[0].Layers) != 1 || back[0].Layers[0].Author.Name != "Ada (spaCy)" {
		t.Errorf("%+v", back)
	}
}

func TestSpacyRefusals(t *testing.T) {
	doc := drawn(t, "Raid", "[actor Vael] took [place Tesk]", "actor", "place")
	out, _ := export(t, "spacy", doc)
	good := unpacked(t, out)
	tests := []struct{ name, content, want string }{
		{"cut in the zlib stream", contents(t, out)[:60], "the file is cut off or no DocBin"},
		{"cut in the map", packed(good[:len(good)-9]), "the file is cut off or no DocBin"},
		{"no zlib", "good morning", "the file is cut off or no DocBin"},
		{"empty", "", "the file is cut off or no DocBin"},
		{"other map", packed([]byte("\x81\xa3key\x01")), ""},
		{"a token too few", packed(bytes.Replace(good, []byte("lengths\xc4\x04\x03"), []byte("lengths\xc4\x04\x02"), 1)), "its parts do not fit"},
		{"unknown token", packed(bytes.Replace(good, []byte("\xa4took"), []byte("\xa4look"), 1)), "doc 1: token 2 is not among the texts"},
		{"span past the text", packed(bytes.Replace(good, []byte("\x00\x00\x00\x03\x00\x00\x00\x0a"), []byte("\x00\x00\x00\x09\x00\x00\x00\x0a"), 1)), "doc 1: a span goes from token 2 to 9, of 3"},
		{"damaged group", packed(bytes.Replace(good, []byte("\xa5spans\x92\xc4\x28"), []byte("\xa5spans\x92\xc4\x27"), 1)), "doc 1: its groups of spans are damaged"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, refusals := readSome(t, Reading{Format: "spacy"}, put(t, "in.spacy", test.content))
			if got := strings.Join(refusals, "\n"); !strings.Contains(got, test.want) || (got == "") != (test.want == "") {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestSpacyBomb: a few bytes that unpack to very many are refused.
func TestSpacyBomb(t *testing.T) {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, "\x81\xa6spaces\xc6\xff\xff\xff\xff")
	zeros := make([]byte, 1<<20)
	for range 256 {
		w.Write(zeros)
	}
	w.Close()
	_, refusals := readSome(t, Reading{}, put(t, "in.spacy", b.String()))
	if len(refusals) != 1 || !strings.Contains(refusals[0], "it is larger than 200 MB when it is unpacked") {
		t.Errorf("%q", refusals)
	}
}

func FuzzSpacy(f *testing.F) {
	golden, err := os.ReadFile("testdata/raid.spacy")
	if err != nil {
		f.Fatal(err)
	}
	r, err := zlib.NewReader(bytes.NewReader(golden))
	if err != nil {
		f.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) { fuzzCounted(t, "spacy", "in.spacy", []byte(packed(data))) })
}
