package window

import (
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
			w, h := int(field.Size().Width), int(field.Size().Height)
			if got := face.draw(w, h).At(1, h/2); !same(got, colour(want)) {
				t.Errorf("%s: the edge of the list with %q is %v, not %v", variant, field.Selected, got, colour(want))
			}
		}
	}
}

// same reports whether two colours look the same.
func same(a, b color.Color) bool {
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	return ar == br && ag == bg && ab == bb && aa == ba
}
