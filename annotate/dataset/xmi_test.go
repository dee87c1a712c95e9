package dataset

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestXMIComesBack(t *testing.T) {
	comesBackAs(t, "xmi", inXML, Articles, Titles, Metadata, Layers, Authors, Statuses, ArticleNotes, Values, Spans, Attributes, Notes, Links, LinkNotes)
}

// inXML is a document whose text XML can hold.
func inXML(doc annotate.Document) annotate.Document {
	doc.Article.Text, _ = xmlSpaced(doc.Article.Text)
	return doc
}

func TestXMIGolden(t *testing.T) {
	out, _ := export(t, "xmi", readAll(t, Reading{Author: "Ada"}, "testdata/brat")...)
	compareFolders(t, "testdata/xmi.golden", out)
	staysTheSame(t, "xmi", "testdata/xmi.golden/orvany-raid.Ada.xmi")
}

const xmiSample = `<?xml version="1.1" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:news="http:///news.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<news:Mark xmi:id="4" sofa="1" begin="6" end="12" value="place" number="5" slots="7 8"/>
<news:Mark xmi:id="5" sofa="1" begin="18" end="22"><more>one</more><more>two</more></news:Mark>
<news:Slot xmi:id="7" role="who" target="5"/>
<news:Slot xmi:id="8" target="99"/>
<news:Tie xmi:id="6" sofa="1" begin="6" end="12" Governor="5" Dependent="4"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="🔥 at Orvany;&#10;the Vael left"/>
<cas:View sofa="1" members="4 5 6"/>
</xmi:XMI>`

func TestXMIIsRead(t *testing.T) {
	doc := readAll(t, Reading{}, put(t, "in.xmi", xmiSample))[0]
	var said []string
	for _, s := range doc.Layers[0].Spans() {
		said = append(said, fmt.Sprint(s.Label, " ", s.Quote(doc.Article.Text), " ", s.Attrs))
	}
	if got := strings.Join(said, ", "); got != "place Orvany map[number:5], Mark Vael map[more:one two]" || len(doc.Layers[0].Links()) != 2 || len(doc.Repairs) != 1 {
		t.Error(got, doc.Layers[0].Links(), doc.Repairs)
	}
}

func TestDamagedXMIIsRefused(t *testing.T) {
	lol := "<!DOCTYPE x [<!ENTITY a \"" + strings.Repeat("ha", 100) + "\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
	tests := []struct{ old, new, want string }{
		{`end="12" value`, `end="99" value`, "in.xmi: line 3: annotation 4 (Mark): end 99 is past the text (27 UTF-16 units)"},
		{`begin="18"`, `begin="?"`, "in.xmi: line 4: Mark 5: “?” is no offset"},
		{`<cas:Sofa xmi:id="1"`, `<cas:Sofb xmi:id="1"`, "in.xmi: there is no text"},
		{`</xmi:XMI>`, ``, "in.xmi: line 10: it is cut off or not XML: it ends before its last element does"},
		{`<cas:NULL`, `<cas:NULL a=&a;`, "in.xmi: line 2: it is cut off or not XML"},
		{`value="place"`, `value="&b;"`, "in.xmi: line 3: it is cut off or not XML: it holds an entity that XML does not define (&b;)"},
		{`<xmi:XMI xmlns:xmi`, lol + `<xmi:XMI x="&b;" xmlns:xmi`, "in.xmi: line 1: it is cut off or not XML: it holds an entity"},
		{`&#10;`, `&#1;`, "in.xmi: line 8: it is cut off or not XML"},
	}
	for _, test := range tests {
		docs, refusals := readSome(t, Reading{Format: "xmi"}, put(t, "in.xmi", strings.Replace(xmiSample, test.old, test.new, 1)))
		if len(docs) > 0 || len(refusals) != 1 || !strings.HasPrefix(refusals[0], test.want) {
			t.Errorf("%s: %d documents, %q", test.new, len(docs), refusals)
		}
	}
}

func FuzzXMI(f *testing.F) {
	f.Add([]byte(xmiSample))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzSettles(t, "xmi", "in.xmi", data) })
}

// twins are the cases whose two files say something else, and how: the files
// were made by tests that gave types and features other names.
var twins = strings.NewReplacer("NamedEntity", "Span", "intValue", "integerValue")

// TestINCEpTIONTwins makes sure that a TSV file and the XMI file that INCEpTION
// made it of give the same document. Spans that begin or end with white space do
// not in TSV.
func TestINCEpTIONTwins(t *testing.T) {
	if _, err := os.Stat(conformance); err != nil {
		t.Skip("there are no files of other programs here")
	}
	files, _ := filepath.Glob(conformance + "webanno-tsv/*/reference.xmi")
	for _, path := range files {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			xmi, tsv := readAll(t, Reading{}, path)[0], readAll(t, Reading{}, strings.TrimSuffix(path, ".xmi")+".tsv")[0]
			if xmi.Article.ID != tsv.Article.ID || xmi.Article.Text != tsv.Article.Text || xmi.Article.Title != tsv.Article.Title {
				t.Errorf("%+v became %+v", xmi.Article, tsv.Article)
			}
			if want, got := saidOf(xmi), saidOf(tsv); !slices.Equal(want, got) {
				t.Errorf("XMI %q\nTSV %q", want, got)
			}
		})
	}
	if len(files) != 24 {
		t.Errorf("there are %d twins", len(files))
	}
}

// saidOf is what a document's spans and links say, in order.
func saidOf(doc annotate.Document) []string {
	var said []string
	for _, layer := range doc.Layers {
		name := func(id annotate.ID) string {
			s, _ := layer.Span(id)
			return fmt.Sprint(twins.Replace(s.Label), annotate.Trim(doc.Article.Text, s.Range))
		}
		for _, s := range layer.Spans() {
			said = append(said, name(s.ID)+fmt.Sprint(s.Attrs))
		}
		for _, k := range layer.Links() {
			said = append(said, name(k.From)+" "+k.Kind+" "+name(k.To))
		}
	}
	slices.Sort(said)
	return said
}
