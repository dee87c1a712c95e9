package annotate

import (
	"fmt"
	"slices"
)

// A Value says something of an article as a whole: an attribute of the scheme,
// the note, or the status. A layer has at most one of each name.
type Value struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// The names of the values that every layer may have.
const (
	StatusValue = "status"
	NoteValue   = "note"
)

// A Status is how far an author is with an article.
type Status string

// The statuses. A layer without one is New.
const (
	New     Status = "new"
	Started Status = "started"
	Done    Status = "done"
	Skipped Status = "skipped"
	Flagged Status = "flagged"
)

// Statuses are all of them, in the order of work.
var Statuses = []Status{New, Started, Done, Skipped, Flagged}

// Check says that there is no such status; nil if there is.
func (s Status) Check() error {
	if !slices.Contains(Statuses, s) {
		return fmt.Errorf("there is no status %q; there are %v", string(s), Statuses)
	}
	return nil
}
