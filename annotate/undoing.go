package annotate

import "time"

// A history is the edits that can be undone and redone, as replaying the
// entries gives them.
type history struct{ done, undone []step }

// A step is an edit that can be undone or redone.
type step struct {
	name string
	at   time.Time
	edit func() (Edit, error)
}

// typingPause is how long one may stop within a run of typing.
const typingPause = 4 * time.Second

// add goes on by one entry.
func (h *history) add(entry Kept) {
	switch entry.Move {
	case Do:
		h.done, h.undone = append(h.done, step{entry.Name, entry.At, entry.Edit}), nil
	case Undo:
		h.done, h.undone = pass(h.done, h.undone)
	case Redo:
		h.undone, h.done = pass(h.undone, h.done)
	}
}

// pass takes the last step of one list to the end of another.
func pass(from, to []step) (rest, more []step) {
	last := len(from) - 1
	return from[:last], append(to, from[last])
}

// fits reports whether an entry can follow: there must be something to undo or
// redo.
func (h *history) fits(move Move) bool {
	return move == Do || move == Undo && len(h.done) > 0 || move == Redo && len(h.undone) > 0
}

// next is the edit that undoes or redoes one step, and whether another is to be
// undone or redone with it.
func (h *history) next(move Move) (e Edit, more bool, err error) {
	if move == Undo {
		n := len(h.done)
		if e, err = h.done[n-1].edit(); err == nil && n > 1 {
			more = h.done[n-1].follows(h.done[n-2])
		}
		return e.Inverse(), more, err
	}
	n := len(h.undone)
	if e, err = h.undone[n-1].edit(); err == nil && n > 1 {
		more = h.undone[n-2].follows(h.undone[n-1])
	}
	return e, more, err
}

// follows reports whether a step goes on typing what the one before it typed:
// both are undone and redone together. A step that cannot be read goes with no other.
func (s step) follows(before step) bool {
	if s.at.Sub(before.at) > typingPause {
		return false
	}
	first, unread := before.edit()
	then, err := s.edit()
	return unread == nil && err == nil && follows(first, then)
}

// names are what Undo and Redo would do, empty if nothing.
func (h *history) names() (undo, redo string) {
	if n := len(h.done); n > 0 {
		undo = h.done[n-1].name
	}
	if n := len(h.undone); n > 0 {
		redo = h.undone[n-1].name
	}
	return undo, redo
}
