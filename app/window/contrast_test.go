package window

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/app/textview"
)

// In high contrast the edges of menus and dialogs and what has the keyboard stand out from the ground by
// 3 to 1, and what is written on what has the keyboard by 4.5, as WCAG 2.2 asks (1.4.11 and 1.4.3).
func TestHighContrastIsHigh(t *testing.T) {
	l := &look{variant: "contrast"}
	get := func(name fyne.ThemeColorName) color.NRGBA { return l.Color(name, theme.VariantDark).(color.NRGBA) }
	ground := get(theme.ColorNameBackground)
	for _, name := range []fyne.ThemeColorName{theme.ColorNameShadow, theme.ColorNameFocus, theme.ColorNamePrimary, theme.ColorNameInputBorder, colourEdge, colourRing} {
		if c := textview.Contrast(over(get(name), ground), ground); c < 3 {
			t.Errorf("the %s stands out by %.1f", name, c)
		}
	}
	if c := textview.Contrast(get(theme.ColorNameForeground), over(get(theme.ColorNameFocus), ground)); c < 4.5 {
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
		if c := textview.Contrast(get(colourOver), get(theme.ColorNameButton)); c < 1.2 {
			t.Errorf("%s: the button changes by %.2f", variant, c)
		}
		if c := textview.Contrast(get(colourOver), get(theme.ColorNameForeground)); c < 4.5 {
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
