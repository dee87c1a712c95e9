package dataset

import (
	"strings"
	"testing"
)

func TestParseColumns(t *testing.T) {
	for text, want := range map[string]string{
		"text=Body":                        "Body|||",
		"title=Headline, date=Published":   "|Headline|Published|",
		"Text=Body, or what is left,url=u": "Body, or what is left|||u",
		"text=a=b":                         "a=b|||",
	} {
		c, err := ParseColumns(text)
		if got := strings.Join([]string{c.Text, c.Title, c.Date, c.URL}, "|"); err != nil || got != want {
			t.Errorf("%s: %s, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{"": "does not say which", "body": "does not say which", "headline=x": "there are text, title", "text=": "names no column", "text=a,text=b": "two columns for text"} {
		if _, err := ParseColumns(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestColumnsAreLookedAt: of a table, and of records, of which nothing tells
// where the texts stand.
func TestColumnsAreLookedAt(t *testing.T) {
	csv := put(t, "a.csv", "What,When,Page\nThe mill burned.,2025-01-02,3\nThe dam held.,2025-01-03,\n")
	jsonl := put(t, "b.jsonl", `{"what": "The mill burned.", "when": "2025-01-02"}`+"\n"+`{"what": "The dam held.", "page": 4}`+"\n")
	if _, found, err := Tabular(t.Context(), []string{t.TempDir()}, Reading{}); found || err != nil {
		t.Errorf("an empty folder has a table: %v", err)
	}
	for path, c := range map[string]Columns{csv: {Text: "What", Date: "When"}, jsonl: {Text: "what", Date: "when"}} {
		p, found, err := Tabular(t.Context(), []string{path}, Reading{})
		if err != nil || !found || p.Columns.Text != "" || len(p.Names) != 3 || len(p.Rows) != 2 {
			t.Fatalf("%s: %+v %v", path, p, err)
		}
		articles := p.Articles(c)
		if len(articles) != 2 || articles[0].Text != "The mill burned." || articles[0].Meta["date"] != "2025-01-02" {
			t.Errorf("%s: %v", path, articles)
		}
		docs := readAll(t, Reading{Columns: c}, path)
		if len(docs) != 2 || docs[1].Article.Text != "The dam held." || docs[0].Article.Meta["date"] != "2025-01-02" {
			t.Errorf("%s: %v", path, docs)
		}
		for _, chosen := range []Columns{{Text: "Body"}, {Title: "Body"}} {
			if _, err := Look(path, chosen, 5); err == nil || !strings.Contains(err.Error(), "there is no column “Body”") {
				t.Errorf("%+v: %v", chosen, err)
			}
		}
	}
}

// TestExactColumns: what was not chosen is not guessed.
func TestExactColumns(t *testing.T) {
	path := put(t, "a.csv", "title,text,date\nFire,The mill burned.,2025-01-02\n")
	docs := readAll(t, Reading{Columns: Columns{Text: "text", Exact: true}}, path)
	if len(docs) != 1 || docs[0].Article.Title == "Fire" || docs[0].Article.Meta["title"] != "Fire" {
		t.Errorf("%v", docs)
	}
}
