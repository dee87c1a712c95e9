package window

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/glossator/glossator/storage"
)

// sheetText is all text of a column.
func textOf(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *fyne.Container:
		var all []string
		for _, inner := range o.Objects {
			all = append(all, textOf(inner))
		}
		return strings.Join(all, "\n")
	case *prose:
		return o.text
	case *line:
		return o.text
	}
	return ""
}

func TestOneGoesBackToASnapshot(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.project.Path()
	d.do("snapshots")
	before := len(d.snapshots.all)
	d.snapshots.take.OnTapped()
	d.wait()
	d.expectSaid("A snapshot was kept")
	if n := len(d.snapshots.all); n != before+1 {
		t.Fatalf("%d snapshots are listed, %d were before", n, before)
	}
	d.press("Escape").drag("Monday").press("4").expectSpans("place: Vessmark", "claim: Monday")
	d.do("snapshots")
	d.wait()
	if said := textOf(d.snapshots.preview); !strings.Contains(said, "1 span; now there are 2") || !strings.Contains(said, "Mill fire  ·  ") {
		t.Errorf("going back is said to change %q", said)
	}
	d.press("Return").expectDialog("Go back to this snapshot?").press("Return").wait()
	d.expectDialog("").expectArticle("Mill fire").expectSpans("place: Vessmark").expectSaid("as it was on")
	if aside, err := filepath.Glob(path + ".replaced-*"); err != nil || len(aside) != 1 {
		t.Errorf("what was there before is kept as %q, %v", aside, err)
	}
}

func TestASnapshotIsKeptAtClosing(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.project.Path()
	before, err := storage.Snapshots(path)
	if err != nil {
		t.Fatal(err)
	}
	d = d.again()
	after, err := storage.Snapshots(path)
	if err != nil || len(after) != len(before)+1 {
		t.Fatalf("%d snapshots are there, %d were before, %v", len(after), len(before), err)
	}
	d = d.again()
	if again, err := storage.Snapshots(path); err != nil || len(again) != len(after) {
		t.Errorf("a snapshot was kept although nothing had changed: %d, %v", len(again), err)
	}
	d.open("Mill fire").drag("Monday").press("4").press("Ctrl+Q").expectDialog("Keeping a snapshot").button("Close without it").wait()
	if err := d.project.Close(); err != nil {
		t.Error(err)
	}
	d.Window.close()
	left, err := filepath.Glob(path + ".snapshots/*.tmp*")
	if err != nil || len(left) > 0 {
		t.Errorf("%q is left, %v", left, err)
	}
}

func TestASnapshotIsKeptWhileWorking(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	d.snapshotNow()
	d.wait()
	d.expectSaid("A snapshot of the project was kept").drag("Monday").press("4").expectSpans("place: Vessmark", "claim: Monday")
}

// TestADamagedProjectIsShownAndSaved breaks a project of which there is a snapshot.
func TestADamagedProjectIsShownAndSaved(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.project.Path()
	d.do("snapshots")
	d.snapshots.take.OnTapped()
	d.wait()
	d.press("Escape").closeProject()
	damage(t, path)
	d.Window.open(path)
	d.expectDialog("This project is damaged")
	if said := d.dialogText(); !strings.Contains(said, "is sound") {
		t.Errorf("the dialog says %q", said)
	}
	d.button("Save what can be read…").expectDialog("Save what can be read").press("Return").wait()
	d.expectDialog("Saved what could be read").press("Return")
	if !strings.HasSuffix(d.project.Path(), " salvaged.gloss") || d.list.total != 3 {
		t.Errorf("%s is open, with %d articles", d.project.Path(), d.list.total)
	}
	d.Window.open(path)
	d.expectDialog("This project is damaged").button("Restore a snapshot…").wait()
	d.press("Return").expectDialog("Go back to this snapshot?").press("Return").wait()
	d.expectDialog("").open("Mill fire").expectSpans("place: Vessmark")
}

// damage overwrites pages in the middle of a file.
func damage(t *testing.T, path string) {
	t.Helper()
	if _, err := os.Stat(path + "-wal"); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s has a log: %v", path, err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(data) - 3*4096; i < len(data)-2*4096; i++ {
		data[i] = 0xa5
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
