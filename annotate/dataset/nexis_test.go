package dataset

import (
	"os"
	"strings"
	"testing"
)

// wordOf is a Word document with these paragraphs.
func wordOf(t *testing.T, paragraphs ...string) string {
	t.Helper()
	body := ""
	for _, p := range paragraphs {
		body += "<w:p><w:pPr><w:pStyle w:val=\"Normal\"/></w:pPr><w:r><w:t xml:space=\"preserve\">" + p + "</w:t></w:r></w:p>"
	}
	return wordWith(t, body)
}

func wordWith(t *testing.T, body string) string {
	t.Helper()
	return zipOf(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m"><w:body>`+body+`</w:body></w:document>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Raid</dc:title><dc:creator>Ada Moor</dc:creator><dcterms:created>2026-05-01T06:00:00Z</dcterms:created></cp:coreProperties>`)
}

func TestWordDocuments(t *testing.T) {
	body := `<w:p><w:r><w:t>Gunmen </w:t></w:r><w:ins><w:r><w:t>of the Brigade</w:t></w:r></w:ins><w:del><w:r><w:delText>of nobody</w:delText></w:r></w:del><w:r><w:br/><w:t>came &amp; went.</w:t></w:r></w:p>` +
		`<w:p/><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>12</w:t><w:tab/><w:t>hurt</w:t></w:r></w:p>` +
		`<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>`
	a := readAll(t, Reading{}, put(t, "raid.docx", wordWith(t, body)))[0].Article
	if a.Text != "Gunmen of the Brigade\ncame & went.\n\n12\thurt\nBox" || a.Title != "Raid" || a.Meta["author"] != "Ada Moor" || a.Meta["date"] != "2026-05-01T06:00:00Z" {
		t.Errorf("%+v", a)
	}
}

func TestDamagedWordDocumentsAreRefused(t *testing.T) {
	whole := wordOf(t, "Gunmen came.")
	for name, test := range map[string]struct{ content, want string }{
		"cut":      {whole[:len(whole)/2], "it is damaged, cut off or no zip archive"},
		"no text":  {zipOf(t, "word/styles.xml", "<a/>"), "there is no text of a Word document in it"},
		"no XML":   {zipOf(t, "word/document.xml", "<w:document><w:p>"), "cut off or damaged in line 1"},
		"entities": {zipOf(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "ha">]><w:t>&a;</w:t>`), "entity"},
		"outside":  {zipOf(t, "word/document.xml", "<a/>", "../../etc/cron.d/x", "x"), "outside of its folder"},
		"bomb":     {zipOf(t, "word/document.xml", strings.Repeat(" ", archiveFileLimit+1)), "to 100 MB, as archives do that are made to do harm"},
	} {
		docs, refusals := readSome(t, Reading{Format: "docx"}, put(t, "in.docx", test.content))
		if len(docs) > 0 || len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
			t.Errorf("%s: %d documents, %q", name, len(docs), refusals)
		}
	}
}

func TestNexisUni(t *testing.T) {
	docs := readAll(t, Reading{}, put(t, "in.docx", wordOf(t,
		"Documents (2)", "1. Raid at dawn", "2. Floods", "Client/Matter: -None-",
		"Raid at dawn", "Tesk Courier(Orvany)", "May 1, 2026 Friday 9:20 AM GMT", "Copyright 2026 Tesk Courier All Rights Reserved", "Section:\u00a0WORLD NEWS; Version:1", "Length:\u00a0355 words", "Byline:\u00a0Ada Moor", "Body", "", "Gunmen came.", "Twelve were hurt.", "Graphic", "A picture", "Classification", "Language: ENGLISH", "Load-Date: May 2, 2026", "End of Document",
		"Floods", "The Plain", "2. Mai 2026", "Body", "Rain fell.", "End of Document")))
	if len(docs) != 2 {
		t.Fatalf("%d documents", len(docs))
	}
	a := docs[0].Article
	if a.Title != "Raid at dawn" || a.Text != "Gunmen came.\n\nTwelve were hurt." || a.Meta["source"] != "Tesk Courier(Orvany)" || a.Meta["date"] != "May 1, 2026 Friday 9:20 AM GMT" || a.Meta["author"] != "Ada Moor" || a.Meta["section"] != "WORLD NEWS; Version:1" || a.Meta["language"] != "ENGLISH" {
		t.Errorf("%+v", a)
	}
	if b := docs[1].Article; b.Title != "Floods" || b.Text != "Rain fell." || b.Meta["source"] != "The Plain" || b.Meta["date"] != "2. Mai 2026" {
		t.Errorf("%+v", b)
	}
}

func TestOldLexisNexis(t *testing.T) {
	docs := readAll(t, Reading{}, put(t, "in.txt", "\ufeff\r\n\r\n                               1 of 2 DOCUMENTS\r\n\r\n                                 Tesk Courier\r\n\r\n                              May 1, 2026 Friday\r\n\r\nRaid at dawn\r\n\r\nBYLINE: Ada Moor\r\n\r\nSECTION: NEWS; Pg. 1\r\n\r\nLENGTH: 12 words\r\n\r\n\r\nGunmen came over the river and\r\nburned the mill. Note: nobody slept.\r\n\r\nTwelve were hurt.\r\n\r\nLOAD-DATE: May 2, 2026\r\n\r\nLANGUAGE: ENGLISH\r\n\r\n               Copyright 2026 Tesk Courier\r\n\r\n                               2 of 2 DOCUMENTS\r\n\r\nThe Plain\r\n\r\nMay 2, 2026\r\n\r\nHEADLINE: Floods\r\n\r\nRain fell.\r\n"))
	if len(docs) != 2 {
		t.Fatalf("%d documents", len(docs))
	}
	a := docs[0].Article
	if a.Title != "Raid at dawn" || a.Text != "Gunmen came over the river and burned the mill. Note: nobody slept.\n\nTwelve were hurt." || a.Meta["source"] != "Tesk Courier" || a.Meta["author"] != "Ada Moor" || a.Meta["load-date"] != "May 2, 2026" {
		t.Errorf("%+v", a)
	}
	if b := docs[1].Article; b.Title != "Floods" || b.Text != "Rain fell." || b.Meta["date"] != "May 2, 2026" {
		t.Errorf("%+v", b)
	}
}

func TestFactiva(t *testing.T) {
	const page = `<html><body><div id="article-X1"><div class="article enArticle"><table>
<tr><td><b>SE</b></td><td>World</td></tr><tr><td><b>HD</b></td><td><span class="enHeadline">Raid at
dawn</span></td></tr><tr><td><b>BY</b></td><td>Ada Moor</td></tr><tr><td><b>PD</b></td><td>1 May 2026</td></tr><tr><td><b>SN</b></td><td>Tesk Courier</td></tr>
<tr><td><b>LP</b></td><td><p class="articleParagraph enarticleParagraph">Gunmen came over
the river.</p></td></tr><tr><td><b>TD</b></td><td><p class="articleParagraph">Twelve were hurt.</p><p class="articleParagraph">Nobody slept.</p></td></tr>
<tr><td><b>AN</b></td><td>Document TESK000020260501em51</td></tr></table></div></div>
<div class="article deArticle"><table><tr><td>HD</td><td>Floods</td></tr><tr><td>TD</td><td>Rain fell.</td></tr></table></div></body></html>`
	docs := readAll(t, Reading{}, put(t, "in.html", page))
	if len(docs) != 2 {
		t.Fatalf("%d documents", len(docs))
	}
	a := docs[0].Article
	if a.Title != "Raid at dawn" || a.Text != "Gunmen came over the river.\n\nTwelve were hurt.\n\nNobody slept." || a.Meta["source"] != "Tesk Courier" || a.Meta["date"] != "1 May 2026" || a.Meta["accession-number"] != "Document TESK000020260501em51" {
		t.Errorf("%+v", a)
	}
	if b := docs[1].Article; b.Title != "Floods" || b.Text != "Rain fell." {
		t.Errorf("%+v", b)
	}
}

func TestRealWordDocument(t *testing.T) {
	if _, err := os.Stat(conformance); err != nil {
		t.Skip("there are no files of other programs here")
	}
	if doc := readAll(t, Reading{}, conformance+"nexis/nexis-uni.docx")[0]; doc.Article.Text != "LexisNexis Uni Test" {
		t.Errorf("%q", doc.Article.Text)
	}
}

func FuzzNexis(f *testing.F) {
	f.Add([]byte("1 of 1 DOCUMENTS\n\nCourier\n\nMay 1, 2026\n\nRaid\n\nBYLINE: A\n\nGunmen\ncame.\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzArticles(t, "nexis", "in.txt", data) })
}

func FuzzWord(f *testing.F) {
	f.Add([]byte(`<w:document><w:p><w:r><w:t>a</w:t><w:br/></w:r></w:p></w:document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzArticles(t, "docx", "in.docx", []byte(zipOf(t, "word/document.xml", string(data))))
	})
}

func FuzzFactiva(f *testing.F) {
	f.Add([]byte(`<div class="article"><table><tr><td>HD</td><td>x</td></tr><tr><td>TD</td><td><p class="articleParagraph">a</p></td></tr></table></div>`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzArticles(t, "factiva", "in.html", data) })
}
