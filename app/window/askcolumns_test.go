package window

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestATableIsImportedByItsColumns(t *testing.T) {
	d := drive(t)
	path := filepath.Join(t.TempDir(), "stories.csv")
	write(t, path, "Slug,Story,Day,Page\nMill,The mill burned.,2025-01-02,3\nDam,The dam held.,2025-01-03,\n")
	d.importPaths([]string{path})
	d.wait()
	d.expectDialog("Import a table")
	pick := func(title, column string) {
		for _, f := range picksOf(d) {
			if f.title == title {
				f.pick.SetSelected(column)
			}
		}
	}
	if text := d.dialogText(); !strings.Contains(text, "The mill burned.") || !strings.Contains(text, "Day: 2025-01-02  ·  Page: 3  ·  Slug: Mill") {
		t.Errorf("the dialog says %q", text)
	}
	pick("Text", "Story")
	pick("Title", "Slug")
	pick("Date", "Day")
	if text := d.dialogText(); !strings.Contains(text, "The mill burned.") || !strings.Contains(text, "date: 2025-01-02  ·  Page: 3") {
		t.Errorf("the dialog says %q", text)
	}
	pick("Text", notThere)
	if text := d.dialogText(); !strings.Contains(text, "No article: choose the column") {
		t.Errorf("the dialog says %q", text)
	}
	d.press("Return").expectDialog("Import a table")
	pick("Text", "Story")
	d.press("Return").wait()
	d.expectDialog("Imported").press("Return").open("Mill")
	if text := d.view.Text(); text != "The mill burned." {
		t.Errorf("the article says %q", text)
	}
}

// picksOf are the fields of the dialog on top, by title.
func picksOf(d *driver) []columnField {
	fields := slices.Clone(columnFields)
	at := 0
	for _, o := range test.LaidOutObjects(d.dialog.body) {
		if pick, ok := o.(*picker); ok {
			fields[at].pick = pick
			at++
		}
	}
	return fields[:at]
}
