package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/storage"
)

func TestTheCountOfARowStaysBesideTheScrollBar(t *testing.T) {
	drive(t)
	row := newArticleRow()
	row.Resize(fyne.NewSize(240, row.MinSize().Height))
	for _, c := range []struct {
		count int
		want  string
	}{{3, "3"}, {10_000, "10,000"}} {
		row.show(storage.Row{Title: "A long title of an article about the fire in the mill", Spans: c.count}, false)
		driver := fyne.CurrentApp().Driver()
		right := driver.AbsolutePositionForObject(row.spans).X - driver.AbsolutePositionForObject(row).X + row.spans.Size().Width
		if row.spans.text != c.want || row.spans.Size().Width < row.spans.MinSize().Width || right > row.Size().Width-size(theme.SizeNameScrollBar) {
			t.Errorf("%q is %v wide, not %v, and ends at %v of %v, where the scroll bar is", row.spans.text, row.spans.Size().Width, row.spans.MinSize().Width, right, row.Size().Width)
		}
	}
}

// Rows in sight are known by what they show, however many Fyne has thrown away.
func TestRowsInSightAreKnown(t *testing.T) {
	d := drive(t)
	list := d.list.list
	for i := range 2 * mostRows {
		list.note(1000+i, newArticleRow()) // as if the list had been longer
	}
	if n := len(list.at); n > mostRows || n != len(list.shown) {
		t.Errorf("%d rows are known, by %d items", n, len(list.shown))
	}
	for range 50 {
		list.Refresh()
	}
	inSight := 0
	for _, o := range test.LaidOutObjects(d.list.object) {
		if row, is := o.(*articleRow); is {
			inSight++
			if i, known := list.at[row]; !known || list.shown[i] != row {
				t.Errorf("the row of %q is not known", row.shows.title)
			}
		}
	}
	if inSight != len(reports) {
		t.Errorf("%d rows are in sight, not %d", inSight, len(reports))
	}
}
