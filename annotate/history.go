package annotate

import "time"

// An Entry is an edit as it is kept in the history: nothing is ever taken out
// of it. Undoing and redoing are entries too.
type Entry struct {
	ID     ID
	Layer  ID
	Author ID        // who did it
	At     time.Time // UTC, in whole milliseconds
	Move   Move
	Edit   Edit // as it was applied: that of an Undo is the inverse
}

// A Move says how an edit came to be.
type Move string

// The moves.
const (
	Do   Move = "do"
	Undo Move = "undo"
	Redo Move = "redo"
)

// A Saver keeps entries for good. When Save returns nil the entry and what it
// changes are on the disk; when it fails nothing is.
type Saver interface {
	Save(Entry) error
}

// A history is the edits that can be undone and redone, as replaying the
// entries gives them.
type history struct{ done, undone []Edit }

// add goes on by one entry.
func (h *history) add(move Move, e Edit) {
	switch move {
	case Do:
		h.done, h.undone = append(h.done, e), nil
	case Undo:
		h.done = h.done[:len(h.done)-1]
		h.undone = append(h.undone, e.Inverse())
	case Redo:
		h.undone = h.undone[:len(h.undone)-1]
		h.done = append(h.done, e)
	}
}

// fits reports whether an entry can follow: there must be something to undo or
// redo.
func (h *history) fits(move Move) bool {
	return move == Do || move == Undo && len(h.done) > 0 || move == Redo && len(h.undone) > 0
}

// names are what Undo and Redo would do, empty if nothing.
func (h *history) names() (undo, redo string) {
	if n := len(h.done); n > 0 {
		undo = h.done[n-1].Name
	}
	if n := len(h.undone); n > 0 {
		redo = h.undone[n-1].Name
	}
	return undo, redo
}
