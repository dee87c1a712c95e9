package window

import (
	"os"
	"testing"
)

func TestAnOlderCopyInTheProjectsPlaceIsNoticed(t *testing.T) {
	d := drive(t)
	path, older := d.project.Path(), t.TempDir()+"/older.gloss"
	d = d.again()
	d.closeProject()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(older, data, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Window.open(path)
	d.open("Mill fire").drag("Vessmark").press("2").expectSpans("place: Vessmark")
	d.closeProject()
	if err := os.Rename(older, path); err != nil {
		t.Fatal(err)
	}
	d.Window.open(path)
	d.expectDialog("The last edits are missing in this project")
}
