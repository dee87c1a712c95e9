package window

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestAFullDiskRefusesAnEdit works on a disk of two megabytes that becomes full.
func TestAFullDiskRefusesAnEdit(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("none", disk, "tmpfs", 0, "size=2m"); err != nil {
		t.Skip("this process may mount nothing:", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	d := drive(t)
	d.makeProject(filepath.Join(disk, "news.gloss"))
	folder := t.TempDir()
	write(t, filepath.Join(folder, "1.txt"), "Mill fire\n\nThe mill at Vessmark burned on Monday.\n")
	d.importPaths([]string{folder})
	d.wait()
	d.press("Escape").open("Mill fire").drag("Vessmark").press("2").expectSpans("place: Vessmark")
	ballast := filepath.Join(disk, "ballast")
	file, err := os.Create(ballast)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = file.Write(make([]byte, 512))
	}
	file.Close()
	for range 200 { // what there is room for in the log is saved
		if d.drag("Monday").press("4"); d.dialog != nil {
			break
		}
		d.press("Ctrl+Z")
	}
	d.expectDialog("This was not saved").expectSaid("full").press("Return")
	before := len(d.session.State().Layer.Spans())
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	d.drag("burned").press("1")
	if n := len(d.session.State().Layer.Spans()); n != before+1 || d.dialog != nil {
		t.Errorf("with room again there are %d spans, %d were before", n, before)
	}
}
