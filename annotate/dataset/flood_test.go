package dataset

import (
	"archive/zip"
	"bufio"
	"compress/zlib"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A flood is a file with one thing again and again, all on one line, in one
// element, row or list: ten million times if it is not told how often.
type flood struct {
	name, file            string // the format, and what of; the file
	before, again, behind string
	times                 int
	inside                string // the entry of an archive or "zlib", if that is what holds it
	beside                []string
	want                  string // part of the refusal; empty: it is read
}

const (
	xmiHead  = `<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:n="http:///n.ecore" xmi:version="2.0"><cas:Sofa xmi:id="1" sofaNum="1" sofaString="ab"/>`
	casHead  = `{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"ab"},`
	casMark  = `{"%ID":2,"%TYPE":"a","@sofa":1,"begin":0,"end":1},`
	xmiMark  = `<n:M xmi:id="4" sofa="1" begin="0" end="1"/>`
	qdeHead  = `<Project name="x"><CodeBook><Codes><Code guid="c" name="a"/></Codes></CodeBook><Sources><TextSource guid="s" name="Raid"><PlainTextContent>ab</PlainTextContent>`
	docHead  = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Gunmen came.</w:t></w:r></w:p>`
	docTail  = `</w:body></w:document>`
	xlsHead  = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c t="inlineStr"><is><t>text</t></is></c></row><row r="2">`
	long     = "one record is longer than 100 MB"
	tooBig   = "too much for one article"
	csvSpans = "article,layer,id,label,start,end\n"
	selects  = `<PlainTextSelection guid="p" startPosition="0" endPosition="1"/>`
)

var csvBeside = []string{
	dataPackage, `{"resources":[{"name":"articles","path":"articles.csv"},{"name":"layers","path":"layers.csv"},{"name":"spans","path":"spans.csv"}]}`,
	"articles.csv", "id,text\n" + csvID + "1,Gunmen came.\n", "layers.csv", "article,id,author\n" + csvID + "1," + csvID + "3,Ada\n",
}

func big32(lead byte, n int) string {
	return string(binary.BigEndian.AppendUint32([]byte{lead}, uint32(n)))
}

// docBinOf is what is before many spans in a group of a DocBin of one doc.
func docBinOf(n int, each int) string {
	all := n*each + len("\x81\xa5spans") + 5
	return "\x83\xabspan_groups\x91" + big32('\xc6', all+1+5) + "\x91" + big32('\xc6', all) + "\x81\xa5spans" + big32('\xdd', n)
}

func floods() []flood {
	const tokens = 4_000_000 // of one doc, each of three numbers, which make 96 MB
	span := "\xc4\x28" + strings.Repeat("\x00", 40)
	return []flood{
		{name: "jsonl", file: "in.jsonl", before: `{"format":"glossator/1","id":"x","title":"","text":"a","meta":{},"layers":[{"author":"A","status":"done","links":[],"spans":[`, again: `{"label":"a","start":0,"end":1},`, behind: `{}]}]}`, want: "line 1"},
		{name: "csv", file: "spans.csv", before: csvSpans, again: csvID + "1," + csvID + "3," + csvID + "4,actor,0,1\n", beside: csvBeside, want: "more than 262144 rows"},
		{name: "brat", file: "in.ann", before: "T1\tactor ", again: "0 1;", behind: "1 2\tG\n", beside: []string{"in.txt", "Gunmen came."}, want: "line 1"},
		{name: "doccano", file: "in.jsonl", times: 1_000_000, before: `{"text":"ab","label":[`, again: `[0,1,"a"],`, behind: `[0,1,"a"]]}`, want: "line 1"},
		{name: "labelstudio", file: "in.json", before: `[{"id":1,"data":{"text":"ab"},"annotations":[{"id":1,"result":[`, again: `{"id":"r","type":"labels","value":{"start":0,"end":1,"labels":["a"]}},`, behind: `{}]}]}]`, want: long},
		{name: "labelstudio results", file: "in.json", times: 300_000, before: `[{"id":1,"data":{"text":"ab"},"annotations":[{"id":1,"result":[`, again: `{"id":"r","type":"labels","value":{"start":0,"end":1,"labels":["a"]}},`, behind: `{}]}]}]`, want: "more than 262144"},
		{name: "prodigy", file: "in.jsonl", before: `{"text":"ab","_input_hash":1,"_task_hash":2,"answer":"accept","spans":[`, again: `{"start":0,"end":1,"label":"a"},`, behind: `{}]}`, want: long},
		{name: "gliner", file: "in.json", times: 1_000_000, before: `[{"tokenized_text":["a","b"],"ner":[`, again: `[0,0,"a"],`, behind: `[0,0,"a"]]}]`, want: "line 1"},
		{name: "conll", file: "in.conll", before: "Gunmen\t", again: "B-a\t", behind: "O\n", want: "line 1"},
		{name: "webanno", file: "in.tsv", before: "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.Mark|value\n\n\n#Text=ab\n1-1\t0-2\tab\t", again: "a|", behind: "a\t\n", want: "line 6"},
		{name: "uima", file: "in.json", before: casHead, again: casMark, behind: `{"%ID":3,"%TYPE":"a"}],"%VIEWS":{}}`, want: tooBig},
		{name: "uima structures", file: "in.json", times: 600_000, before: casHead, again: casMark, behind: `{"%ID":3,"%TYPE":"a"}],"%VIEWS":{}}`, want: "more than 524288 structures"},
		{name: "uima spans", file: "in.json", times: 300_000, before: casHead, again: casMark, behind: `{"%ID":3,"%TYPE":"a"}],"%VIEWS":{}}`, want: "more than 262144 annotations"},
		{name: "xmi", file: "in.xmi", before: xmiHead, again: xmiMark, behind: "</xmi:XMI>", want: tooBig},
		{name: "xmi structures", file: "in.xmi", times: 600_000, before: xmiHead, again: xmiMark, behind: "</xmi:XMI>", want: "more than 524288 structures"},
		{name: "xmi spans", file: "in.xmi", times: 300_000, before: xmiHead, again: xmiMark, behind: "</xmi:XMI>", want: "more than 262144 annotations"},
		{name: "xmi depth", file: "in.xmi", before: xmiHead, again: "<a>", want: "inside of each other"},
		{name: "spacy", file: "in.spacy", inside: "zlib", before: docBinOf(10_000_000, len(span)), again: span, want: "larger than 200 MB"},
		{name: "spacy groups", file: "in.spacy", inside: "zlib", times: 4_000_000, before: docBinOf(4_000_000, len(span)), again: span, behind: "\xa7lengths\xc4\x04\x00\x00\x00\x00\xa6tokens\xc4\x00", want: "more than 262144 spans"},
		{name: "spacy empty groups", file: "in.spacy", inside: "zlib", before: "\x83\xabspan_groups\x91" + big32('\xc6', 5+2*10_000_000) + big32('\xdd', 10_000_000), again: "\xc4\x00", behind: "\xa7lengths\xc4\x04\x00\x00\x00\x00\xa6tokens\xc4\x00", want: "more than 262144 groups"},
		{name: "spacy entities", file: "in.spacy", inside: "zlib", times: tokens, before: "\x85\xa7strings\x92\xa1a\xa0\xa7lengths\xc4\x04" + string(binary.LittleEndian.AppendUint32(nil, tokens)) + "\xa6spaces" + big32('\xc6', tokens) + strings.Repeat("\x00", tokens) +
			"\xa5attrs\x93\x41\xcc\x4d\xcc\x4e\xa6tokens" + big32('\xc6', 24*tokens), again: entity("a"), want: "more than 262144 spans"},
		{name: "qdpx", file: "in.qdpx", inside: "project.qde", before: qdeHead, again: selects, behind: "</TextSource></Sources></Project>", want: "more than 262144"},
		{name: "qdpx codings", file: "in.qdpx", inside: "project.qde", before: qdeHead + `<PlainTextSelection guid="p" startPosition="0" endPosition="1">`, again: "<Coding/>", behind: "</PlainTextSelection></TextSource></Sources></Project>", want: "more than 262144"},
		{name: "qdpx links", file: "in.qdpx", times: 2_200_000, inside: "project.qde", before: "<Project><Links>", again: `<Link/>`, behind: "</Links></Project>", want: "more than"},
		{name: "qdpx depth", file: "in.qdpx", inside: "project.qde", before: qdeHead + "<PDF>", again: "<a>", want: "inside of each other"},
		{name: "docx", file: "in.docx", times: 1_000_000, inside: "word/document.xml", before: docHead, again: "<w:p/>", behind: docTail},
		{name: "docx depth", file: "in.docx", inside: "word/document.xml", before: docHead + "<w:del>", again: "<a>", want: "inside of each other"},
		{name: "nexis", file: "in.docx", inside: "word/document.xml", times: 300_000, before: docHead, again: "<w:p><w:t>End of Document</w:t></w:p>", behind: docTail, want: "no article of Nexis"},
		{name: "table", file: "in.csv", before: "title,text\n", again: "a,", behind: "b\n", want: "line 2"},
		{name: "table cells", file: "in.xlsx", times: 200_000, inside: "xl/worksheets/sheet1.xml", before: xlsHead, again: "<c><v>1</v></c>", behind: "</row></sheetData></worksheet>"},
		{name: "factiva", file: "in.html", before: `<div class="article">`, again: `<p class="articleParagraph">a</p>`, behind: `</div>`, want: tooBig},
		{name: "html", file: "in.html", before: `<html><body>`, again: `<b>a</b>`, behind: `</body></html>`, want: "more than 2000000 tags"},
		{name: "html depth", file: "in.html", before: `<html><body>a`, again: `<i>`, want: "more than 2000000 tags"},
		{name: "scraped", file: "in.jsonl", before: `{"text":"ab","url":"x","title":"a","authors":[`, again: `"a",`, behind: `"b"]}`},
		{name: "text", file: "in.txt", again: "a "},
		{name: "text size", file: "in.txt", again: "Gunmen came. ", want: tooBig},
	}
}

// entity is a token of a DocBin that is an entity: its text, that one begins
// with it, and its label.
func entity(text string) string {
	row := binary.LittleEndian.AppendUint64(nil, spacyID(text))
	row = binary.LittleEndian.AppendUint64(row, iobBegins)
	return string(binary.LittleEndian.AppendUint64(row, spacyID(text)))
}

// put writes the file, on the fly.
func (f flood) put(t *testing.T) (path string) {
	t.Helper()
	folder := t.TempDir()
	for i := 0; i < len(f.beside); i += 2 {
		if err := os.WriteFile(filepath.Join(folder, f.beside[i]), []byte(f.beside[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	path = filepath.Join(folder, f.file)
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := f.fill(file, t); err != nil {
		t.Fatal(err)
	}
	return path
}

func (f flood) fill(file io.Writer, t *testing.T) error {
	switch {
	case f.inside == "":
		return f.write(file)
	case f.inside == "zlib":
		z, err := zlib.NewWriterLevel(file, zlib.BestSpeed)
		if err == nil {
			err = f.write(z)
		}
		if err == nil {
			err = z.Close()
		}
		return err
	}
	z := zip.NewWriter(file)
	if f.file == "in.xlsx" {
		if err := copyOthers(z, workbook(t), f.inside); err != nil {
			return err
		}
	}
	entry, err := z.CreateHeader(&zip.FileHeader{Name: f.inside, Method: zip.Store}) // what is packed so well is refused for that
	if err == nil {
		err = f.write(entry)
	}
	if err == nil {
		err = z.Close()
	}
	return err
}

// copyOthers copies an archive but for one entry.
func copyOthers(to *zip.Writer, archive, but string) error {
	from, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	if err != nil {
		return err
	}
	for _, f := range from.File {
		if f.Name == but {
			continue
		}
		if err := to.Copy(f); err != nil {
			return err
		}
	}
	return nil
}

func (f flood) write(to io.Writer) error {
	out := bufio.NewWriterSize(to, 1<<20)
	_, _ = out.WriteString(f.before) // errors stay until Flush
	block := strings.Repeat(f.again, 10_000)
	times := f.times
	if times == 0 {
		times = 10_000_000
	}
	for range times / 10_000 {
		_, _ = out.WriteString(block)
	}
	_, _ = out.WriteString(f.behind)
	return out.Flush()
}

// mostSpoilt is how much memory a file may take that holds ten million spans,
// in bytes.
const mostSpoilt = 1200e6

// TestTenMillionSpansOnOneLine: they are refused, or read, in bounded memory.
func TestTenMillionSpansOnOneLine(t *testing.T) {
	for _, f := range floods() {
		t.Run(f.name, func(t *testing.T) {
			path := f.put(t)
			s := specimen{format: strings.Fields(f.name)[0]}
			peak := watchMemory()
			docs, refusals := s.takes(t, f.name, path)
			most := peak()
			said := strings.Join(refusals, "\n")
			t.Logf("%.0f MB, %d documents, %s", most/1e6, len(docs), strings.ReplaceAll(said, filepath.Dir(path), ""))
			if most > mostSpoilt || f.want == "" && (len(docs) == 0 || said != "") || f.want != "" && (len(docs) > 0 || !strings.Contains(said, f.want)) {
				t.Errorf("%d documents, %q, %.0f MB", len(docs), refusals, most/1e6)
			}
		})
	}
}
