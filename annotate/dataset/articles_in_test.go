package dataset

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const longStory = "Gunmen of the Lowland Brigade crossed the Tesk before dawn and burned the mill, residents of Orvany said. Twelve people were hurt. The council of the town met in the school and asked the capital for help, which did not come before the evening, they said."

func TestTablesOfArticles(t *testing.T) {
	tests := []struct{ name, content string }{
		{"in.csv", "headline,Publish Date,outlet,body,URL,words\r\n\"Raid, at dawn\",2026-05-01,Tesk Courier,\"" + longStory + "\r\nSecond paragraph.\",https://courier.example/1,45\r\nNothing,,,,,\r\n"},
		{"in.tsv", "headline\tPublish Date\toutlet\tbody\tURL\twords\nRaid, at dawn\t2026-05-01\tTesk Courier\t\"" + longStory + "\nSecond paragraph.\"\thttps://courier.example/1\t45\n"},
		{"semi.csv", "headline;Publish Date;outlet;body;URL;words\nRaid, at dawn;2026-05-01;Tesk Courier;\"" + longStory + "\nSecond paragraph.\";https://courier.example/1;45\n"},
	}
	for _, test := range tests {
		docs := readAll(t, Reading{}, put(t, test.name, test.content))
		a := docs[0].Article
		if len(docs) != 1 || a.Title != "Raid, at dawn" || a.Text != longStory+"\nSecond paragraph." ||
			a.Meta["date"] != "2026-05-01" || a.Meta["source"] != "Tesk Courier" || a.Meta["url"] != "https://courier.example/1" || a.Meta["words"] != "45" {
			t.Errorf("%s: %d %+v", test.name, len(docs), a)
		}
	}
}

func TestColumnsAreChosen(t *testing.T) {
	path := put(t, "in.csv", "id,erste,zweite\n1,Kopf,"+strings.Repeat("Kurz. ", 3)+"\n2,Fuß,Auch kurz.\n")
	if _, refusals := readSome(t, Reading{Format: "table"}, path); len(refusals) != 1 || !strings.Contains(refusals[0], "choose one of id, erste, zweite") {
		t.Errorf("%q", refusals)
	}
	docs := readAll(t, Reading{Format: "table", Columns: Columns{Text: "zweite", Title: "erste"}}, path)
	if len(docs) != 2 || docs[1].Article.Title != "Fuß" || docs[1].Article.Meta["id"] != "2" {
		t.Errorf("%+v", docs)
	}
	if _, err := Look(path, Columns{Text: "dritte"}, 5); err == nil || !strings.Contains(err.Error(), "there is no column “dritte”; there are id, erste, zweite") {
		t.Error(err)
	}
	p, err := Look(path, Columns{}, 1)
	if err != nil || !slices.Equal(p.Names, []string{"id", "erste", "zweite"}) || len(p.Rows) != 1 || p.Columns.Text != "" {
		t.Errorf("%+v %v", p, err)
	}
}

func TestTablesWithoutNames(t *testing.T) {
	docs := readAll(t, Reading{}, put(t, "in.csv", "7,\""+longStory+"\"\n8,\""+strings.Repeat("Rain fell on Orvany. ", 20)+"\"\n"))
	if len(docs) != 2 || docs[0].Article.Text != longStory || docs[0].Article.Meta["column 1"] != "7" {
		t.Errorf("%+v", docs)
	}
}

func TestWorkbooks(t *testing.T) {
	book := excelize.NewFile()
	for cell, value := range map[string]any{"A1": "Title", "B1": "Text", "C1": "Source", "A2": "Raid", "B2": longStory, "C2": "Courier", "B4": "Second article.\r\nMore.", "A5": "no text"} {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "in.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	docs := readAll(t, Reading{}, path)
	if len(docs) != 2 || docs[0].Article.Title != "Raid" || docs[0].Article.Meta["source"] != "Courier" || docs[1].Article.Text != "Second article.\nMore." || docs[1].Origin.Line != 4 {
		t.Errorf("%+v", docs)
	}
	if _, refusals := readSome(t, Reading{Format: "table"}, put(t, "cut.xlsx", contents(t, path)[:2000])); len(refusals) != 1 {
		t.Errorf("%q", refusals)
	}
}

// Our own tables with their description are no table of articles.
func TestOurTablesAreNotTaken(t *testing.T) {
	out, _ := export(t, "csv", drawn(t, "Raid", "[actor Gunmen] came.", "actor"))
	if docs := readAll(t, Reading{}, out); len(docs) != 1 || len(docs[0].Layers) != 1 {
		t.Errorf("%+v", docs)
	}
}

func TestScrapedArticles(t *testing.T) {
	for name, line := range map[string]string{
		"newspaper": `{"url":"https://courier.example/1","language":"en","title":"Raid","authors":["Ada Moor","Bo Lind"],"publish_date":"2026-05-01","text":"Gunmen came.","keywords":["raid"],"top_image":null}`,
		"other":     `{"link":"https://courier.example/1","lang":"en","headline":"Raid","author":"Ada Moor; Bo Lind","date":"2026-05-01","maintext":"Gunmen came."}`,
	} {
		a := readAll(t, Reading{}, put(t, "in.jsonl", line+"\n"))[0].Article
		if a.Title != "Raid" || a.Text != "Gunmen came." || a.Meta["author"] != "Ada Moor; Bo Lind" || a.Meta["date"] != "2026-05-01" || a.Meta["url"] != "https://courier.example/1" || a.Meta["language"] != "en" {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

const webSample = `<!DOCTYPE html><html lang="en"><head><meta charset="windows-1252"><title>Raid at dawn | Tesk Courier</title>
<meta property="og:site_name" content="Tesk Courier"><link rel="canonical" href="https://courier.example/1">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Raid at dawn &amp; after","datePublished":"2026-05-01T06:00:00Z","author":[{"@type":"Person","name":"Ada Moor"}]}]}</script></head>
<body><nav><a href="/">Home</a></nav><div class="site-header">Weather</div><main><article><h1>Raid at dawn</h1><div class="share-buttons">Share this</div>
<p>Gunmen of the <b>Lowland</b>
 Brigade crossed the Tesk before dawn and burned the mill, residents of Orvany said on&nbsp;Monday. It was the third raid of the year.</p>
<figure><img src="x"><figcaption>The mill</figcaption></figure><ul><li><a href="/2">Read more: floods</a></li></ul>
<p>“Twelve people were hurt”, the caf` + "\xe9" + ` owner said.<br>Nobody came to help, he said, and the council has asked the capital for soldiers.</p><ul><li>One mill</li><li>Two barns</li></ul>
<aside><p>Subscribe to our newsletter now.</p></aside></article></main><div id="comments"><p>I was there! ` + longStory + longStory + `</p></div><footer><p>All rights reserved by the Courier.</p></footer><script>var x = "<p>no</p>";</script></body></html>`

func TestWebPages(t *testing.T) {
	doc := readAll(t, Reading{}, put(t, "page.html", strings.NewReplacer("“", "\x93", "”", "\x94").Replace(webSample)))[0]
	a := doc.Article
	want := "Raid at dawn\n\nGunmen of the Lowland Brigade crossed the Tesk before dawn and burned the mill, residents of Orvany said on\u00a0Monday. It was the third raid of the year.\n\n" +
		"“Twelve people were hurt”, the café owner said.\nNobody came to help, he said, and the council has asked the capital for soldiers.\n\nOne mill\n\nTwo barns"
	if a.Text != want {
		t.Errorf("got\n%q\nwant\n%q", a.Text, want)
	}
	if a.Title != "Raid at dawn & after" || a.Meta["date"] != "2026-05-01T06:00:00Z" || a.Meta["author"] != "Ada Moor" || a.Meta["source"] != "Tesk Courier" || a.Meta["url"] != "https://courier.example/1" || a.Meta["language"] != "en" {
		t.Errorf("%q %v", a.Title, a.Meta)
	}
}

func TestPlainWebPages(t *testing.T) {
	doc := readAll(t, Reading{}, put(t, "old.htm", "<html><body><div>"+longStory+"</div><p>The end.</body>"))[0]
	if !strings.HasPrefix(doc.Article.Text, "Gunmen of") && doc.Article.Text != "The end." {
		t.Errorf("%q", doc.Article.Text)
	}
	if _, refusals := readSome(t, Reading{}, put(t, "empty.html", "<html><body><nav>Home</nav></body></html>")); len(refusals) != 1 || !strings.Contains(refusals[0], "no article was found") {
		t.Errorf("%q", refusals)
	}
}

func FuzzTable(f *testing.F) {
	f.Add([]byte("title,text\na,\"b\nc\"\n"))
	f.Add([]byte("title;text;x\n\"a\";b;c;d\n\n;;\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzArticles(t, "table", "in.csv", data) })
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(webSample))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzArticles(t, "html", "in.html", data) })
}
