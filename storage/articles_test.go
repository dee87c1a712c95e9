package storage

import (
	"fmt"
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// titles are the titles of what a query finds, and how many it counts.
func titles(t *testing.T, p *Project, q Query) string {
	t.Helper()
	var all []string
	for _, row := range list(t, p, q) {
		all = append(all, row.Title)
	}
	n, err := p.Count(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(n, all)
}

// newsroom is a project with five articles, on which two people and a suggester
// have been at work.
func newsroom(t *testing.T) (p *Project, ana, ben annotate.Author) {
	t.Helper()
	p = newProject(t)
	ana, ben = person(t, p, "Ana"), person(t, p, "Ben")
	robot := annotate.Author{Name: "robot", Kind: annotate.Suggester}
	docs := []annotate.Document{article("Flood", "The river Vell rose 50% at nor_th gate."), article("Fire", "A fire in Lower Vell."),
		article("Пожежа", "Пожежа у місті Варта."), article("حريق", "حريق في مدينة نور"), article("Quiet", `Nothing \ happened.`)}
	docs[1].Layers = marked(t, robot, "", docs[1].Article.Text, nil, span(t, "r", "place", docs[1].Article.Text, "Vell")).Layers
	mustImport(t, p, ImportOptions{}, docs...)
	session, _ := begin(t, p, 0, ana)
	tag(t, session, "place", "Vell")
	tag(t, session, "place", "gate")
	if err := session.SetValue("Done", annotate.StatusValue, "done"); err != nil {
		t.Fatal(err)
	}
	session, _ = begin(t, p, 0, ben)
	tag(t, session, "place", "river")
	session, _ = begin(t, p, 1, ben)
	if err := session.SetValue("Skip", annotate.StatusValue, "skipped"); err != nil {
		t.Fatal(err)
	}
	return p, ana, ben
}

func TestQueries(t *testing.T) {
	p, ana, ben := newsroom(t)
	for _, c := range []struct {
		query Query
		want  string
	}{
		{Query{}, "5 [Flood Fire Пожежа حريق Quiet]"},
		{Query{Author: ana.ID}, "5 [Flood Fire Пожежа حريق Quiet]"},
		{Query{Author: ana.ID, Status: annotate.Done}, "1 [Flood]"},
		{Query{Author: ana.ID, Status: annotate.New}, "4 [Fire Пожежа حريق Quiet]"},
		{Query{Author: ben.ID, Status: annotate.Started}, "1 [Flood]"},
		{Query{Author: id("stranger"), Status: annotate.New}, "5 [Flood Fire Пожежа حريق Quiet]"},
		{Query{Author: id("stranger"), Status: annotate.Done}, "0 []"},
		{Query{Status: annotate.Started}, "1 [Flood]"},
		{Query{Status: annotate.Skipped}, "1 [Fire]"},
		{Query{Status: annotate.New}, "3 [Пожежа حريق Quiet]"},
		{Query{Text: "vELL"}, "2 [Flood Fire]"},
		{Query{Text: "fire"}, "1 [Fire]"},
		{Query{Text: "0%"}, "1 [Flood]"},
		{Query{Text: "%"}, "1 [Flood]"},
		{Query{Text: "_"}, "1 [Flood]"},
		{Query{Text: `\`}, "1 [Quiet]"},
		{Query{Text: "пожежа у МІСТІ"}, "1 [Пожежа]"},
		{Query{Text: "نور"}, "1 [حريق]"},
		{Query{Text: "vell", Author: ana.ID, Status: annotate.New}, "1 [Fire]"},
		{Query{Text: "vell", Status: annotate.Skipped}, "1 [Fire]"},
		{Query{Text: "'; DROP TABLE articles; --"}, "0 []"},
	} {
		if got := titles(t, p, c.query); got != c.want {
			t.Errorf("%+v: %s, want %s", c.query, got, c.want)
		}
	}
}

func TestRows(t *testing.T) {
	p, ana, ben := newsroom(t)
	for _, c := range []struct {
		author annotate.ID
		n      int
		want   string
	}{
		{ana.ID, 0, "Flood done 2"}, {ben.ID, 0, "Flood started 1"}, {"", 0, "Flood started 3"},
		{ana.ID, 1, "Fire new 0"}, {ben.ID, 1, "Fire skipped 0"}, {"", 1, "Fire skipped 0"}, {"", 2, "Пожежа new 0"},
	} {
		listed := list(t, p, Query{Author: c.author})[c.n]
		alone, err := p.Row(t.Context(), listed.ID, c.author)
		if err != nil || alone != listed {
			t.Errorf("alone %+v (%v), in the list %+v", alone, err, listed)
		}
		if got := fmt.Sprint(listed.Title, " ", listed.Status, " ", listed.Spans); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestPages reads a list page by page.
func TestPages(t *testing.T) {
	p, ana, _ := newsroom(t)
	for _, q := range []Query{{}, {Author: ana.ID}, {Author: ana.ID, Status: annotate.New}, {Text: "e"}, {Text: "о"}} {
		whole := list(t, p, q)
		var pages []Row
		for q.Limit = 2; ; {
			some := list(t, p, q)
			pages = append(pages, some...)
			if len(some) < q.Limit {
				break
			}
			q.After = &some[len(some)-1]
		}
		if !slices.Equal(pages, whole) {
			t.Errorf("%+v: in pages %v, at once %v", q, pages, whole)
		}
		q.Limit = 0
		if n, err := p.Count(t.Context(), q); err != nil || n != len(whole) {
			t.Errorf("%+v: counted %d (%v) of %d", q, n, err, len(whole))
		}
	}
}

func TestChoices(t *testing.T) {
	p, _, _ := newsroom(t)
	for _, c := range []struct {
		choice Choice
		want   string
	}{
		{Choice{}, "[Flood Ana Ben Fire Ben Пожежа حريق Quiet]"},
		{Choice{Author: "Ana"}, "[Flood Ana]"},
		{Choice{Author: "Ben"}, "[Flood Ben Fire Ben]"},
		{Choice{Done: true}, "[Flood Ana]"},
		{Choice{Author: "Ben", Done: true}, "[]"},
	} {
		var got []string
		for _, doc := range exported(t, p, c.choice) {
			got = append(got, doc.Article.Title)
			for _, layer := range doc.Layers {
				got = append(got, layer.Author.Name)
			}
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%+v: %v, want %s", c.choice, got, c.want)
		}
	}
	for _, err := range p.Documents(t.Context(), Choice{Author: "robot"}) {
		if err == nil {
			t.Error("suggestions were exported")
		}
	}
}

// TestManyDocuments exports more than a page, and stops early.
func TestManyDocuments(t *testing.T) {
	p := newProject(t)
	var docs []annotate.Document
	for n := range 3*page + 1 {
		text := fmt.Sprintf("Report %d from Vell.", n)
		docs = append(docs, marked(t, dresden, fmt.Sprint(n), text, nil, span(t, fmt.Sprint(n), "place", text, "Vell")))
	}
	mustImport(t, p, ImportOptions{}, docs...)
	for _, choice := range []Choice{{}, {Author: "dresden"}} {
		for n, doc := range exported(t, p, choice) {
			if doc.Article.Title != fmt.Sprint(n) || len(doc.Layers) != 1 || doc.Layers[0].Spans()[0].ID != id(fmt.Sprint(n)) {
				t.Fatalf("document %d is %+v", n, doc)
			}
		}
		if got := len(exported(t, p, choice)); got != len(docs) {
			t.Errorf("%d documents of %d", got, len(docs))
		}
	}
	for doc := range p.Documents(t.Context(), Choice{}) {
		if doc.Article.Title == "70" {
			break
		}
	}
	mustImport(t, p, ImportOptions{}, article("After", "After a stream was left."))
	checkClean(t, p)
}

// TestQueriesByWords looks for texts as is done in a large project.
func TestQueriesByWords(t *testing.T) {
	p, ana, _ := newsroom(t)
	if err := p.writer.Exec("UPDATE totals SET characters = ?", largeProject).Error; err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		query Query
		want  string
	}{
		{Query{Text: "vELL"}, "2 [Flood Fire]"},
		{Query{Text: "low vell"}, "1 [Fire]"},
		{Query{Text: "ell"}, "0 []"},
		{Query{Text: "lo"}, "0 []"},
		{Query{Text: "in"}, "1 [Fire]"},
		{Query{Text: "%"}, "1 [Flood]"},
		{Query{Text: "50%"}, "1 [Flood]"},
		{Query{Text: `"`}, "0 []"},
		{Query{Text: "МІСТІ"}, "1 [Пожежа]"},
		{Query{Text: "vell", Author: ana.ID, Status: annotate.New}, "1 [Fire]"},
		{Query{Text: "vell", Author: ana.ID, Status: annotate.Done}, "1 [Flood]"},
		{Query{Text: "vell", Status: annotate.Skipped}, "1 [Fire]"},
	} {
		if got := titles(t, p, c.query); got != c.want {
			t.Errorf("%+v: %s, want %s", c.query, got, c.want)
		}
		if all := list(t, p, c.query); len(all) == 2 {
			c.query.After = &all[0]
			if rest := list(t, p, c.query); len(rest) != 1 || rest[0] != all[1] {
				t.Errorf("%+v: behind the first come %v", c.query, rest)
			}
		}
	}
}
