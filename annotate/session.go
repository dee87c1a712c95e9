package annotate

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// A Session is one author at work on one article: the one mutable thing. Each
// edit is checked, then saved, then shown, so that what is on the screen is on
// the disk. It is for one goroutine.
type Session struct {
	scheme   Scheme
	saver    Saver
	state    State
	history  history
	watchers []*func(before, after State)
	shown    State // what the watchers have seen last
	unseen   bool  // the state has changed since
	showing  bool  // the watchers are being called
}

// A State is what a session shows at one moment. It is a value.
type State struct {
	Article   Article
	Layer     Layer
	Selection Selection
	Undo      string // the name of the edit that Undo would undo; empty if none
	Redo      string
	Depth     int // how many edits Undo can take back, each edit of a run of typing counted
}

// A Selection is what the author has chosen: a span, or a stretch of text. With
// a span, Range is the span's.
type Selection struct {
	Range Range
	Span  ID
}

// Sentences that tell an author why nothing was done.
var (
	ErrNothingSelected = errors.New("select some text first, or a span to relabel")
	ErrNoSpan          = errors.New("no span is selected")
	ErrNothingToUndo   = errors.New("there is nothing to undo")
	ErrNothingToRedo   = errors.New("there is nothing to redo")
	ErrTwin            = errors.New("these words have that label already")
)

// NewSession goes on with a layer as its past entries left it.
func NewSession(article Article, layer Layer, past []Kept, scheme Scheme, saver Saver) (*Session, error) {
	s := &Session{scheme: scheme, saver: saver, state: State{Article: article, Layer: layer}}
	for _, entry := range past {
		if !s.history.fits(entry.Move) {
			return nil, fmt.Errorf("the history of %q is broken: entry %s undoes or redoes what is not there", article.Title, entry.ID)
		}
		s.history.add(entry)
	}
	s.state = s.state.undoing(s.history)
	s.shown = s.state
	return s, nil
}

// State is what there is to see.
func (s *Session) State() State { return s.state }

// Scheme is what may be marked.
func (s *Session) Scheme() Scheme { return s.scheme }

// SetScheme goes on with a changed scheme.
func (s *Session) SetScheme(scheme Scheme) { s.scheme = scheme }

// Watch calls watcher after each change, until stop is called.
func (s *Session) Watch(watcher func(before, after State)) (stop func()) {
	p := &watcher
	s.watchers = append(s.watchers, p)
	return func() {
		s.watchers = slices.DeleteFunc(slices.Clone(s.watchers), func(q *func(before, after State)) bool { return q == p })
	}
}

// show goes on to a state and tells the watchers. When one of them changes
// something, all are told of that once they know of what came before it.
func (s *Session) show(after State) {
	s.state, s.unseen = after, true
	if s.showing {
		return
	}
	s.showing = true
	defer func() { s.showing = false }()
	for s.unseen {
		before, now := s.shown, s.state
		s.shown, s.unseen = now, false
		for _, w := range s.watchers {
			(*w)(before, now)
		}
	}
}

// Select chooses a stretch of text; an empty one is a caret.
func (s *Session) Select(r Range) {
	after := s.state
	after.Selection = Selection{Range: r}
	s.show(after)
}

// SelectSpan chooses a span; a span that is not there lets go of what is
// chosen.
func (s *Session) SelectSpan(id ID) {
	after := s.state
	span, _ := after.Layer.Span(id)
	after.Selection = Selection{span.Range, span.ID}
	s.show(after)
}

// Selected is the chosen span, if one is.
func (s *Session) Selected() (Span, bool) {
	return s.state.Layer.chosen(s.state.Selection)
}

func (s *Session) doThenSelect(e Edit, span Span) error {
	return s.commit(e, Selection{span.Range, span.ID})
}

// Do makes an edit. The first span on a new article makes it started, in the
// same edit.
func (s *Session) Do(e Edit) error {
	return s.commit(e, s.state.Selection)
}

// Undo takes back the last edit that was not taken back yet; of a run of typing
// all at once.
func (s *Session) Undo() error {
	if !s.history.fits(Undo) {
		return ErrNothingToUndo
	}
	return s.walk(Undo)
}

// Redo makes the edit again that was undone last.
func (s *Session) Redo() error {
	if !s.history.fits(Redo) {
		return ErrNothingToRedo
	}
	return s.walk(Redo)
}

// walk undoes or redoes a step, with those that belong to it. When one of them
// cannot be saved, those before it are undone or redone all the same.
func (s *Session) walk(move Move) error {
	after, then := s.state, s.state.Selection
	for walked := 0; ; walked++ {
		e, more, err := s.history.next(move)
		next := after
		if err == nil {
			next, err = s.keep(move, e, after)
		}
		if err != nil && walked == 0 {
			return err
		}
		if err == nil {
			after, then = next, s.selectionAfter(e)
		}
		if err != nil || !more {
			s.show(after.choosing(then))
			return err
		}
	}
}

// selectionAfter is the place where an edit did something to a span; otherwise
// what is chosen stays so.
func (s *Session) selectionAfter(e Edit) Selection {
	switch {
	case len(e.Spans.Add) > 0:
		return Selection{e.Spans.Add[0].Range, e.Spans.Add[0].ID}
	case len(e.Spans.Remove) > 0:
		return Selection{Range: e.Spans.Remove[0].Range}
	}
	return s.state.Selection
}

// commit checks an edit, saves it, then shows it.
func (s *Session) commit(e Edit, then Selection) error {
	e = s.starting(e)
	if err := check(e, s.state, s.scheme); err != nil {
		return err
	}
	after, err := s.keep(Do, e, s.state)
	if err != nil {
		return err
	}
	s.show(after.choosing(then))
	return nil
}

// keep saves an edit of a state and says what comes after it.
func (s *Session) keep(move Move, e Edit, after State) (State, error) {
	layer, err := after.Layer.Apply(e)
	if err != nil {
		return after, err
	}
	entry := Entry{ID: NewID(), Layer: layer.ID, Author: layer.Author.ID,
		At: time.Now().UTC().Truncate(time.Millisecond), Move: move, Edit: e}
	if err := s.saver.Save(entry); err != nil {
		return after, err
	}
	s.history.add(entry.Kept())
	after.Layer = layer
	return after.undoing(s.history), nil
}

// undoing is the state with what a history can undo and redo.
func (s State) undoing(h history) State {
	s.Undo, s.Redo = h.names()
	s.Depth = len(h.done)
	return s
}

// choosing is the state with another selection; a caret where the span that it
// chooses is not there.
func (s State) choosing(then Selection) State {
	s.Selection = then
	if _, there := s.Layer.chosen(then); !there && then.Span != "" {
		s.Selection = Selection{Range: Range{then.Range.Start, then.Range.Start}}
	}
	return s
}

// starting adds to an edit that the article is started now, if it was new.
func (s *Session) starting(e Edit) Edit {
	if len(e.Spans.Add) == 0 || s.state.Layer.Status() != New || len(e.Values.Add) > 0 {
		return e
	}
	return e.Then(Edit{Values: s.state.Layer.valueChange(StatusValue, string(Started))})
}

// Neighbour is the span after the chosen one in reading order, or before it
// when step is -1; around the ends it goes on at the other. Without a chosen
// span it is the next from the caret.
func (s *Session) Neighbour(step int) (Span, bool) {
	layer, chosen := s.state.Layer, s.state.Selection
	n := layer.SpanCount()
	if n == 0 {
		return Span{}, false
	}
	at := layer.PlaceOf(chosen.Span)
	if at < 0 {
		at = n
		for i, span := range layer.EachSpan() {
			if span.Start >= chosen.Range.Start {
				at = i
				break
			}
		}
		if step > 0 {
			at--
		}
	}
	return layer.SpanAt((at + step + n) % n), true
}
