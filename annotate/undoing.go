package annotate

import "time"

// A history is the edits that can be undone and redone, as replaying the
// entries gives them.
type history struct{ done, undone []step }

// A step is an edit that can be undone or redone. One that follows goes on
// typing what the step before it typed: both are undone and redone together.
type step struct {
	edit    Edit
	at      time.Time
	follows bool
}

// typingPause is how long one may stop within a run of typing.
const typingPause = 4 * time.Second

// add goes on by one entry.
func (h *history) add(entry Entry) {
	switch entry.Move {
	case Do:
		done := step{edit: entry.Edit, at: entry.At}
		if n := len(h.done); n > 0 && entry.At.Sub(h.done[n-1].at) <= typingPause {
			done.follows = follows(h.done[n-1].edit, entry.Edit)
		}
		h.done, h.undone = append(h.done, done), nil
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
func (h *history) next(move Move) (e Edit, more bool) {
	if move == Undo {
		last := h.done[len(h.done)-1]
		return last.edit.Inverse(), last.follows
	}
	n := len(h.undone)
	return h.undone[n-1].edit, n > 1 && h.undone[n-2].follows
}

// names are what Undo and Redo would do, empty if nothing.
func (h *history) names() (undo, redo string) {
	if n := len(h.done); n > 0 {
		undo = h.done[n-1].edit.Name
	}
	if n := len(h.undone); n > 0 {
		redo = h.undone[n-1].edit.Name
	}
	return undo, redo
}
