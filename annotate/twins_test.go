package annotate_test

import (
	"errors"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestTwinsInOneEditAreRefused(t *testing.T) {
	d := sit(t, "The legion took <Kursk> on Tuesday")
	at := d.State().Selection.Range
	edit := func(labels ...string) annotate.Edit {
		var e annotate.Edit
		for _, label := range labels {
			e.Spans.Add = append(e.Spans.Add, annotate.Span{ID: annotate.NewID(), Range: at, Label: label})
		}
		return e
	}
	if err := d.Do(edit("place", "actor", "place")); !errors.Is(err, annotate.ErrTwin) {
		t.Errorf("two spans of one label and place: %v", err)
	}
	d.do(d.Do(edit("place", "actor")))
}
