package window

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// In high contrast the edges of menus and dialogs and what has the keyboard stand out from the ground by
// 3 to 1, and what is written on what has the keyboard by 4.5, as WCAG 2.2 asks (1.4.11 and 1.4.3).
func TestHighContrastIsHigh(t *testing.T) {
	l := &look{variant: "contrast"}
	get := func(name fyne.ThemeColorName) color.NRGBA { return l.Color(name, theme.VariantDark).(color.NRGBA) }
	ground := get(theme.ColorNameBackground)
	for _, name := range []fyne.ThemeColorName{theme.ColorNameShadow, theme.ColorNameFocus, theme.ColorNamePrimary, theme.ColorNameInputBorder, colourEdge, colourRing} {
		if c := contrast(over(get(name), ground), ground); c < 3 {
			t.Errorf("the %s stands out by %.1f", name, c)
		}
	}
	if c := contrast(get(theme.ColorNameForeground), over(get(theme.ColorNameFocus), ground)); c < 4.5 {
		t.Errorf("letters on what has the keyboard stand out by %.1f", c)
	}
}

// The button that has the keyboard has a ring in high contrast, and no other.
func TestTheButtonWithTheKeyboardHasARing(t *testing.T) {
	d := drive(t).open("Mill fire")
	for _, variant := range []string{"light", "contrast"} {
		d.setTheme(variant)
		d.press("Ctrl+O")
		ok := d.dialog.buttons[len(d.dialog.buttons)-1].(*button)
		for _, focused := range []bool{true, false} {
			d.win.Canvas().Unfocus()
			if focused {
				d.win.Canvas().Focus(ok)
			}
			ring := test.WidgetRenderer(ok).(*buttonFace).ring
			if ring.Visible() != (focused && variant == "contrast") {
				t.Errorf("%s: with the keyboard (%t) the button has a ring (%t)", variant, focused, ring.Visible())
			}
		}
		d.press("Escape")
	}
}

// A button with a face of its own looks otherwise with the pointer over it, in each theme.
func TestAButtonShowsThePointer(t *testing.T) {
	for _, variant := range []string{"light", "dark", "contrast"} {
		l := &look{variant: variant}
		get := func(name fyne.ThemeColorName) color.NRGBA { return l.Color(name, theme.VariantDark).(color.NRGBA) }
		if c := contrast(get(colourOver), get(theme.ColorNameButton)); c < 1.2 {
			t.Errorf("%s: the button changes by %.2f", variant, c)
		}
		if c := contrast(get(colourOver), get(theme.ColorNameForeground)); c < 4.5 {
			t.Errorf("%s: the letters stand out by %.1f", variant, c)
		}
	}
	d := drive(t).open("Mill fire")
	b := d.page.header.done
	b.MouseIn(nil)
	if b.back.fill != colourOver {
		t.Errorf("the button has the colour %q", b.back.fill)
	}
}

// over is how a colour looks upon another.
func over(c, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(c.A) + int(b)*(255-int(c.A))) / 255) }
	return color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

// contrast is the contrast ratio of two colours, by WCAG.
func contrast(a, b color.NRGBA) float64 {
	luminance := func(c color.NRGBA) float64 {
		linear := func(v uint8) float64 {
			f := float64(v) / 255
			if f <= 0.04045 {
				return f / 12.92
			}
			return math.Pow((f+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}
