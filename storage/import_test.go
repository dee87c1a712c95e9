package storage

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// dresden is an author that comes with a file.
var dresden = annotate.Author{Name: "dresden", Kind: annotate.Imported}

// id makes an ID out of a short name.
func id(name string) annotate.ID { return annotate.DerivedID("test", name) }

// marked is an article with a layer of spans, each the first occurrence of a
// text.
func marked(t testing.TB, author annotate.Author, title, text string, values []annotate.Value, spans ...annotate.Span) annotate.Document {
	t.Helper()
	doc := article(title, text)
	layer, err := annotate.NewLayer("", author).With(spans, nil, values)
	if err != nil {
		t.Fatal(err)
	}
	doc.Layers = []annotate.Layer{layer}
	return doc
}

// span marks the first occurrence of a part of a text; its name is its ID.
func span(t testing.TB, name, label, text, part string) annotate.Span {
	t.Helper()
	return annotate.Span{ID: id(name), Label: label, Range: find(t, text, part)}
}

func TestImportTwice(t *testing.T) {
	p := newProject(t)
	doc := marked(t, dresden, "Mixed", mixed, []annotate.Value{{Name: annotate.StatusValue, Text: "done"}},
		span(t, "1", "actor", mixed, "Варта"), span(t, "2", "place", mixed, "Café Élan"))
	other := article("Other", "Nothing happened in Vell.")
	want := Report{Added: 2, Spans: 2}
	if got := mustImport(t, p, ImportOptions{}, doc, other); got.Added != want.Added || got.Known != 0 || got.Spans != want.Spans {
		t.Errorf("first import: %+v", got)
	}
	before := exported(t, p, Choice{})
	for range 2 {
		got := mustImport(t, p, ImportOptions{}, doc, other, other, doc)
		if got.Added != 0 || got.Known != 4 || got.Spans != 0 || got.KnownSpans != 4 || got.Links != 0 || len(got.Scheme) > 0 {
			t.Errorf("again: %+v", got)
		}
	}
	if got := exported(t, p, Choice{}); !sameDocuments(got, before) {
		t.Errorf("importing again changed something: %+v", got)
	}
	stats, err := p.Stats(t.Context())
	if err != nil || stats.Edits != 1 || stats.Spans != 2 {
		t.Errorf("%+v, %v", stats, err)
	}
	checkClean(t, p)
}

// sameDocuments compares articles and layers, in order.
func sameDocuments(a, b []annotate.Document) bool {
	return slices.EqualFunc(a, b, func(a, b annotate.Document) bool {
		return fmt.Sprint(a.Article) == fmt.Sprint(b.Article) && slices.EqualFunc(a.Layers, b.Layers, annotate.Layer.Equal)
	})
}

// TestImportKeepsWork imports again what was changed, removed and undone here.
func TestImportKeepsWork(t *testing.T) {
	p := newProject(t)
	doc := marked(t, dresden, "Mixed", mixed, []annotate.Value{{Name: "topic", Text: "fire"}},
		span(t, "1", "actor", mixed, "Варта"), span(t, "2", "place", mixed, "Café Élan"), span(t, "3", "claim", mixed, "a dozen"))
	mustImport(t, p, ImportOptions{}, doc)
	author, err := p.Author("dresden", annotate.Person)
	if err != nil {
		t.Fatal(err)
	}
	session, work := begin(t, p, 0, author)
	if len(work.Past) != 1 || work.Past[0].Name != "Import" {
		t.Fatalf("the history is %v", work.Past)
	}
	session.SelectSpan(id("1"))
	if err := session.Untag(); err != nil {
		t.Fatal(err)
	}
	session.SelectSpan(id("2"))
	if err := errors.Join(session.Tag("actor"), session.SetValue("Set topic", "topic", "")); err != nil {
		t.Fatal(err)
	}
	if got := mustImport(t, p, ImportOptions{}, doc); got.Spans != 0 || got.KnownSpans != 2 || got.Removed != 2 || len(got.Differing) != 1 {
		t.Errorf("%+v", got)
	}
	again, work := begin(t, p, 0, author)
	if !work.Layer.Equal(session.State().Layer) {
		t.Errorf("importing again changed the layer: %v", work.Layer.Spans())
	}
	for again.State().Undo != "" {
		if err := again.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if got := mustImport(t, p, ImportOptions{}, doc); got.Restored != 4 || got.Spans != 3 || got.Removed != 0 {
		t.Errorf("after undoing the import: %+v", got)
	}
	if _, work = begin(t, p, 0, author); len(work.Layer.Spans()) != 3 || len(work.Layer.Values()) != 1 {
		t.Errorf("an import that was undone did not come back: %v", work.Layer)
	}
	checkClean(t, p)
}

// TestImportAddsToLayer imports a file with more spans than before into a layer
// that is in hand.
func TestImportAddsToLayer(t *testing.T) {
	p := newProject(t)
	one := span(t, "1", "actor", mixed, "Варта")
	mustImport(t, p, ImportOptions{}, marked(t, dresden, "Mixed", mixed, nil, one))
	author, err := p.Author("dresden", annotate.Person)
	if err != nil {
		t.Fatal(err)
	}
	session, _ := begin(t, p, 0, author)
	more := marked(t, dresden, "Mixed", mixed, []annotate.Value{{Name: annotate.StatusValue, Text: "done"}}, one, span(t, "2", "place", mixed, "Café Élan"))
	if got := mustImport(t, p, ImportOptions{}, more); got.Spans != 1 || got.KnownSpans != 1 {
		t.Errorf("%+v", got)
	}
	if row := list(t, p, Query{Author: author.ID})[0]; row.Spans != 2 || row.Status != annotate.Done {
		t.Errorf("%+v", row)
	}
	session.SelectSpan(one.ID)
	if err := session.Untag(); !errors.Is(err, annotate.ErrStale) {
		t.Errorf("an edit was saved on what the import changed: %v", err)
	}
	checkClean(t, p)
}

func TestImportAddsToScheme(t *testing.T) {
	p := newProject(t)
	weapon := marked(t, dresden, "Strike", "A drone fell.", nil, span(t, "w", "weapon", "A drone fell.", "drone"))
	if got := mustImport(t, p, ImportOptions{AddLabels: true}, weapon); !slices.Equal(got.Scheme, []string{"label weapon"}) {
		t.Errorf("added to the scheme: %v", got.Scheme)
	}
	vehicle := marked(t, dresden, "Crash", "A lorry burnt.", nil, span(t, "v", "vehicle", "A lorry burnt.", "lorry"))
	vehicle.Scheme = &annotate.Scheme{Labels: []annotate.Label{{Name: "vehicle", Colour: "#123456"}}}
	mustImport(t, p, ImportOptions{}, vehicle)
	p = reopen(t, p)
	if l, there := p.Scheme().Label("vehicle"); !there || l.Colour != "#123456" {
		t.Errorf("vehicle is %v, %v", l, there)
	}
	if _, there := p.Scheme().Label("weapon"); !there {
		t.Error("weapon is not in the scheme")
	}
	if err := p.SetScheme(newsScheme); err == nil || !strings.Contains(err.Error(), "weapon") {
		t.Errorf("a label in use was taken out: %v", err)
	}
}

// TestImportedScheme keeps what a document says of labels that are known.
func TestImportedScheme(t *testing.T) {
	p := newProject(t)
	doc := article("Mixed", mixed)
	doc.Scheme = &annotate.Scheme{Labels: []annotate.Label{{Name: "claim", Event: true}}}
	for range 2 {
		mustImport(t, p, ImportOptions{}, doc)
		p = reopen(t, p)
		if l, _ := p.Scheme().Label("claim"); !l.Event || l.Colour != "#9467bd" {
			t.Errorf("claim is %+v", l)
		}
	}
	var revisions int64
	if err := p.reader.Model(&schemeRow{}).Count(&revisions).Error; err != nil || revisions != 2 {
		t.Errorf("there are %d revisions of the scheme: %v", revisions, err)
	}
}

// TestImportedAuthors finds authors by ID, or by name and kind.
func TestImportedAuthors(t *testing.T) {
	p := newProject(t)
	ana := person(t, p, "Ana")
	for _, author := range []annotate.Author{ana, {Name: "Ana", Kind: annotate.Person}, {Name: "Ana", Kind: annotate.Imported}, {Name: "Ana"},
		{ID: ana.ID, Name: "Ana B.", Kind: annotate.Person}} {
		mustImport(t, p, ImportOptions{}, marked(t, author, "Mixed", mixed, nil, span(t, "1", "actor", mixed, "Варта")))
	}
	if authors, err := p.Authors(t.Context()); err != nil || !slices.Equal(authors, []annotate.Author{ana}) {
		t.Errorf("the authors are %v, %v", authors, err)
	}
	for _, author := range []annotate.Author{{ID: id("another"), Name: "Ana", Kind: annotate.Person}, {Name: "Ana", Kind: annotate.Suggester}} {
		mustImport(t, p, ImportOptions{}, marked(t, author, "Mixed", mixed, nil, span(t, "1", "actor", mixed, "Варта")))
	}
	if authors, err := p.Authors(t.Context()); err != nil || len(authors) != 3 {
		t.Errorf("the authors are %v, %v", authors, err)
	}
	checkClean(t, p)
}

// TestSaveDuringImport makes sure that nothing waits for an import, and that
// nobody sees half of it.
func TestSaveDuringImport(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	session, _ := begin(t, p, 0, person(t, p, "Ana"))
	session.Select(annotate.Range{Start: 0, End: 2})
	docs := func(yield func(annotate.Document, error) bool) {
		if err := session.Tag("actor"); !errors.Is(err, ErrBusy) {
			t.Errorf("an edit during an import: %v", err)
		}
		for n := range waitingDocuments + 1 {
			if !yield(article("Other", fmt.Sprintf("Nothing happened in Vell on day %d.", n)), nil) {
				return
			}
		}
		if got := list(t, p, Query{}); len(got) != 1 {
			t.Errorf("half an import is to be seen: %d articles", len(got))
		}
		if err := p.SetScheme(newsScheme); !errors.Is(err, ErrBusy) {
			t.Errorf("a scheme during an import: %v", err)
		}
		if _, err := p.Import(t.Context(), documents(), ImportOptions{}); !errors.Is(err, ErrBusy) {
			t.Errorf("an import during an import: %v", err)
		}
	}
	if _, err := p.Import(t.Context(), docs, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := session.Tag("actor"); err != nil {
		t.Error(err)
	}
	checkClean(t, p)
}
