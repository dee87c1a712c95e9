package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// A scribbler makes random edits in a session and remembers the layer at each
// depth of its history.
type scribbler struct {
	t       testing.TB
	rand    *rand.Rand
	session *annotate.Session
	states  []annotate.Layer // states[n] is the layer when n edits are done
	done    int
	moves   []annotate.Layer // the layer after each move, if there is one to begin with
}

func newScribbler(t testing.TB, session *annotate.Session) *scribbler {
	return &scribbler{t: t, rand: rand.New(rand.NewPCG(7, 11)), session: session,
		states: []annotate.Layer{session.State().Layer}}
}

func (s *scribbler) layer() annotate.Layer { return s.session.State().Layer }

// edit makes one edit; once in a while it undoes and redoes some first.
func (s *scribbler) edit() {
	s.t.Helper()
	for s.rand.IntN(10) == 0 && s.done > 0 {
		s.undo()
	}
	for s.rand.IntN(8) == 0 && s.session.State().Redo != "" {
		s.redo()
	}
	before := s.layer()
	for before.Equal(s.layer()) {
		if err := s.oneOf(); err != nil {
			s.t.Fatal(err)
		}
	}
	s.done++
	s.states = append(s.states[:s.done], s.layer())
	s.moved()
}

// moved notes the layer after a move, if moves are noted.
func (s *scribbler) moved() {
	if s.moves != nil {
		s.moves = append(s.moves, s.layer())
	}
}

func (s *scribbler) undo() {
	s.t.Helper()
	if err := s.session.Undo(); err != nil {
		s.t.Fatal(err)
	}
	s.done--
	s.compare()
}

func (s *scribbler) redo() {
	s.t.Helper()
	if err := s.session.Redo(); err != nil {
		s.t.Fatal(err)
	}
	s.done++
	s.compare()
}

func (s *scribbler) compare() {
	s.t.Helper()
	s.moved()
	if !s.layer().Equal(s.states[s.done]) {
		s.t.Fatalf("with %d edits done the layer is not what it was", s.done)
	}
}

// oneOf tries an edit of some kind; it may turn out to change nothing, or words to have that label already.
func (s *scribbler) oneOf() error {
	if err := s.anyEdit(); !errors.Is(err, annotate.ErrTwin) {
		return err
	}
	return nil
}

func (s *scribbler) anyEdit() error {
	span, there := s.anySpan()
	if !there || s.rand.IntN(3) == 0 && len(s.layer().Spans()) < 30 {
		s.session.Select(s.anyRange())
		return s.session.Tag(s.anyLabel())
	}
	s.session.SelectSpan(span.ID)
	switch s.rand.IntN(8) {
	case 0:
		return s.session.Tag(s.anyLabel())
	case 1, 2:
		return s.session.Untag()
	case 3:
		span.Range, span.Gaps = s.anyRange(), nil
		return s.session.Change("Change range", span)
	case 4:
		span.Note = strings.Repeat(string(rune('а'+s.rand.IntN(32))), 5) // unlike the note before: typing on is undone at once
		return s.session.Change("Change note", span)
	case 5:
		label, _ := newsScheme.Label(span.Label)
		if len(label.Attributes) == 0 {
			return nil
		}
		span.Attrs = annotate.Attrs{label.Attributes[0].Name: fmt.Sprint(10 + s.rand.IntN(90))}
		return s.session.Change("Change attribute", span)
	case 6:
		return s.link(span)
	}
	return s.value()
}

// link joins a span to another, or takes a link away.
func (s *scribbler) link(span annotate.Span) error {
	if links := s.layer().Links(); len(links) > 0 && s.rand.IntN(2) == 0 {
		return s.session.Do(annotate.Edit{Name: "Remove link", Links: annotate.Change[annotate.Link]{Remove: links[:1]}})
	}
	other, _ := s.anySpan()
	if other.ID == span.ID {
		return nil
	}
	link := annotate.Link{ID: annotate.NewID(), Kind: "source", From: span.ID, To: other.ID}
	return s.session.Do(annotate.Edit{Name: "Link", Links: annotate.Change[annotate.Link]{Add: []annotate.Link{link}}})
}

func (s *scribbler) value() error {
	switch s.rand.IntN(3) {
	case 0:
		return s.session.SetValue("Set status", annotate.StatusValue, string(annotate.Statuses[s.rand.IntN(len(annotate.Statuses))]))
	case 1:
		return s.session.SetValue("Write note", annotate.NoteValue, []string{"", "увага", "see “nór”"}[s.rand.IntN(3)])
	}
	return s.session.SetValue("Set topic", "topic", []string{"", "flood", "fire"}[s.rand.IntN(3)])
}

func (s *scribbler) anySpan() (annotate.Span, bool) {
	spans := s.layer().Spans()
	if len(spans) == 0 {
		return annotate.Span{}, false
	}
	return spans[s.rand.IntN(len(spans))], true
}

func (s *scribbler) anyLabel() string {
	return newsScheme.Labels[s.rand.IntN(len(newsScheme.Labels))].Name
}

// anyRange is a range between two characters of the text.
func (s *scribbler) anyRange() annotate.Range {
	var at []int
	for i := range s.session.State().Article.Text {
		at = append(at, i)
	}
	ends := []int{at[s.rand.IntN(len(at)-1)], at[1+s.rand.IntN(len(at)-1)]}
	slices.Sort(ends)
	if ends[0] == ends[1] {
		return s.anyRange()
	}
	return annotate.Range{Start: ends[0], End: ends[1]}
}

// reopen closes the project in the middle of the work and goes on.
func (s *scribbler) reopen(p *Project, author annotate.Author) *Project {
	s.t.Helper()
	p = reopen(s.t, p)
	session, work := begin(s.t, p, 0, author)
	if !work.Layer.Equal(s.layer()) {
		s.t.Fatalf("after reopening with %d edits done the layer is not what it was", s.done)
	}
	s.session = session
	return p
}

// TestRandomEdits makes thousands of random edits, undoes all and redoes all,
// with the project closed and opened in between, and compares the layers at each
// step.
func TestRandomEdits(t *testing.T) {
	t.Parallel()
	edits, reopenings := figure(3_000, 10_000), 12
	p := newProjectIn(t, inMemory(t))
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, _ := begin(t, p, 0, author)
	s := newScribbler(t, session)
	for n := 0; s.done < edits; n++ {
		s.edit()
		if n%(edits/reopenings*2) == 0 {
			p = s.reopen(p, author)
		}
	}
	p = s.reopen(p, author)
	for s.done > 0 {
		s.undo()
		if s.done%(edits/reopenings*3) == 0 {
			p = s.reopen(p, author)
		}
	}
	if got := s.layer(); len(got.Spans())+len(got.Links())+len(got.Values()) > 0 {
		t.Errorf("with everything undone there are %d spans, %d links, values %v", len(got.Spans()), len(got.Links()), got.Values())
	}
	for s.session.State().Redo != "" {
		s.redo()
		if s.done%(edits/reopenings*3) == 0 {
			p = s.reopen(p, author)
		}
	}
	if s.done != len(s.states)-1 {
		t.Errorf("%d edits are done after redoing, want %d", s.done, len(s.states)-1)
	}
	checkClean(t, p)
	enter(t, line{what: fmt.Sprintf("sequences of %d edits", edits), tried: 1, acknowledged: 3 * edits, remark: "undone and redone, with reopenings, the same at each step"})
}
