package window

import (
	"image/png"
	"os"
	"path/filepath"
)

// capture keeps pictures of the window, light and dark, where GLOSSATOR_PICTURES names a folder.
func (d *driver) capture(name string) *driver {
	d.Helper()
	if os.Getenv("GLOSSATOR_PICTURES") == "" {
		return d
	}
	for _, variant := range []string{"light", "dark"} {
		d.setTheme(variant)
		d.capturePlain(name + "-" + variant)
	}
	return d
}

// capturePlain keeps a picture in the theme that is on.
func (d *driver) capturePlain(name string) *driver {
	d.Helper()
	folder := os.Getenv("GLOSSATOR_PICTURES")
	if folder == "" {
		return d
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		d.Fatal(err)
	}
	if err := png.Encode(file, d.win.Canvas().Capture()); err != nil {
		d.Fatal(err)
	}
	if err := file.Close(); err != nil {
		d.Fatal(err)
	}
	return d
}
