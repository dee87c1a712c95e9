package window

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// capture keeps a picture of the window where GLOSSATOR_PICTURES names a folder, to be looked at.
func (d *driver) capture(name string) *driver {
	d.Helper()
	folder := os.Getenv("GLOSSATOR_PICTURES")
	if folder == "" {
		return d
	}
	for _, variant := range []string{"light", "dark"} {
		d.setTheme(variant)
		file, err := os.Create(filepath.Join(folder, name+"-"+variant+".png"))
		if err != nil {
			d.Fatal(err)
		}
		if err := png.Encode(file, d.win.Canvas().Capture()); err != nil {
			d.Fatal(err)
		}
		if err := file.Close(); err != nil {
			d.Fatal(err)
		}
	}
	return d
}

func TestThePaletteDoesCommands(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("Ctrl+K").expectDialog("Commands")
	d.capture("palette").write("also pl").capture("palette-found")
	d.press("Escape").expectDialog("").press("Ctrl+K").write("flag").press("Return").expectDialog("").expectSaid("Flagged")
	d.press("Ctrl+K").write("remove").press("Return").expectSaid("No span is selected")
	d.press("Ctrl+K").write("status").press("Escape").press("Ctrl+K").write("sp").press("Down", "Down", "Up", "Up", "Return")
	for d.dialog != nil {
		d.dialog.escape()
	}
	d.press("Ctrl+K").write("qqq").press("Return").expectDialog("Commands")
}

func TestPicturesOfTheBarsBelowTheText(t *testing.T) {
	d := drive(t).open("Mill fire").drag("brigade").press("1").press("Ctrl+F").write("fire").capture("find")
	d.press("Escape").drag("fire brigade").press("Escape").drag("fire").press("4", "Ctrl+T").capture("tagging")
	d.press("Escape", "Ctrl+Home", "Tab").capture("chosen")
}
