package storage

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// everything is a document with everything that one can hold.
func everything(t *testing.T) annotate.Document {
	t.Helper()
	doc := annotate.Document{Article: annotate.Article{ID: id("article"), Title: "Варта – «Mixed» 📰", Text: mixed,
		Meta: annotate.Meta{"source": "agency", "date": "2026-03-01", "мова": "уk"}}}
	whole := span(t, "claim", "claim", mixed, mixed)
	gap := find(t, mixed, "near Café")
	whole.Gaps = []annotate.Range{find(t, mixed, "🕯️"), gap}
	whole.Note, whole.Source = "два\nрядки \"quoted\"", "T7"
	actor := span(t, "actor", "actor", mixed, "قالت الشرطة")
	actor.Attrs = annotate.Attrs{"kind": "поліція", "ملاحظة": "x"}
	accent := span(t, "place", "place", mixed, "nobo\u0301dy")
	links := []annotate.Link{{ID: id("link"), Kind: "source", From: whole.ID, To: actor.ID, Note: "за словами", Source: "R1"}}
	values := []annotate.Value{{Name: annotate.NoteValue, Text: "довга 👩‍🚒"}, {Name: annotate.StatusValue, Text: "flagged"}, {Name: "topic", Text: "fire"}}
	for n, author := range []annotate.Author{{ID: id("ana"), Name: "Ana", Kind: annotate.Person}, {ID: id("gold"), Name: "gold", Kind: annotate.Curator}} {
		layer := annotate.Layer{ID: id(author.Name + "'s"), Article: doc.Article.ID, Author: author}
		layer, err := layer.With([]annotate.Span{whole, actor, accent}[:3-n], links, values[n:])
		if err != nil {
			t.Fatal(err)
		}
		doc.Layers = append(doc.Layers, layer)
	}
	return doc
}

func TestRoundTrip(t *testing.T) {
	doc := everything(t)
	p := newProject(t)
	report := mustImport(t, p, ImportOptions{}, doc)
	if report.Added != 1 || report.Spans != 5 || report.Links != 2 {
		t.Errorf("%+v", report)
	}
	p = reopen(t, p)
	got := exported(t, p, Choice{})
	if !sameDocuments(got, []annotate.Document{doc}) {
		t.Errorf("came back as\n%+v, was\n%+v", got, doc)
	}
	for _, want := range doc.Layers {
		_, work := begin(t, p, 0, want.Author)
		if !work.Layer.Equal(want) || len(work.Others) != 1 || work.Others[0].Equal(want) {
			t.Errorf("%s's work is %+v", want.Author.Name, work)
		}
	}
	checkClean(t, p)

	q := newProject(t)
	if _, err := q.Import(t.Context(), p.Documents(t.Context(), Choice{}), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if again := exported(t, q, Choice{}); !sameDocuments(again, got) {
		t.Errorf("in another project it is\n%+v, was\n%+v", again, got)
	}
}

func TestHistorySurvives(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, work := begin(t, p, 0, author)
	if len(work.Past) != 0 || len(work.Others) != 0 {
		t.Errorf("a new article has %+v", work)
	}
	before := time.Now().Add(-time.Millisecond)
	tag(t, session, "actor", "Варта")
	tag(t, session, "place", "Café Élan")
	if err := session.Undo(); err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	again, work := begin(t, p, 0, author)
	if !work.Layer.Equal(session.State().Layer) {
		t.Errorf("the layer is %v, was %v", work.Layer, session.State().Layer)
	}
	var moves []annotate.Move
	for _, entry := range work.Past {
		moves = append(moves, entry.Move)
		if entry.Author != author.ID || entry.At.Before(before) || entry.At.After(time.Now()) || entry.At.Location() != time.UTC {
			t.Errorf("entry %+v", entry)
		}
	}
	if want := []annotate.Move{annotate.Do, annotate.Do, annotate.Undo}; !slices.Equal(moves, want) {
		t.Errorf("the moves are %v", moves)
	}
	if s := again.State(); s.Undo != "Label as Actor" || s.Redo != "Label as Place" {
		t.Errorf("undo %q, redo %q", s.Undo, s.Redo)
	}
	if err := errors.Join(again.Redo(), again.Undo(), again.Undo()); err != nil {
		t.Fatal(err)
	}
	checkClean(t, p)
}

// TestLayerIsMadeByItsFirstEntry looks at an article without doing anything.
func TestLayerIsMadeByItsFirstEntry(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, _ := begin(t, p, 0, author)
	if got := exported(t, p, Choice{}); len(got[0].Layers) != 0 {
		t.Errorf("looking made %v", got[0].Layers)
	}
	tag(t, session, "actor", "Варта")
	if got := exported(t, p, Choice{}); len(got[0].Layers) != 1 || !got[0].Layers[0].Equal(session.State().Layer) {
		t.Errorf("labelling made %v", got[0].Layers)
	}
}

// TestTwoSessions keeps the second of two sessions on one layer from writing
// over the first.
func TestTwoSessions(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	for _, labelled := range []string{"Варта", "Café Élan"} {
		first, _ := begin(t, p, 0, author)
		second, _ := begin(t, p, 0, author)
		tag(t, first, "actor", labelled)
		second.Select(find(t, mixed, "a dozen"))
		if err := second.Tag("casualty"); !errors.Is(err, annotate.ErrStale) {
			t.Errorf("the second session saved: %v", err)
		}
		tag(t, first, "claim", labelled)
	}
	checkClean(t, p)
}

// TestSaverRefuses gives a saver what it cannot take.
func TestSaverRefuses(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, work := begin(t, p, 0, author)
	kept := tag(t, session, "actor", "Варта")
	before := exported(t, p, Choice{})
	entry := func(e annotate.Edit) annotate.Entry {
		return annotate.Entry{ID: annotate.NewID(), Layer: session.State().Layer.ID, Author: author.ID, At: time.Now(), Move: annotate.Do, Edit: e}
	}
	add := func(s ...annotate.Span) annotate.Entry {
		return entry(annotate.Edit{Name: "Add", Spans: annotate.Change[annotate.Span]{Add: s}})
	}
	good := annotate.Span{ID: id("good"), Label: "place", Range: annotate.Range{Start: 0, End: 2}}
	stranger := add(good)
	stranger.Author = id("stranger")
	elsewhere := add(good)
	elsewhere.Layer = id("elsewhere")
	for what, bad := range map[string]annotate.Entry{
		"past the text":   add(good, annotate.Span{ID: id("x"), Label: "place", Range: annotate.Range{Start: 0, End: 9999}}),
		"in a character":  add(good, annotate.Span{ID: id("x"), Label: "place", Range: annotate.Range{Start: 0, End: 1}}),
		"there already":   add(good, kept),
		"no id":           add(good, annotate.Span{ID: "x", Label: "place", Range: annotate.Range{Start: 0, End: 2}}),
		"not there":       entry(annotate.Edit{Spans: annotate.Change[annotate.Span]{Remove: []annotate.Span{good}}}),
		"link to nothing": entry(annotate.Edit{Links: annotate.Change[annotate.Link]{Add: []annotate.Link{{ID: id("l"), Kind: "source", From: kept.ID, To: id("none")}}}}),
		"odd status":      entry(annotate.Edit{Values: annotate.Change[annotate.Value]{Add: []annotate.Value{{Name: annotate.StatusValue, Text: "finished"}}}}),
		"another author":  stranger,
		"another layer":   elsewhere,
	} {
		if err := work.Saver.Save(bad); err == nil {
			t.Errorf("saved: %s", what)
		}
		if got := exported(t, p, Choice{}); !sameDocuments(got, before) {
			t.Errorf("%s: something was kept: %+v", what, got)
		}
	}
	tag(t, session, "place", "Café Élan")
	checkClean(t, p)
}

// TestSaveTwice saves an entry again, as one does that does not know whether it
// was saved.
func TestSaveTwice(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	_, work := begin(t, p, 0, author)
	entry := annotate.Entry{ID: annotate.NewID(), Layer: work.Layer.ID, Author: author.ID, At: time.Now(), Move: annotate.Do,
		Edit: annotate.Edit{Name: "Add", Spans: annotate.Change[annotate.Span]{Add: []annotate.Span{span(t, "1", "actor", mixed, "Варта")}}}}
	for range 3 {
		if err := work.Saver.Save(entry); err != nil {
			t.Fatal(err)
		}
	}
	entry.ID, entry.Edit = annotate.NewID(), entry.Edit.Inverse()
	if err := work.Saver.Save(entry); err != nil {
		t.Fatal(err)
	}
	if _, work = begin(t, p, 0, author); len(work.Past) != 2 || len(work.Layer.Spans()) != 0 {
		t.Errorf("%d entries, %d spans", len(work.Past), len(work.Layer.Spans()))
	}
	checkClean(t, p)
}

func TestUnknown(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	ana := person(t, p, "Ana")
	if _, err := p.Work(t.Context(), id("none"), ana); !errors.Is(err, ErrNoArticle) {
		t.Errorf("an article that is not there: %v", err)
	}
	if _, err := p.Row(t.Context(), id("none"), ana.ID); !errors.Is(err, ErrNoArticle) {
		t.Errorf("a row that is not there: %v", err)
	}
	if _, err := p.Work(t.Context(), list(t, p, Query{})[0].ID, dresden); !errors.Is(err, ErrNoAuthor) {
		t.Errorf("an author that is not there: %v", err)
	}
	for _, err := range p.Documents(t.Context(), Choice{Author: "Zoe"}) {
		if !errors.Is(err, ErrNoAuthor) {
			t.Errorf("documents of nobody: %v", err)
		}
	}
}
