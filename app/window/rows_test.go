package window

import (
	"testing"

	"fyne.io/fyne/v2"
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
