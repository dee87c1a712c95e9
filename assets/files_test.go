package assets_test

import (
	"bytes"
	"image/png"
	"testing"

	"github.com/glossator/glossator/assets"
	"github.com/go-text/typesetting/font"
)

func TestIconIsSquare(t *testing.T) {
	icon, err := png.Decode(bytes.NewReader(assets.Icon))
	if err != nil {
		t.Fatal(err)
	}
	if b := icon.Bounds(); b.Dx() != 512 || b.Dy() != 512 {
		t.Errorf("the icon is %d by %d", b.Dx(), b.Dy())
	}
}

func TestFontsHaveTheirScripts(t *testing.T) {
	fonts := assets.Fonts()
	checkFont(t, fonts[0], "قصف، 25؟ًّ")
	checkFont(t, fonts[1], "שלום")
	checkFont(t, assets.Serif, "Report “Ångmar” Ґоляк’ї λόγος – №")
	checkFont(t, assets.Dyslexic, "Report “Ångmar” Ґоляк’ї λόγος – №")
}

func checkFont(t *testing.T, data []byte, text string) {
	t.Helper()
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range text {
		if _, has := face.NominalGlyph(r); !has {
			t.Errorf("%s lacks %q", face.Describe().Family, r)
		}
	}
}
