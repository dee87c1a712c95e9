package storage

import (
	"errors"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// linked is a document with a claim and its source, an attribute and values.
func linked(t *testing.T, title string, meta annotate.Meta, change func(*annotate.Span, *annotate.Link, []annotate.Value)) annotate.Document {
	t.Helper()
	actor, claim := span(t, "1", "actor", mixed, "Варта"), span(t, "2", "claim", mixed, "a dozen")
	link := annotate.Link{ID: id("l"), Kind: "source", From: claim.ID, To: actor.ID}
	values := []annotate.Value{{Name: annotate.NoteValue, Text: "first"}, {Name: annotate.StatusValue, Text: "done"}}
	change(&actor, &link, values)
	layer, err := annotate.NewLayer("", dresden).With([]annotate.Span{actor, claim}, []annotate.Link{link}, values)
	if err != nil {
		t.Fatal(err)
	}
	doc := article(title, mixed)
	doc.Article.Meta, doc.Layers = meta, []annotate.Layer{layer}
	return doc
}

func asItIs(*annotate.Span, *annotate.Link, []annotate.Value) {}

// TestImportTellsDifferences makes sure that nothing that a file has otherwise
// than the project is dropped in silence.
func TestImportTellsDifferences(t *testing.T) {
	p := newProject(t)
	first := linked(t, "Mixed", annotate.Meta{"source": "Orsun Post", "file": "a.txt"}, asItIs)
	mustImport(t, p, ImportOptions{}, first)
	if got := mustImport(t, p, ImportOptions{}, first); got.KnownSpans != 2 || got.KnownLinks != 1 || got.KnownValues != 2 || len(got.Differing) > 0 {
		t.Errorf("the same again: %+v", got)
	}
	before := exported(t, p, Choice{})
	got := mustImport(t, p, ImportOptions{}, linked(t, "Fixed", annotate.Meta{"source": "Tolm News", "url": "x", "file": "b.txt"},
		func(s *annotate.Span, l *annotate.Link, v []annotate.Value) {
			s.Label, s.Attrs, s.Note, s.End = "place", annotate.Attrs{"kind": "army"}, "sure", s.End+1
			l.Note, v[0].Text, v[1].Text = "by phone", "second", "flagged"
		}))
	says := []string{
		`the title is “Mixed” here, “Fixed” in the file; the project's is kept`,
		`metadata source is “Orsun Post” here, “Tolm News” in the file`,
		`metadata url is empty here, “x” in the file`,
		`span “Варта”: the label is “actor” here, “place” in the file, it goes from 0 to 5 here, from 0 to 6 in the file, attribute kind is empty here, “army” in the file, the note is empty here`,
		`link “source”: the note is empty here, “by phone” in the file`,
		`note is “first” here, “second” in the file`,
		`status is “done” here, “flagged” in the file`,
	}
	if len(got.Differing) != len(says) || got.MoreDiffering != 0 || got.KnownSpans != 2 || got.KnownLinks != 1 || got.KnownValues != 2 {
		t.Fatalf("%+v", got)
	}
	for i, what := range says {
		if d := got.Differing[i]; !strings.Contains(d.What, what) || d.Origin.File != "Fixed.txt" {
			t.Errorf("%v, want %s", d, what)
		}
	}
	if !sameDocuments(exported(t, p, Choice{}), before) {
		t.Error("importing what differs changed something")
	}
}

func TestManyDifferences(t *testing.T) {
	p := newProject(t)
	text := strings.Repeat("Tolm burnt. ", 150)
	spans := func(label string) (all []annotate.Span) {
		for i := range 150 {
			all = append(all, annotate.Span{ID: annotate.DerivedID("many", string(rune(i))), Label: label, Range: annotate.Range{Start: i * 12, End: i*12 + 4}})
		}
		return all
	}
	mustImport(t, p, ImportOptions{}, marked(t, dresden, "Many", text, nil, spans("place")...))
	got := mustImport(t, p, ImportOptions{}, marked(t, dresden, "Many", text, nil, spans("actor")...))
	if len(got.Differing) != 100 || got.MoreDiffering != 50 {
		t.Errorf("%d and %d", len(got.Differing), got.MoreDiffering)
	}
}

// TestImportRestores brings back what was removed here, when that is asked for.
func TestImportRestores(t *testing.T) {
	p := newProject(t)
	doc := linked(t, "Mixed", nil, asItIs)
	mustImport(t, p, ImportOptions{}, doc)
	author, err := p.Author("dresden", annotate.Imported)
	if err != nil {
		t.Fatal(err)
	}
	session, _ := begin(t, p, 0, author)
	session.SelectSpan(id("1"))
	if err := errors.Join(session.Untag(), session.SetValue("Clear the note", annotate.NoteValue, "")); err != nil {
		t.Fatal(err)
	}
	got := mustImport(t, p, ImportOptions{}, doc)
	if got.Removed != 3 || got.Restored != 0 || got.KnownSpans != 1 || got.Spans+got.Links+got.Values != 0 {
		t.Errorf("without restoring: %+v", got)
	}
	got = mustImport(t, p, ImportOptions{Restore: true}, doc)
	if got.Removed != 0 || got.Restored != 3 || got.Spans != 1 || got.Links != 1 || got.Values != 1 {
		t.Errorf("restoring: %+v", got)
	}
	if row := list(t, p, Query{Author: author.ID})[0]; row.Spans != 2 {
		t.Errorf("%+v", row)
	}
	again, work := begin(t, p, 0, author)
	if len(work.Layer.Links()) != 1 || work.Layer.Note() != "first" {
		t.Errorf("%v", work.Layer)
	}
	if err := again.Undo(); err != nil || len(again.State().Layer.Spans()) != 1 {
		t.Errorf("undoing: %v", err)
	}
	checkClean(t, p)
}

// TestDerivedAuthors makes sure that two laptops give files and suggesters the
// same IDs, and people different ones.
func TestDerivedAuthors(t *testing.T) {
	p, q := newProject(t), newProject(t)
	for kind, same := range map[annotate.AuthorKind]bool{annotate.Imported: true, annotate.Suggester: true, annotate.Person: false, annotate.Curator: false} {
		a, err := p.Author("name of "+string(kind), kind)
		b, err2 := q.Author("name of "+string(kind), kind)
		if err := errors.Join(err, err2); err != nil || (a.ID == b.ID) != same {
			t.Errorf("%s: %s and %s, %v", kind, a.ID, b.ID, err)
		}
	}
	older := annotate.Author{ID: id("random"), Name: "dresden", Kind: annotate.Imported}
	for _, author := range []annotate.Author{dresden, older} {
		mustImport(t, p, ImportOptions{}, marked(t, author, "Mixed", mixed, nil, span(t, "1", "actor", mixed, "Варта")))
	}
	if authors, err := p.Authors(t.Context()); err != nil || len(authors) != 5 {
		t.Errorf("%v, %v", authors, err)
	}
}

func TestTwoPeopleOfOneName(t *testing.T) {
	p := newProject(t)
	person(t, p, "Ana")
	other := annotate.Author{ID: id("another"), Name: "Ana", Kind: annotate.Person}
	doc := marked(t, other, "Mixed", mixed, nil, span(t, "1", "actor", mixed, "Варта"))
	got := mustImport(t, p, ImportOptions{}, doc)
	if len(got.Noticed) != 1 || !strings.Contains(got.Noticed[0].What, "two people called Ana: ") {
		t.Errorf("%+v", got.Noticed)
	}
	if got := mustImport(t, p, ImportOptions{}, doc); len(got.Noticed) > 0 {
		t.Errorf("again: %+v", got.Noticed)
	}
}
