package storage

import (
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// sequencesOf is how many sequences one project holds.
const sequencesOf = 25

// TestSequences makes sequences of 100 random edits, with reopening in between,
// undoes them and redoes them, comparing the layers at each step; then it
// replays their history to each of its points, and brings one of them back.
func TestSequences(t *testing.T) {
	t.Parallel()
	sequences := figure(12, 1000)
	var points, reopenings atomic.Int64
	t.Run("", func(t *testing.T) {
		for first := 0; first < sequences; first += sequencesOf {
			t.Run(fmt.Sprint(first), func(t *testing.T) {
				t.Parallel()
				r := rehearsal{t: t, p: newProjectIn(t, inMemory(t))}
				r.author = person(t, r.p, "Ana")
				for n := range sequencesOf {
					mustImport(t, r.p, ImportOptions{}, article(fmt.Sprint(n), fmt.Sprintf("%d. %s", n, mixed)))
				}
				for n := range min(sequencesOf, sequences-first) {
					r.sequence(n, uint64(first+n))
				}
				checkClean(t, r.p)
				points.Add(int64(r.points))
				reopenings.Add(int64(r.reopenings))
			})
		}
	})
	enter(t, line{what: "sequences of 100 edits", tried: sequences, acknowledged: int(points.Load()) - sequences, remark: fmt.Sprintf(
		"undone and redone, with %d reopenings; %d points of their histories replayed, the same", reopenings.Load(), points.Load())})
}

// A rehearsal makes sequences of edits in one project.
type rehearsal struct {
	t                  *testing.T
	p                  *Project
	author             annotate.Author
	points, reopenings int
}

// sequence makes one on the nth article.
func (r *rehearsal) sequence(n int, seed uint64) {
	r.t.Helper()
	session, _ := begin(r.t, r.p, n, r.author)
	s := newScribbler(r.t, session)
	s.rand = rand.New(rand.NewPCG(seed, 1))
	s.moves = []annotate.Layer{s.layer()}
	for s.done < 100 {
		if s.edit(); s.rand.IntN(40) == 0 {
			r.reopen(s, n)
		}
	}
	for s.done > 0 {
		s.undo()
	}
	r.reopen(s, n)
	for s.session.State().Redo != "" {
		s.redo()
	}
	r.points += len(s.moves)
	compareMoves(r.t, r.p, s)
}

// reopen closes the project in the middle of a sequence and goes on.
func (r *rehearsal) reopen(s *scribbler, n int) {
	r.t.Helper()
	r.reopenings++
	r.p = reopen(r.t, r.p)
	session, work := begin(r.t, r.p, n, r.author)
	if !work.Layer.Equal(s.layer()) {
		r.t.Fatalf("article %d: after reopening the layer is not what it was", n)
	}
	s.session = session
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
		edit, err := entry.Edit()
		if err != nil {
			t.Fatal(err)
		}
		if replayed, err = replayed.Apply(edit); err != nil || !replayed.Equal(s.moves[i+1]) {
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
