package window

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// A drop-down list has the frame of the other fields in each theme, in the accent's colour where the
// keyboard is.
func TestDropDownListsHaveAFrame(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.exporting("out.jsonl")
	for _, variant := range []string{"light", "dark", "contrast"} {
		d.setTheme(variant)
		d.win.Canvas().Focus(d.dataset.form.format)
		for field, want := range map[*picker]fyne.ThemeColorName{d.dataset.form.format: theme.ColorNamePrimary, d.dataset.form.author: theme.ColorNameInputBorder} {
			face := test.WidgetRenderer(field).(*selectFace).face
			for range 2 {
				field.Refresh()
				if wide := face.raster.Size().Width; wide < field.Size().Width-3 {
					t.Errorf("%s: the frame of a list as wide as %v is %v wide", variant, field.Size().Width, wide)
				}
			}
			picture := face.draw(face.ink.Dx(), face.ink.Dy()).(*image.RGBA)
			left := picture.SubImage(image.Rect(0, face.ink.Dy()/2, face.ink.Dx(), face.ink.Dy()/2+1)).(*image.RGBA)
			got, ink := inkOf(t, left), color.NRGBAModel.Convert(colour(want)).(color.NRGBA)
			if got != [3]uint8{ink.R, ink.G, ink.B} {
				t.Errorf("%s: the edge of the list with %q is %v, not %v", variant, field.Selected, got, ink)
			}
		}
	}
}
