package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A palette is what a theme says of colours. Palettes compare with ==.
type palette struct {
	dark                                   bool
	text, faint, paper, selection, primary color.NRGBA
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
	p.dark = luminance(p.paper) < 0.4
	return p
}

// tint returns how a mark's hue lies behind the text.
func (p palette) tint(b band) color.NRGBA {
	alpha := 0.17
	if p.dark {
		alpha = 0.25
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

// on returns black or white, whichever is easier to read upon a colour.
func on(c color.NRGBA) color.NRGBA {
	if luminance(c) > 0.40 {
		return color.NRGBA{0x18, 0x18, 0x1c, 0xff}
	}
	return color.NRGBA{0xff, 0xff, 0xff, 0xff}
}

func faded(c color.NRGBA, alpha float64) color.NRGBA {
	c.A = uint8(min(1, alpha) * 255)
	return c
}

// luminance is about how bright a colour looks, from 0 to 1.
func luminance(c color.NRGBA) float64 {
	return (0.30*float64(c.R) + 0.59*float64(c.G) + 0.11*float64(c.B)) / 255
}
