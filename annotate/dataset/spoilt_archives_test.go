package dataset

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

// TestSpoiltProjectsAndBooks spoils what lies inside of files that are archives,
// or are compressed: they are refused with their name and the line or the entry
// inside, or read without what cannot be.
func TestSpoiltProjectsAndBooks(t *testing.T) {
	sheet := func(before, cell string) string {
		return zipWith(t, workbook(t), "xl/worksheets/sheet1.xml", `<?xml version="1.0"?>`+before+`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>`+cell+`</t></is></c></row></sheetData></worksheet>`)
	}
	word := func(before, paragraph string) string {
		return zipOf(t, "word/document.xml", before+`<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>`+paragraph+`</w:t></w:r></w:p></w:body></w:document>`)
	}
	project := func(old, with string) string {
		if !strings.Contains(qdeSample, old) {
			t.Fatalf("%q is not in the project", old)
		}
		return zipOf(t, "project.qde", strings.Replace(qdeSample, old, with, 1), "S1.txt", qdaText)
	}
	out, _ := export(t, "spacy", drawn(t, "Raid", "[actor Vael] took [place Tesk]", "actor", "place"))
	bin := unpacked(t, out)
	docBin := func(old, with string) string {
		if !bytes.Contains(bin, []byte(old)) {
			t.Fatalf("%q is not in the DocBin", old)
		}
		return packed(bytes.Replace(bin, []byte(old), []byte(with), 1))
	}
	for _, test := range []struct{ what, format, file, content, want string }{
		{"past", "spacy", "in.spacy", docBin("\x00\x00\x00\x02\x00\x00\x00\x03", "\x00\x00\x00\x02\x00\x00\x23\x28"), "doc 1: a span goes from token 2 to 9000, of 3"},
		{"negative", "spacy", "in.spacy", docBin("\x00\x00\x00\x02\x00\x00\x00\x03", "\xff\xff\xff\xfd\x00\x00\x00\x03"), "doc 1: a span goes from token -3 to 3, of 3"},
		{"backwards", "spacy", "in.spacy", docBin("\x00\x00\x00\x02\x00\x00\x00\x03", "\x00\x00\x00\x03\x00\x00\x00\x02"), "doc 1: a span goes from token 3 to 2, of 3"},
		{"past", "qdpx", "in.qdpx", project(`"23"`, `"9000"`), "line 6: selection p2"},
		{"negative", "qdpx", "in.qdpx", project(`endPosition="23"`, `endPosition="-3"`), "line 6: selection p2"},
		{"no number", "qdpx", "in.qdpx", project(`endPosition="23"`, `endPosition="end"`), "line 6: selection p2"},
		{"laughs", "qdpx", "in.qdpx", project("<Project ", laughs()+`<Project x="&l10;" `), "entity"},
		{"laughs", "docx", "in.docx", word(laughs(), "&l10;"), "entity"},
		{"laughs", "nexis", "in.docx", word(laughs(), "&l10;"), "entity"},
		{"laughs", "table", "in.xlsx", sheet(laughs(), "&l10;"), "sheet1.xml” in it defines entities"},
	} {
		s := specimen{format: test.format}
		docs, refusals := s.takes(t, test.what, put(t, test.file, test.content))
		if len(docs) > 0 || len(refusals) != 1 || !strings.Contains(refusals[0], filepath.Base(test.file)) || !strings.Contains(refusals[0], test.want) {
			t.Errorf("%s, %s: %d documents, %q", test.format, test.what, len(docs), refusals)
		}
	}
}

// TestCyclesInProjects: links and notes that lead back to themselves, and a code
// book without an end, end.
func TestCyclesInProjects(t *testing.T) {
	cycle := strings.Replace(qdeSample, "</Links>", `<Link guid="k8" name="a" originGUID="p1" targetGUID="p2"/><Link guid="k9" name="a" originGUID="p2" targetGUID="p1"/><Link guid="k7" name="a" originGUID="p1" targetGUID="p1"/></Links>`, 1)
	deep := strings.Replace(qdeSample, "<Codes>", "<Codes>"+strings.Repeat(`<Code guid="q" name="q">`, 5000)+strings.Repeat("</Code>", 5000), 1)
	docs, refusals := readSome(t, Reading{Format: "qdpx"}, put(t, "in.qdpx", zipOf(t, "project.qde", cycle, "S1.txt", qdaText)))
	if len(docs) != 1 || len(refusals) > 0 {
		t.Errorf("%d documents, %q", len(docs), refusals)
	}
	docs, refusals = readSome(t, Reading{Format: "qdpx"}, put(t, "in.qdpx", zipOf(t, "project.qde", deep, "S1.txt", qdaText)))
	if len(docs) > 0 || len(refusals) != 1 || !strings.Contains(refusals[0], "inside of each other") {
		t.Errorf("%d documents, %q", len(docs), refusals)
	}
}
