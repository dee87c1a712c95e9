package storage

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestSequences makes sequences of 100 random edits, with reopening in between,
// undoes them and redoes them, comparing the layers at each step; then it
// replays their history to each of its points, and brings one of them back.
func TestSequences(t *testing.T) {
	t.Parallel()
	sequences := figure(12, 1000)
	points, reopenings := 0, 0
	p := newProject(t)
	author := person(t, p, "Ana")
	for n := range sequences {
		mustImport(t, p, ImportOptions{}, article(fmt.Sprint(n), fmt.Sprintf("%d. %s", n, mixed)))
		session, _ := begin(t, p, n, author)
		s := newScribbler(t, session)
		s.rand = rand.New(rand.NewPCG(uint64(n), 1))
		s.moves = []annotate.Layer{s.layer()}
		again := func() {
			reopenings++
			p = reopen(t, p)
			session, work := begin(t, p, n, author)
			if !work.Layer.Equal(s.layer()) {
				t.Fatalf("sequence %d: after reopening the layer is not what it was", n)
			}
			s.session = session
		}
		for s.done < 100 {
			if s.edit(); s.rand.IntN(40) == 0 {
				again()
			}
		}
		for s.done > 0 {
			s.undo()
		}
		again()
		for s.session.State().Redo != "" {
			s.redo()
		}
		points += len(s.moves)
		compareMoves(t, p, s)
	}
	checkClean(t, p)
	enter(t, line{what: "sequences of 100 edits", tried: sequences, acknowledged: points - sequences, remark: fmt.Sprintf(
		"undone and redone, with %d reopenings; %d points of their histories replayed, the same", reopenings, points)})
}

// compareMoves replays a history to each of its points, and brings one back.
func compareMoves(t *testing.T, p *Project, s *scribbler) {
	t.Helper()
	now := s.layer()
	work, err := p.Work(t.Context(), now.Article, now.Author)
	if err != nil || len(work.Past)+1 != len(s.moves) {
		t.Fatalf("%d entries for %d moves: %v", len(work.Past), len(s.moves)-1, err)
	}
	replayed := annotate.Layer{ID: now.ID, Article: now.Article, Author: now.Author}
	for i, entry := range work.Past {
		if replayed, err = replayed.Apply(entry.Edit); err != nil || !replayed.Equal(s.moves[i+1]) {
			t.Fatalf("after entry %d the history leads to another layer: %v", i+1, err)
		}
	}
	point := s.rand.IntN(len(work.Past))
	then, err := p.LayerAt(t.Context(), now.ID, work.Past[point].ID)
	if err != nil || !then.Equal(s.moves[point+1]) {
		t.Fatalf("entry %d leads to another layer: %v", point+1, err)
	}
	back := annotate.Between(now, then)
	back.Name = "Bring back"
	if now.Equal(then) {
		return
	}
	if err := s.session.Do(back); err != nil {
		t.Fatal(err)
	}
	if work, err = p.Work(t.Context(), now.Article, now.Author); err != nil || !work.Layer.Equal(then) {
		t.Fatalf("entry %d was brought back as another layer: %v", point+1, err)
	}
}
