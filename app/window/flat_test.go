package window

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// inkOf is the colour of the first pixel of a picture that is opaque.
func inkOf(t *testing.T, picture *image.RGBA) [3]uint8 {
	t.Helper()
	for at := 0; at < len(picture.Pix); at += 4 {
		if picture.Pix[at+3] == 0xff {
			return [3]uint8(picture.Pix[at : at+3])
		}
	}
	t.Fatal("nothing is drawn")
	return [3]uint8{}
}

func TestIconsTakeTheColoursOfEachTheme(t *testing.T) {
	d := drive(t)
	for name, icon := range map[string]fyne.Resource{"themed": iconNext, "coloured": iconDown} {
		inks := map[[3]uint8]bool{}
		for _, variant := range []string{"light", "dark", "contrast"} {
			d.app.Settings().SetTheme(&look{variant: variant})
			inks[inkOf(t, iconPicture(icon, image.Pt(32, 32)))] = true
		}
		if len(inks) != 3 {
			t.Errorf("the %s icon has %d colours in three themes", name, len(inks))
		}
	}
}

// A screen may have more pixels than Fyne's scale says: what is flat fills its picture all the same.
func TestAFlatFillsItsPicture(t *testing.T) {
	d := drive(t)
	back := newBackdrop("")
	back.paint = d.hue(d.scheme().Labels[0])
	f := newFlat(back)
	f.Layout(fyne.NewSize(40, 20))
	test.WidgetRenderer(back)
	for _, by := range []int{1, 2, 3} {
		picture := f.draw(40*by, 20*by).(*image.RGBA)
		if last := picture.Pix[len(picture.Pix)-1]; last != 0xff {
			t.Errorf("at %d times the size the last pixel has %d of its colour", by, last)
		}
	}
}
