package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// locked closes the project and opens it again where it cannot be written.
func (d *driver) locked() *driver {
	d.Helper()
	path := d.project.Path()
	d.quit()
	d.Window.close()
	folder := filepath.Dir(path)
	for place, mode := range map[string]os.FileMode{path: 0o400, folder: 0o500} {
		if err := os.Chmod(place, mode); err != nil {
			d.Fatal(err)
		}
	}
	d.Cleanup(func() {
		if err := os.Chmod(folder, 0o700); err != nil {
			d.Error(err)
		}
	})
	return beginIn(d.T, d.app, Options{Project: path})
}

func TestAProjectThatCanOnlyBeReadSaysSo(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2").locked().open("Mill fire")
	if !d.project.ReadOnly() {
		t.Skip("this user may write everywhere")
	}
	if b := d.page.header.badge; !b.Visible() || b.word.text != "Read-only" || !strings.Contains(b.why, "can only be read") {
		t.Errorf("the badge says %q, for %q", b.word.text, b.why)
	}
	d.drag("Monday").press("1").expectSaid("can only be read").expectDialog("")
	d.say("")
	d.tap("actor").expectSaid("can only be read")
	if b := d.panel.labels.buttons[0]; !b.off {
		t.Error("the label's button looks as if it did something")
	}
	d.say("")
	d.press("Ctrl+Return").expectSaid("can only be read")
	d.press("Escape")
	if !d.panel.card.note.Disabled() {
		t.Error("a note can be typed")
	}
}
