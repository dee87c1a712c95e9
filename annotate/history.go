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
