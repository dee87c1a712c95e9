package storage

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestHistory(t *testing.T) {
	p, ana, ben := newsroom(t)
	session, work := begin(t, p, 0, ana)
	if err := session.Undo(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		query HistoryQuery
		want  string
	}{
		{HistoryQuery{}, "[7 Ana undo Done Flood] [6 Ben do Skip Fire] [5 Ben do Label as Place Flood river] [4 Ana do Done Flood] [3 Ana do Label as Place Flood gate] [2 Ana do Label as Place Flood Vell] [1 robot do Import Fire Vell]"},
		{HistoryQuery{Article: work.Article.ID, Author: ben.ID}, "[5 Ben do Label as Place Flood river]"},
		{HistoryQuery{Author: ana.ID, Limit: 2}, "[7 Ana undo Done Flood] [4 Ana do Done Flood]"},
		{HistoryQuery{Author: ana.ID, Limit: 2, Before: &Past{Number: 4}}, "[3 Ana do Label as Place Flood gate] [2 Ana do Label as Place Flood Vell]"},
		{HistoryQuery{Article: id("nowhere")}, ""},
	} {
		list, err := p.History(t.Context(), c.query)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, past := range list {
			got += fmt.Sprintf(" [%d %s %s %s %s", past.Number, past.Author.Name, past.Move, past.Name, past.Title)
			for _, span := range past.Change.Spans.Add {
				got += " " + span.Quote
			}
			got += "]"
		}
		if got = got[min(1, len(got)):]; got != c.want {
			t.Errorf("%+v: %s, want %s", c.query, got, c.want)
		}
	}
}

// TestLayerAt looks at every state that random edits led through, and brings
// some of them back.
func TestLayerAt(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, work := begin(t, p, 0, author)
	states := map[annotate.ID]annotate.Layer{"": session.State().Layer}
	s := newScribbler(t, session)
	for range 150 {
		s.edit()
		last, err := p.History(t.Context(), HistoryQuery{Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		states[last[0].Entry] = s.layer()
	}
	random := rand.New(rand.NewPCG(5, 8))
	for entry, want := range states {
		got, err := p.LayerAt(t.Context(), work.Layer.ID, entry)
		if err != nil || !got.Equal(want) {
			t.Fatalf("after %q the layer is not what it was (%v)", entry, err)
		}
		if random.IntN(5) > 0 {
			continue
		}
		back := annotate.Between(session.State().Layer, got)
		back.Name = "Bring back"
		if err := session.Do(back); err != nil || !session.State().Layer.Equal(want) {
			t.Fatalf("the state after %q cannot be brought back: %v", entry, err)
		}
	}
	if _, err := p.LayerAt(t.Context(), work.Layer.ID, annotate.NewID()); err == nil {
		t.Error("there is a state after no edit")
	}
	if _, err := p.LayerAt(t.Context(), annotate.NewID(), ""); err == nil {
		t.Error("there is a layer that is none")
	}
	checkClean(t, p)
}
