package window

import (
	"fmt"
	"os"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/glossator/glossator/annotate"
)

// look checks that what is selected and every span begin and end between characters.
func (u *anybody) look() {
	u.Helper()
	if u.session == nil {
		return
	}
	state := u.session.State()
	text := state.Article.Text
	stops, known := u.stops[state.Article.ID]
	if !known {
		stops = map[int]bool{0: true, len(text): true}
		for g := graphemes.FromString(text); g.Next(); {
			stops[g.Start()] = true
		}
		u.stops[state.Article.ID] = stops
	}
	must := func(what string, at ...int) {
		for _, offset := range at {
			if !stops[offset] {
				u.Fatalf("%s of %q is inside a character: %d", what, state.Article.Title, offset)
			}
		}
	}
	anchor, caret := u.view.Selection()
	if u.view.Text() == text {
		must("the text's selection", anchor, caret)
	}
	must("the selection", state.Selection.Range.Start, state.Selection.Range.End)
	for _, span := range state.Layer.Spans() {
		must("a span", span.Start, span.End)
		for _, gap := range span.Gaps {
			must("a gap", gap.Start, gap.End)
		}
	}
}

// endsWell closes what is open, compares all articles with the file, and undoes everything.
func (u *anybody) endsWell() {
	u.Helper()
	u.leavesAll()
	u.comesBack()
	u.expectWhatIsKept()
}

// expectWhatIsKept compares each article as it is shown with what the project file holds of it, and
// undoes all that was done to it.
func (d *driver) expectWhatIsKept() {
	d.Helper()
	d.list.clearFilter()
	for i := range d.list.matches {
		row, _ := d.list.row(i)
		d.openArticle(row.ID)
		shown := d.session.State()
		work, err := d.project.Work(d.Context(), row.ID, d.author)
		if err != nil {
			d.Fatal(err)
		}
		// A layer is made anew each time before its first edit.
		if begun := len(work.Past) > 0; begun != (shown.Undo+shown.Redo != "") || begun && !work.Layer.Equal(shown.Layer) {
			d.Errorf("%q is not kept as it is shown", row.Title)
		}
		if row.Spans != len(shown.Layer.Spans()) || row.Status != shown.Layer.Status() {
			d.Errorf("the list says %d spans and %s of %q", row.Spans, row.Status, row.Title)
		}
		for d.session.State().Undo != "" {
			if err := d.session.Undo(); err != nil {
				d.Fatal(err)
			}
		}
		if after := d.session.State().Layer; len(after.Spans())+len(after.Links())+len(after.Values()) > 0 {
			d.Errorf("with all undone %q has %v, %v, %v", row.Title, after.Spans(), after.Links(), after.Values())
		}
		if work, err = d.project.Work(d.Context(), row.ID, d.author); err != nil {
			d.Fatal(err)
		}
		if l := work.Layer; len(l.Spans())+len(l.Links())+len(l.Values()) > 0 {
			d.Errorf("with all undone the file holds %v, %v, %v of %q", l.Spans(), l.Links(), l.Values(), row.Title)
		}
		d.expectSpans().expectStatus(annotate.New)
	}
}

// Whatever is pressed and clicked, in any order: the window stands, it shows what is kept, nothing
// cuts a character in two, and undoing leads back to the beginning. With GLOSSATOR_TORTURE=1 in the
// environment it does that 100,000 times.
func TestAnythingCanBePressedAtAnyTime(t *testing.T) {
	seeds, events := uint64(2), 600
	if os.Getenv("GLOSSATOR_TORTURE") == "1" {
		seeds, events = 25, 4000
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			u := newAnybody(t, seed)
			for range events {
				u.acts()
			}
			u.leavesAll()
			u.comesBack()
			edits := u.edits()
			u.endsWell()
			if edits < events/100 {
				t.Errorf("%d events made only %d edits", events, edits)
			}
			t.Logf("%d events, %d edits", events, edits)
		})
	}
}

// FuzzWindow looks for what the random events of one seed can break. They are few enough for the ten
// seconds that the fuzzer waits, on a busy machine too.
func FuzzWindow(f *testing.F) {
	f.Add(uint64(1), uint16(100))
	f.Fuzz(func(t *testing.T, seed uint64, events uint16) {
		u := newAnybody(t, seed)
		for range events % 200 {
			u.acts()
		}
		u.endsWell()
	})
}
