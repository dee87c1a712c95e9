package dataset

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/glossator/glossator/annotate"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// A specimen is a sound file of a format, and how to spoil it.
type specimen struct {
	format string
	name   string            // of the file; an empty one is the only file of a kind in an export
	sound  string            // what stands in it; empty: what we write
	beside map[string]string // files that belong to it
	binary bool              // it is no text, and has no lines
	plain  bool              // it is text without rules: a part of it is a sound file too
	spoilt []spoiling
}

// A spoiling puts something else in a file. It is refused in words that begin
// so; nothing is read, or, where that is said, it is read all the same.
type spoiling struct {
	what     string
	old, new string // an empty old stands for the whole file
	want     string // part of the refusal; empty: it is read
}

// laughs is what would be 3 GB if entities grew.
func laughs() string {
	b := "<!DOCTYPE a [<!ENTITY l0 \"ha\">"
	for i := range 10 {
		b += fmt.Sprintf("<!ENTITY l%d \"%s\">", i+1, strings.Repeat(fmt.Sprintf("&l%d;", i), 10))
	}
	return b + "]>"
}

func workbook(t *testing.T) string {
	t.Helper()
	book := excelize.NewFile()
	for cell, value := range map[string]any{"A1": "Title", "B1": "Text", "A2": "Raid", "B2": longStory} {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func specimens(t *testing.T) []specimen {
	word := func(paragraphs ...string) string { return wordOf(t, paragraphs...) }
	return []specimen{
		{format: "jsonl", name: "in.jsonl",
			spoilt: []spoiling{{"past", `"end":6`, `"end":9000`, "line 1"}, {"negative", `"start":0`, `"start":-3`, "line 1"}, {"dangling", `"from":"`, `"from":"0`, "line 1"}}},
		{format: "csv", name: "spans.csv",
			spoilt: []spoiling{{"past", ",0,6,", ",0,9000,", "line 2"}, {"negative", ",0,6,", ",-3,6,", "line 2"}}},
		{format: "brat", name: "Raid.ann", beside: map[string]string{"Raid.txt": "Gunmen came to Orvany."}, sound: "T1\tactor 0 6\tGunmen\nT2\tplace 15 21\tOrvany\nE1\tactor:T1 Of:T2\nR1\tby Arg1:T2 Arg2:T1\n", plain: true,
			spoilt: []spoiling{{"past", "0 6", "0 9000", "line 1"}, {"negative", "0 6", "-3 6", "line 1"}, {"cycle", "E1\tactor:T1 Of:T2", "E1\tactor:T1 Of:E2\nE2\tplace:T2 Of:E1", ""}, {"self", "Of:T2", "Of:E1", ""}}},
		{format: "doccano", name: "in.jsonl", sound: `{"id":1,"text":"Gunmen came.","entities":[{"id":1,"label":"actor","start_offset":0,"end_offset":6}],"relations":[{"id":1,"from_id":1,"to_id":1,"type":"by"}]}` + "\n",
			spoilt: []spoiling{{"past", `"end_offset":6`, `"end_offset":9000`, "line 1"}, {"negative", `"start_offset":0`, `"start_offset":-3`, "line 1"}, {"dangling", `"to_id":1`, `"to_id":77`, ""}}},
		{format: "labelstudio", name: "tasks.json",
			spoilt: []spoiling{{"past", `"end":6`, `"end":9000`, "line 2"}, {"negative", `"start":0`, `"start":-3`, "line 2"}, {"dangling", `"from_id":"`, `"from_id":"0`, ""}}},
		{format: "prodigy", name: "in.jsonl",
			spoilt: []spoiling{{"past", `"end":6,"token_start":0`, `"end":9000,"token_start":0`, "line 1"}, {"negative", `{"start":0,"end":6`, `{"start":-3,"end":6`, "line 1"}}},
		{format: "spacy", name: "in.spacy", binary: true},
		{format: "gliner", name: "in.json", sound: "[\n" + `{"tokenized_text":["Gunmen","came"],"ner":[[0,0,"actor"]],"relations":[[0,0,"by"]]}` + "\n]\n",
			spoilt: []spoiling{{"past", "[0,0,\"actor\"]", "[0,9000,\"actor\"]", "line 2"}, {"negative", "[0,0,\"actor\"]", "[-3,0,\"actor\"]", "line 2"}, {"dangling", "[0,0,\"by\"]", "[0,7,\"by\"]", "line 2"}}},
		{format: "conll", name: "in.conll", sound: "Gunmen\tB-actor\ncame\tO\n", plain: true,
			spoilt: []spoiling{{"columns", "came\tO", "came\tO\tO", "line 2"}, {"no tag", "\tO", "\tQ-x", "line 2"}}},
		{format: "webanno", name: "in.tsv", sound: tsvSample, plain: true,
			spoilt: []spoiling{{"past", "24-28", "24-9000", "line 16"}, {"negative", "0-2\t🔥", "-3-2\t🔥", "line"}, {"cycle", "1-3[1_3]", "2-1[3_3]", ""}}},
		{format: "uima", name: "in.json", sound: casSample,
			spoilt: []spoiling{{"past", `"begin": 6, "end": 12, "value"`, `"begin": 6, "end": 9000, "value"`, "line 3"}, {"negative", `"begin": 6, "end": 12, "value"`, `"begin": -6, "end": 12, "value"`, "line 3"}, {"cycle", `"%ELEMENTS": [8]`, `"%ELEMENTS": [7]`, ""}, {"self", `"@target": 5`, `"@target": 8`, ""}}},
		{format: "xmi", name: "in.xmi", sound: xmiSample,
			spoilt: []spoiling{{"past", `end="12" value`, `end="9000" value`, "line 3"}, {"negative", `begin="6" end="12" value`, `begin="-6" end="12" value`, "line 3"}, {"cycle", `target="5"`, `target="7"`, ""}, {"laughs", `<xmi:XMI xmlns:xmi`, laughs() + `<xmi:XMI x="&l10;" xmlns:xmi`, "entity"}}},
		{format: "qdpx", name: "in.qdpx", binary: true},
		{format: "table", name: "in.csv", plain: true, sound: "title,text\nRaid,\"" + longStory + "\"\n"},
		{format: "table", name: "in.xlsx", binary: true, sound: workbook(t)},
		{format: "nexis", name: "in.docx", binary: true, sound: word("Raid", "Tesk Courier", "May 1, 2026", "Body", "Gunmen came.", "End of Document")},
		{format: "docx", name: "in.docx", binary: true, sound: word("Gunmen came.")},
		{format: "factiva", name: "in.html", plain: true, sound: `<div class="article"><table><tr><td>HD</td><td>x</td></tr><tr><td>TD</td><td><p class="articleParagraph">a</p></td></tr></table></div>`, spoilt: []spoiling{{"laughs", `<div class="article">`, laughs() + `<div class="article">&l10;`, ""}}},
		{format: "html", name: "in.html", plain: true, sound: webSample, spoilt: []spoiling{{"laughs", `<body>`, laughs() + `<body>&l10;`, ""}}},
		{format: "scraped", name: "in.jsonl", sound: `{"url":"https://courier.example/1","title":"Raid","text":"Gunmen came.","publish_date":"2026-05-01"}` + "\n"},
		{format: "text", name: "in.txt", plain: true, sound: "Raid\n\nGunmen came to Orvany.\n"},
		{format: "huggingface"},
	}
}

// soundDocument is a document with spans and a link.
func soundDocument(t *testing.T) annotate.Document {
	t.Helper()
	doc := drawn(t, "Raid", "[actor Gunmen] came to [place Orvany].", "actor", "place")
	spans := doc.Layers[0].Spans()
	layer, err := doc.Layers[0].With(spans, []annotate.Link{{ID: annotate.DerivedID("k"), Kind: "by", From: spans[1].ID, To: spans[0].ID}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	doc.Layers[0] = layer
	return doc
}

// folder is a new folder with the sound specimen, and the path of its file.
func (s specimen) folder(t *testing.T) (path string) {
	t.Helper()
	f := find(t, s.format)
	if s.sound == "" {
		out, _ := export(t, s.format, soundDocument(t))
		if !f.Folder {
			to := filepath.Join(filepath.Dir(out), s.name)
			if err := os.Rename(out, to); err != nil {
				t.Fatal(err)
			}
			return to
		}
		return filepath.Join(out, s.name)
	}
	path = put(t, s.name, s.sound)
	for name, content := range s.beside {
		if err := os.WriteFile(filepath.Join(filepath.Dir(path), name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// goWords is what only programmers understand.
var goWords = regexp.MustCompile(`json:|xml:|zip:|strconv|unmarshal|unexpected EOF|unexpected end|EOF$|%!|\bnil\b|0x[0-9a-f]{6}|runtime|panic|msgp|invalid character '`)

// takes reads a file, makes sure that refusals are sentences with a place, and
// gives what was read.
func (s specimen) takes(t *testing.T, what, path string) (docs []annotate.Document, refusals []string) {
	t.Helper()
	for doc, err := range Read(t.Context(), []string{path}, Reading{Format: s.format, Units: find(t, s.format).counts}) {
		if err == nil {
			docs = append(docs, doc)
			continue
		}
		said := err.Error()
		refusals = append(refusals, said)
		refused, is := err.(*annotate.Refusal)
		if !is || !strings.HasPrefix(refused.Origin.File, filepath.Dir(path)) || goWords.MatchString(refused.Reason) || len(refused.Reason) < 10 {
			t.Errorf("%s: %T %q", what, err, said)
		}
	}
	return docs, refusals
}

func (s specimen) replace(t *testing.T, path string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestEveryFormatIsAmongTheMalformed: a format that is not spoilt here fails.
func TestEveryFormatIsAmongTheMalformed(t *testing.T) {
	all := specimens(t)
	for _, f := range Formats() {
		if !slices.ContainsFunc(all, func(s specimen) bool { return s.format == f.Name }) {
			t.Errorf("no file of %s is spoilt", f.Name)
		}
	}
}

// TestMalformedFiles cuts and spoils a file of every format: it is refused in a
// sentence that names file and line, and nothing of it is read.
func TestMalformedFiles(t *testing.T) {
	for _, s := range specimens(t) {
		if !find(t, s.format).Reads() {
			continue
		}
		t.Run(s.format+filepath.Ext(s.name), func(t *testing.T) {
			path := s.folder(t)
			sound := []byte(contents(t, path))
			if docs, refusals := s.takes(t, "sound", path); len(docs) == 0 || len(refusals) > 0 {
				t.Fatalf("the sound one is refused: %q", refusals)
			}
			for _, part := range []int{0, 1, 10, 33, 50, 75, 90, 96} {
				cut := sound[:len(sound)*part/100]
				docs, refusals := s.takes(t, fmt.Sprintf("cut at %d%%", part), s.replace(t, path, cut))
				if !s.plain && (len(docs) > 0 || len(refusals) == 0) && len(bytes.TrimSpace(cut)) > 0 {
					t.Errorf("cut at %d%%: %d documents were read, %q", part, len(docs), refusals)
				}
			}
			s.tryEncodings(t, path, sound)
			for _, one := range s.spoilt {
				if !bytes.Contains(sound, []byte(one.old)) {
					t.Fatalf("%s: %q is not in it:\n%s", one.what, one.old, sound)
				}
				docs, refusals := s.takes(t, one.what, s.replace(t, path, bytes.Replace(sound, []byte(one.old), []byte(one.new), 1)))
				switch {
				case one.want == "" && len(docs) == 0:
					t.Errorf("%s: %q", one.what, refusals)
				case one.want != "" && (len(docs) > 0 || len(refusals) == 0 || !strings.Contains(refusals[0], one.want)):
					t.Errorf("%s: %d documents, %q", one.what, len(docs), refusals)
				}
			}
		})
	}
}

// tryEncodings reads the file in encodings that it should not have. What is read
// is what stood there, or nothing is.
func (s specimen) tryEncodings(t *testing.T, path string, sound []byte) {
	t.Helper()
	if s.binary {
		return
	}
	want, _ := s.takes(t, "sound", s.replace(t, path, sound))
	latin, err := charmap.ISO8859_1.NewEncoder().Bytes([]byte(strings.ToValidUTF8(string(sound), "?")))
	if err != nil { // it holds what Latin-1 cannot
		latin = bytes.ReplaceAll(sound, []byte("m"), []byte("\xe9"))
	}
	var wide bytes.Buffer
	wide.WriteString("\xff\xfe")
	for _, unit := range utf16.Encode([]rune(string(sound))) {
		wide.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	for what, content := range map[string][]byte{"Latin-1": latin, "UTF-16": wide.Bytes()} {
		docs, refusals := s.takes(t, what, s.replace(t, path, content))
		if len(docs) == 0 && len(refusals) == 0 || what == "UTF-16" && len(docs) > 0 && len(docs) != len(want) {
			t.Errorf("%s: %d documents, %q", what, len(docs), refusals)
		}
	}
}

// TestArchivesOfEveryFormat: zip bombs and names that lead out of the folder are
// refused whatever lies in the archive, also where the archive is the format.
func TestArchivesOfEveryFormat(t *testing.T) {
	for _, s := range specimens(t) {
		if !find(t, s.format).Reads() {
			continue
		}
		t.Run(s.format+filepath.Ext(s.name), func(t *testing.T) {
			path := s.folder(t)
			name, sound := s.name, contents(t, path)
			out := filepath.Join(t.TempDir(), "in.zip")
			archives := map[string]string{"up": zipOf(t, name, sound, "../../"+name, sound), "bomb": zipOf(t, name, sound+strings.Repeat(" ", bombSize))}
			if strings.HasPrefix(sound, "PK") { // the format itself is one
				out = filepath.Join(t.TempDir(), name)
				archives["up"] = zipWith(t, sound, "../../x", "x")
				archives["bomb"] = zipWith(t, sound, "word/document.xml", strings.Repeat(" ", archiveFileLimit+1))
				if name == "in.qdpx" {
					archives["bomb"] = zipOf(t, "project.qde", strings.Repeat(" ", archiveFileLimit+1))
				}
				if name == "in.xlsx" {
					archives["bomb"] = zipWith(t, sound, "xl/worksheets/sheet1.xml", strings.Repeat(" ", archiveFileLimit+1))
				}
			}
			for what, content := range archives {
				docs, refusals := s.takes(t, what, s.replace(t, out, []byte(content)))
				if len(docs) > 0 || len(refusals) != 1 || what == "up" && !strings.Contains(refusals[0], "outside of its folder") {
					t.Errorf("%s: %d documents, %q", what, len(docs), refusals)
				}
			}
		})
	}
}
