package annotate_test

import (
	"errors"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// typeNote sets the note of the span at a place of the reading order, as it
// grows under somebody's hands.
func (d desk) typeNote(at int, notes ...string) {
	d.t.Helper()
	for _, note := range notes {
		span := d.State().Layer.Spans()[at]
		span.Note = note
		d.do(d.Change("Change the note", span))
	}
}

func (d desk) wantNote(at int, want string) {
	d.t.Helper()
	if got := d.State().Layer.Spans()[at].Note; got != want {
		d.t.Errorf("the note is %q, not %q", got, want)
	}
}

func TestARunOfTypingIsUndoneAtOnce(t *testing.T) {
	d := sit(t, "[actor The legion] left [place Kursk]")
	d.typeNote(0, "on", "on the", "on te", "on the river")
	d.typeNote(1, "a", "a town")
	if n := len(d.memory.entries); n != 6 {
		t.Fatalf("%d entries were saved, not 6", n)
	}
	d.do(d.Undo())
	d.wantNote(1, "")
	d.wantNote(0, "on the river")
	d.do(d.Undo())
	d.wantNote(0, "")
	if err := d.Undo(); !errors.Is(err, annotate.ErrNothingToUndo) {
		t.Errorf("there is more to undo: %v", err)
	}
	d.do(d.Redo())
	d.wantNote(0, "on the river")
	again := restart(t, d, sit(t, "[actor The legion] left [place Kursk]").State().Layer)
	d.do(again.Redo())
	again.wantNote(1, "a town")
	d.do(again.Undo())
	d.do(again.Undo())
	again.wantNote(0, "")
}

func TestAnotherTextIsAnotherRun(t *testing.T) {
	d := sit(t, "[actor The legion] left")
	d.typeNote(0, "on the river", "in the town")
	d.do(d.Undo())
	d.wantNote(0, "on the river")
	d.do(d.SetValue("Change the note", annotate.NoteValue, "a"))
	d.do(d.SetValue("Change the note", annotate.NoteValue, "a b"))
	d.do(d.SetValue("Change the status", annotate.StatusValue, "flagged"))
	d.do(d.Undo())
	if got := d.State().Layer.Note(); got != "a b" || d.State().Layer.Status() == annotate.Flagged {
		t.Errorf("the note is %q", got)
	}
	d.do(d.Undo())
	if got := d.State().Layer.Note(); got != "" {
		t.Errorf("the note is %q", got)
	}
}

// A pause ends a run: what was typed an hour ago is not undone with what is typed now.
func TestAPauseEndsARun(t *testing.T) {
	d := sit(t, "[actor The legion] left")
	first := d.State().Layer
	d.typeNote(0, "on", "on the")
	d.memory.entries[0].At = d.memory.entries[0].At.Add(-time.Hour)
	again := restart(t, d, first)
	d.do(again.Undo())
	again.wantNote(0, "on")
}

func TestUndoingARunThatCannotBeSavedKeepsWhatCould(t *testing.T) {
	d := sit(t, "[actor The legion] left")
	d.typeNote(0, "on", "on the")
	d.memory.full = true
	if err := d.Undo(); !errors.Is(err, errFull) {
		t.Errorf("undoing said %v", err)
	}
	d.wantNote(0, "on the")
}
