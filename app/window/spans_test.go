package window

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// The row of the span that was made last, or is walked to, lies wholly in sight, and not in the shadow at
// the edge of the list.
func TestTheChosenSpanIsInSight(t *testing.T) {
	d := drive(t)
	var text strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "w%02d ", i)
	}
	path := filepath.Join(t.TempDir(), "many.txt")
	write(t, path, "Many words\n\n"+text.String()+"\n")
	d.importPaths([]string{path})
	d.wait()
	d.press("Escape").open("Many words")
	for i := range 60 {
		d.drag(fmt.Sprintf("w%02d", i*23%60)).press("1")
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
	d := drive(t)
	var text strings.Builder
	for i := range 200 {
		fmt.Fprintf(&text, "w%03d ", i)
	}
	path := filepath.Join(t.TempDir(), "many.txt")
	write(t, path, "Many words\n\n"+text.String()+"\n")
	d.importPaths([]string{path})
	d.wait()
	d.press("Escape").open("Many words")
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

// rowOf is the row in the list that shows a span.
func (d *driver) rowOf(id annotate.ID) *spanRow {
	d.Helper()
	row, shown := d.panel.spans.list.shown[d.panel.spans.place(id)].(*spanRow)
	if !shown {
		d.Fatalf("no row shows span %s", id)
	}
	return row
}
