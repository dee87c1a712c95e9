package window

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
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
	if f.ink != image.Rect(-1, -1, 41, 21) {
		t.Fatalf("the picture is fitted to %v", f.ink)
	}
	for _, by := range []int{1, 2, 3} {
		picture := f.draw(42*by, 22*by).(*image.RGBA)
		for _, at := range []image.Point{{by, by}, {41*by - 1, 21*by - 1}} {
			if a := picture.RGBAAt(at.X, at.Y).A; a != 0xff {
				t.Errorf("at %d times the size the pixel at %v has %d of its colour", by, at, a)
			}
		}
		for _, at := range []image.Point{{by - 1, by - 1}, {41 * by, 21 * by}} {
			if a := picture.RGBAAt(at.X, at.Y).A; a != 0 {
				t.Errorf("at %d times the size the pixel at %v is painted", by, at)
			}
		}
	}
}

// What a flat shows is all that is painted, in any script and on any screen.
func TestAFlatIsFittedToItsInk(t *testing.T) {
	drive(t)
	for _, text := range []string{"Police closed the bridge", "Ågjpq", "مقتل سبعة", "ประเทศไทย", "🚒🇺🇦 fire", "", "\U0010FFFD"} {
		for _, lines := range []int{1, 3} {
			words := newLine(text, theme.SizeNameText, theme.ColorNameForeground)
			words.lines = lines
			icon := widget.NewIcon(iconNext)
			f := newFlat(padded(3, 3, 9, 9, between(icon, words, newSwatch(color.White, 9), 5)))
			f.Layout(fyne.NewSize(160, 24*float32(lines)))
			test.WidgetRenderer(words)
			for _, scale := range []float32{1, 1.25, 1.5, 2} {
				const around = 60
				all := image.NewRGBA(image.Rect(0, 0, 2*around+int(160*scale), 2*around+int(24*float32(lines)*scale)))
				p := flattening{onto: all, from: image.Pt(-around, -around), scale: scale}
				p.put(f.content, fyne.Position{})
				fitted := flattening{from: p.from, scale: scale}.ink(f.content, fyne.Position{})
				for y := range all.Rect.Dy() {
					for x := range all.Rect.Dx() {
						if all.RGBAAt(x, y).A > 0 && !image.Pt(x, y).In(fitted) {
							t.Fatalf("%q, %d lines, at %v: %d,%d is painted and lies outside of %v", text, lines, scale, x, y, fitted)
						}
					}
				}
			}
		}
	}
}
