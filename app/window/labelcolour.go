package window

import (
	"image/color"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// colours are a label's colours on light and on dark.
func colours(l annotate.Label) (light, dark color.NRGBA) {
	light = parseColour(l.Colour)
	dark = light
	if l.Dark != "" {
		dark = parseColour(l.Dark)
	}
	return light, dark
}

// parseColour reads "#rrggbb"; anything else is a grey.
func parseColour(text string) color.NRGBA {
	digits, marked := strings.CutPrefix(text, "#")
	hex, err := strconv.ParseUint(digits, 16, 24)
	if !marked || err != nil || len(digits) != 6 {
		return rgb(0x6b7178)
	}
	return rgb(uint32(hex))
}

// hue is a label's colour in the theme as it is now.
func (w *Window) hue(l annotate.Label) color.NRGBA {
	light, dark := colours(l)
	if w.look.dark() {
		return dark
	}
	return light
}

// label finds a label of the scheme; one that the scheme has no longer is grey.
func (w *Window) label(name string) annotate.Label {
	if l, known := w.scheme().Label(name); known {
		return l
	}
	return annotate.Label{Name: name}
}

// faded is a colour with less of it.
func faded(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}
