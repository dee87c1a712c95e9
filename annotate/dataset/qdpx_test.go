package dataset

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestQDPXComesBack(t *testing.T) {
	comesBackAs(t, "qdpx", func(doc annotate.Document) annotate.Document { return doc }, Articles, Titles, Metadata, Layers, Authors, Statuses, ArticleNotes, Values, Spans, Attributes, Notes, Links, LinkNotes)
}

// zipOf is an archive of files, names and contents by turns.
func zipOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = io.WriteString(w, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// unzipped are the files of an archive, one after the other.
func unzipped(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var b strings.Builder
	for _, f := range z.File {
		data, err := archived(f, archiveFileLimit)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n%s\n", f.Name, data)
	}
	return b.String()
}

func TestQDPXGolden(t *testing.T) {
	const golden = "testdata/raid.qdpx.txt"
	out, _ := export(t, "qdpx", readAll(t, Reading{Author: "Ada"}, "testdata/brat")...)
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(golden, []byte(unzipped(t, out)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := unzipped(t, out); got != contents(t, golden) {
		t.Errorf("got\n%s", got)
	}
	staysTheSame(t, "qdpx", out)
}

const qdeSample = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Raids" origin="Elsewhere 1">
<Users><User guid="u1" name="Ada"/><User guid="u2" name="Bo"/></Users>
<CodeBook><Codes><Code guid="c1" name="Who" isCodable="false"><Code guid="c2" name="actor" isCodable="true" color="#AA0000"><Description>Who acts</Description></Code></Code><Code guid="c3" name="place" isCodable="true"/></Codes></CodeBook>
<Sources>
<TextSource guid="s1" name="Raid" plainTextPath="internal://S1.txt" creatingUser="u1">
<PlainTextSelection guid="p1" name="Vael" startPosition="6" endPosition="10" creatingUser="u1"><Description>sure</Description><Coding guid="k1" creatingUser="u1"><CodeRef targetGUID="c2"/></Coding><Coding guid="k2" creatingUser="u2"><CodeRef targetGUID="c3"/></Coding></PlainTextSelection>
<PlainTextSelection guid="p2" name="Orvany" startPosition="17" endPosition="23" creatingUser="u1"><Coding guid="k3"><CodeRef targetGUID="c3"/></Coding><NoteRef targetGUID="n2"/></PlainTextSelection>
<PlainTextSelection guid="p3" startPosition="0" endPosition="1"/>
<NoteRef targetGUID="n1"/>
</TextSource>
<PDFSource guid="s2" name="Map"/>
</Sources>
<Notes><Note guid="n1" name="Memo" creatingUser="u1"><PlainTextContent>read twice</PlainTextContent></Note><Note guid="n2"><PlainTextContent>the town</PlainTextContent></Note></Notes>
<Links><Link guid="l1" name="near" direction="OneWay" originGUID="p1" targetGUID="p2"/></Links>
</Project>`

// The text has Windows line ends, which positions count as two.
const qdaText = "🔥 the Vael left\r\nOrvany"

func TestQDPXIsRead(t *testing.T) {
	for name, project := range map[string]string{"code points": qdeSample, "UTF-16": strings.NewReplacer(`"6"`, `"7"`, `"10"`, `"11"`, `"17"`, `"18"`, `"23"`, `"24"`, `"1"/>`, `"2"/>`).Replace(qdeSample)} {
		doc := readAll(t, Reading{}, put(t, "in.qdpx", zipOf(t, "project.qde", project, "Sources/s1.TXT", qdaText)))[0]
		var said []string
		for _, layer := range doc.Layers {
			for _, s := range layer.Spans() {
				said = append(said, layer.Author.Name, s.Label, s.Quote(doc.Article.Text), s.Note)
			}
			for _, k := range layer.Links() {
				said = append(said, k.Kind)
			}
			said = append(said, layer.Note())
		}
		if got := strings.Join(said, "|"); got != "Ada (QDA)|actor|Vael|sure|Ada (QDA)|place|Orvany|the town|near|read twice|Bo (QDA)|place|Vael||" {
			t.Errorf("%s: %s", name, got)
		}
		if l, _ := doc.Scheme.Label("actor"); l.Colour != "#aa0000" || l.Guideline != "Who acts" || len(doc.Scheme.Labels) != 2 {
			t.Errorf("%+v", doc.Scheme)
		}
	}
}

func TestDamagedQDPXIsRefused(t *testing.T) {
	const text = qdaText
	tests := []struct {
		name, want string
		files      []string
	}{
		{"no project", "there is no project.qde", []string{"Sources/S1.txt", text}},
		{"no text", "line 6: the text S1.txt of the source “Raid” is not in the archive", []string{"project.qde", qdeSample}},
		{"outside", "which would lie outside of its folder", []string{"project.qde", qdeSample, "../S1.txt", text}},
		{"past", "line 6: selection p2 of the source “Raid”: end 99 is past the text", []string{"project.qde", strings.Replace(qdeSample, `"23"`, `"99"`, 1), "S1.txt", text}},
		{"no code", "its code c9 is not in the code book", []string{"project.qde", strings.Replace(qdeSample, `targetGUID="c3"`, `targetGUID="c9"`, 1), "S1.txt", text}},
		{"cut", "project.qde in it is cut off or damaged in line 15", []string{"project.qde", strings.Replace(qdeSample, "</Links>\n</Project>", "</Links>", 1), "S1.txt", text}},
		{"laughs", "entity", []string{"project.qde", `<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]><Project name="x"><Users><User guid="&b;"/></Users></Project>`}},
	}
	for _, test := range tests {
		docs, refusals := readSome(t, Reading{Format: "qdpx"}, put(t, "in.qdpx", zipOf(t, test.files...)))
		if len(docs) > 0 || len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
			t.Errorf("%s: %d documents, %q", test.name, len(docs), refusals)
		}
	}
	whole := zipOf(t, "project.qde", qdeSample, "S1.txt", text)
	if docs, refusals := readSome(t, Reading{}, put(t, "in.qdpx", whole[:len(whole)/2])); len(docs) > 0 || len(refusals) != 1 {
		t.Errorf("%q", refusals)
	}
}

// A small archive that unpacks to a lot is refused: by how far it shrank, before
// anything of it is unpacked, or else by the size that comes out.
func TestZipBombsAreRefused(t *testing.T) {
	block := make([]byte, 4096)
	for i, d := 0, newDice(1); i < len(block); i++ {
		block[i] = byte('a' + d.IntN(26))
	}
	for want, text := range map[string]string{
		"as archives do that are made to do harm":    strings.Repeat(" ", archiveFileLimit+1),
		"“S1.txt” in it unpacks to more than 100 MB": strings.Repeat(string(block), archiveFileLimit/len(block)+1),
	} {
		bomb := zipOf(t, "project.qde", qdeSample, "S1.txt", text)
		if len(bomb) > 1<<20 {
			t.Fatal("the bomb is too large")
		}
		if docs, refusals := readSome(t, Reading{}, put(t, "in.qdpx", bomb)); len(docs) > 0 || len(refusals) != 1 || !strings.Contains(refusals[0], want) {
			t.Errorf("%q, not %s", refusals, want)
		}
	}
}

func FuzzQDPX(f *testing.F) {
	f.Add([]byte(qdeSample), []byte(qdaText))
	f.Fuzz(func(t *testing.T, project, text []byte) {
		path := filepath.Join(t.TempDir(), "in.qdpx")
		if err := os.WriteFile(path, []byte(zipOf(t, "project.qde", string(project), "S1.txt", string(text))), 0o666); err != nil {
			t.Fatal(err)
		}
		docs, refusals := readSome(t, Reading{}, path)
		if len(refusals) > 0 || len(docs) == 0 {
			return
		}
		out, _ := exportUnsynced(t, "qdpx", docs...)
		spansComeBack(t, docs, readAll(t, Reading{}, out))
	})
}
