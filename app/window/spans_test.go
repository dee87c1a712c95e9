package window

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// driveWords drives a window with an article open of so many words, "w000 w001 …".
func driveWords(t *testing.T, count int) *driver {
	t.Helper()
	d := drive(t)
	var text strings.Builder
	for i := range count {
		fmt.Fprintf(&text, "w%03d ", i)
	}
	path := filepath.Join(t.TempDir(), "many.txt")
	write(t, path, "Many words\n\n"+text.String()+"\n")
	d.importPaths([]string{path})
	d.wait()
	return d.press("Escape").open("Many words")
}

// The row of the span that was made last, or is walked to, lies wholly in sight, and not in the shadow at
// the edge of the list.
func TestTheChosenSpanIsInSight(t *testing.T) {
	d := driveWords(t, 60)
	for i := range 60 {
		d.drag(fmt.Sprintf("w%03d", i*23%60)).press("1")
		d.expectRowInSight()
	}
	for range 60 {
		d.press("Tab").expectRowInSight()
	}
	for range 60 {
		d.press("Shift+Tab").expectRowInSight()
	}
}

// expectRowInSight looks where the row of the chosen span lies in its list.
func (d *driver) expectRowInSight() {
	d.Helper()
	s := d.panel.spans
	chosen, list, last := s.place(s.chosen), s.list, s.layer.SpanCount()-1
	height := newSpanRow(d.Window).MinSize().Height
	top := float32(chosen)*(height+size(theme.SizeNamePadding)) - list.GetScrollOffset()
	bottom, room, shadow := top+height, list.Size().Height, float32(8)
	if top < 0 || bottom > room+0.1 || top < shadow && chosen > 0 || bottom > room-shadow && chosen < last {
		d.Errorf("row %d of %d lies at %v–%v in a list as high as %v", chosen, last, top, bottom, room)
	}
}

// An edit does not throw the rows of the list away: making all of them anew takes longer than all else that an edit does.
func TestAnEditKeepsTheRowsOutOfSight(t *testing.T) {
	d := driveWords(t, 200)
	body := d.session.State().Article.Text
	var spans annotate.Change[annotate.Span]
	for i := range 200 {
		at := strings.Index(body, fmt.Sprintf("w%03d ", i))
		spans.Add = append(spans.Add, annotate.Span{ID: annotate.NewID(), Label: "place", Range: annotate.Range{Start: at, End: at + 4}})
	}
	if err := d.session.Do(annotate.Edit{Name: "All", Spans: spans}); err != nil {
		t.Fatal(err)
	}
	list, made := d.panel.spans.list, 0
	create := list.CreateItem
	list.CreateItem = func() fyne.CanvasObject {
		made++
		return create()
	}
	for i := range 40 {
		if i == 10 {
			made = 0 // by then there are as many as are ever in sight, twice
		}
		span := spans.Add[i*71%200]
		span.ID, span.Label = annotate.NewID(), "claim"
		if err := d.session.Do(annotate.Edit{Name: "One", Spans: annotate.Change[annotate.Span]{Add: []annotate.Span{span}}}); err != nil {
			t.Fatal(err)
		}
		d.session.SelectSpan(span.ID)
		d.expectRowInSight()
		if row := d.rowOf(span.ID); !strings.Contains(row.quote.text, span.Quote(body)) || !row.at {
			t.Fatalf("the row of %q shows %q", span.Quote(body), row.quote.text)
		}
	}
	if made > 30 { // Fyne keeps them in a pool, of which the collector of garbage takes a few
		t.Errorf("30 edits made %d rows anew", made)
	}
}

// Whatever is added, taken away and scrolled: each row of the list shows the span that is at its place, and no
// two the same, those just out of sight too.
func TestEachRowShowsWhatIsAtItsPlace(t *testing.T) {
	d := drive(t).open("Mill fire")
	body, random := d.view.Text(), rand.New(rand.NewPCG(5, 6))
	at := wordStarts(body)
	for n := range 300 {
		spans := d.session.State().Layer.Spans()
		var change annotate.Change[annotate.Span]
		switch k := random.IntN(8); {
		case k < 3:
			for range 1 + 30*ones(k == 0) {
				start := at[random.IntN(len(at))]
				span := annotate.Span{ID: annotate.NewID(), Label: []string{"actor", "place", "claim"}[n%3],
					Range: annotate.Trim(body, annotate.Range{Start: start, End: min(len(body), start+4+random.IntN(30))})}
				twin := func(other annotate.Span) bool { return other.Range == span.Range && other.Label == span.Label }
				if !slices.ContainsFunc(spans, twin) && !slices.ContainsFunc(change.Add, twin) {
					change.Add = append(change.Add, span)
				}
			}
		case k < 6 && len(spans) > 0:
			first := random.IntN(len(spans))
			change.Remove = spans[first:min(len(spans), first+1+random.IntN(20)*ones(k == 3))]
		case k == 6:
			d.panel.spans.list.ScrollToOffset(random.Float32() * 3000)
		case len(spans) > 0:
			d.session.SelectSpan(spans[random.IntN(len(spans))].ID)
		}
		if err := d.session.Do(annotate.Edit{Name: "Some", Spans: change}); err != nil {
			t.Fatal(err)
		}
		d.expectRows(fmt.Sprintf("step %d", n))
	}
}

// wordStarts are the offsets at which the words of a text begin.
func wordStarts(text string) []int {
	var starts []int
	for i := range text {
		if i > 0 && text[i-1] == ' ' && text[i] != ' ' {
			starts = append(starts, i)
		}
	}
	return starts
}

// expectRows looks at all rows of the list that Fyne holds.
func (d *driver) expectRows(when string) {
	d.Helper()
	s, state, rows := d.panel.spans, d.session.State(), 0
	for _, o := range s.list.area.Content.(*fyne.Container).Objects {
		row, is := test.WidgetRenderer(o.(fyne.Widget)).Objects()[1].(*spanRow)
		if !is {
			continue // a line between rows
		}
		rows++
		i := int(o.Position().Y/s.list.pitch() + 0.5)
		span := state.Layer.SpanAt(i)
		want := spanShown{d.label(span.Label).Shown(), quote(state.Article.Text, span, 160), d.hue(d.label(span.Label)), s.depth[i], false, false, span.ID == state.Selection.Span}
		if row.shows != want {
			d.Fatalf("%s: row %d of %d shows %+v, not %+v", when, i, state.Layer.SpanCount(), row.shows, want)
		}
	}
	if inSight := int(s.list.Size().Height / s.list.pitch()); rows < min(inSight, state.Layer.SpanCount()) {
		d.Fatalf("%s: there are %d rows for %d spans, and room for %d", when, rows, state.Layer.SpanCount(), inSight)
	}
}

// rowOf is the row in the list that shows a span.
func (d *driver) rowOf(id annotate.ID) *spanRow {
	d.Helper()
	row, shown := d.panel.spans.list.shown[d.panel.spans.place(id)].(*spanRow)
	if !shown {
		d.Fatalf("no row shows span %s", id)
	}
	return row
}
