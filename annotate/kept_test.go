package annotate_test

import (
	"errors"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// TestAPastIsReadWhenItIsUndone goes on from a past of which the first edit
// cannot be read: what came after it is undone, then the error is told and
// nothing changes.
func TestAPastIsReadWhenItIsUndone(t *testing.T) {
	d := sit(t, "<Amrel> and Port")
	d.do(d.Tag("place"))
	d.Select(annotate.Range{Start: len("Amrel and "), End: len("Amrel and Port")})
	d.do(d.Tag("place"))
	past := annotate.Keep(d.memory.entries)
	errSpoilt := errors.New("this cannot be read")
	reads := 0
	for i, read := range []func() (annotate.Edit, error){
		func() (annotate.Edit, error) { return annotate.Edit{}, errSpoilt },
		past[1].Edit,
	} {
		past[i].Edit = func() (annotate.Edit, error) {
			reads++
			return read()
		}
	}
	past[1].At = past[1].At.Add(5 * time.Second) // so that the two are no run
	s, err := annotate.NewSession(d.State().Article, d.State().Layer, past, news, d.memory)
	if err != nil || reads > 0 || s.State().Undo != "Label as place" || s.State().Depth != 2 {
		t.Fatalf("%v, %d edits were read, %+v", err, reads, s.State())
	}
	if err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	before := s.State()
	if err := s.Undo(); !errors.Is(err, errSpoilt) || !s.State().Layer.Equal(before.Layer) || s.State().Depth != 1 {
		t.Errorf("%v, and it shows %+v", err, s.State())
	}
	if len(d.memory.entries) != 3 {
		t.Errorf("%d entries were saved", len(d.memory.entries))
	}
}
