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

// A Kept is an entry as a session goes on from it. A past may be long, and little
// of it is ever undone: what an entry did is read when somebody asks.
type Kept struct {
	ID     ID
	Author ID
	At     time.Time
	Move   Move
	Name   string               // of the edit
	Edit   func() (Edit, error) // as it was applied
}

// Kept is an entry whose edit was read already.
func (e Entry) Kept() Kept {
	return Kept{e.ID, e.Author, e.At, e.Move, e.Edit.Name, func() (Edit, error) { return e.Edit, nil }}
}

// Keep makes a past of entries.
func Keep(entries []Entry) []Kept {
	past := make([]Kept, len(entries))
	for i, entry := range entries {
		past[i] = entry.Kept()
	}
	return past
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
