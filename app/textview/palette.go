package textview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A palette is what a theme says of colours. Palettes compare with ==.
type palette struct {
	dark                                   bool
	text, faint, paper, selection, primary color.NRGBA
	found, chosen, notice                  color.NRGBA // of hits, of the current one, and of notices
}

func paletteOf(th fyne.Theme, variant fyne.ThemeVariant) palette {
	get := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(th.Color(name, variant)).(color.NRGBA)
	}
	p := palette{
		text: get(theme.ColorNameForeground), faint: get(theme.ColorNamePlaceHolder),
		paper: get(theme.ColorNameBackground), selection: get(theme.ColorNameSelection),
		primary: get(theme.ColorNamePrimary),
	}
	p.dark = luminance(p.paper) < 0.18
	p.found, p.chosen = color.NRGBA{255, 206, 40, 105}, color.NRGBA{255, 150, 20, 215}
	p.notice = color.NRGBA{200, 30, 90, 255}
	if p.dark {
		p.found, p.chosen = color.NRGBA{240, 190, 40, 80}, color.NRGBA{222, 124, 10, 215}
		p.notice = color.NRGBA{255, 110, 160, 255}
	}
	return p
}

// tint returns how a mark's hue lies behind the text.
func (p palette) tint(b band) color.NRGBA {
	alpha := 0.17
	if p.dark {
		alpha = 0.25
	}
	if b.lane > 1 {
		alpha *= 0.6 // so that the text can be read upon many
	}
	switch {
	case b.current:
		alpha += 0.17
	case b.hover:
		alpha += 0.08
	}
	if b.look == Dashed {
		alpha *= 0.6
	}
	return faded(b.colour, alpha)
}

// on returns white or black, whichever is easy to read upon a colour; white where both are.
func on(c color.NRGBA) color.NRGBA {
	if Contrast(c, color.NRGBA{0xff, 0xff, 0xff, 0xff}) >= 3.2 {
		return color.NRGBA{0xff, 0xff, 0xff, 0xff}
	}
	return color.NRGBA{0x16, 0x16, 0x1a, 0xff}
}

func faded(c color.NRGBA, alpha float64) color.NRGBA {
	c.A = uint8(min(1, alpha) * 255)
	return c
}

// Contrast returns the contrast ratio of two opaque colours, from 1 to 21, as WCAG 2.2 defines it.
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is how bright a colour looks, from 0 to 1, as the rules for contrast reckon it.
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
