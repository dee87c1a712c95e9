package window

import (
	"image"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A system is an app on a desktop that can turn from light to dark.
type system struct {
	fyne.App
	settings *systemSettings
}

// Settings is Fyne's.
func (s system) Settings() fyne.Settings { return s.settings }

type systemSettings struct {
	fyne.Settings
	variant fyne.ThemeVariant
}

// ThemeVariant is Fyne's.
func (s *systemSettings) ThemeVariant() fyne.ThemeVariant { return s.variant }

// turn makes the desktop light or dark, as Fyne tells an app of it.
func (s *systemSettings) turn(variant fyne.ThemeVariant) {
	s.variant = variant
	s.SetTheme(s.Theme())
}

// driveOn opens the window on a light desktop.
func driveOn(t *testing.T) (*driver, *systemSettings) {
	d := drive(t)
	path := d.project.Path()
	d.quit()
	d.wait()
	d.Window.close()
	settings := &systemSettings{Settings: d.app.Settings(), variant: theme.VariantLight}
	on := system{d.app, settings}
	t.Cleanup(func() { fyne.SetCurrentApp(d.app) })
	fyne.SetCurrentApp(on)
	return beginIn(t, on, Options{Project: path}), settings
}

// expectLight looks at the picture of the window, at the lower left corner of each of its parts.
func (d *driver) expectLight(light bool) *driver {
	d.Helper()
	picture := d.win.Canvas().Capture()
	driver := d.app.Driver()
	for what, o := range map[string]fyne.CanvasObject{"text": d.view, "panel": d.panel.object, "list": d.list.object, "status line": d.status.object} {
		at := driver.AbsolutePositionForObject(o).AddXY(3, o.Size().Height-3)
		r, _, _, _ := picture.At(int(at.X), int(at.Y)).RGBA()
		if got := r > 0x8000; got != light {
			t := map[bool]string{true: "light", false: "dark"}
			d.Errorf("the %s is %s, not %s", what, t[got], t[light])
		}
	}
	return d
}

func TestTheThemeFollowsTheSystem(t *testing.T) {
	d, desktop := driveOn(t)
	d.open("Mill fire").drag("Vessmark").press("2").expectLight(true)
	desktop.turn(theme.VariantDark)
	follows := d.expectLight(false).picture()
	d.do("theme:dark")
	if d.picture() != follows {
		t.Error("dark is another thing when the system has it than when it was chosen")
	}
	d.do("theme:")
	desktop.turn(theme.VariantLight)
	d.expectLight(true)
}

// picture is how the window looks, to be compared.
func (d *driver) picture() string {
	drawn := d.win.Canvas().Capture()
	all := image.NewNRGBA(drawn.Bounds())
	draw.Draw(all, all.Bounds(), drawn, image.Point{}, draw.Src)
	return string(all.Pix)
}

func TestAThemeThatWasChosenStays(t *testing.T) {
	d, desktop := driveOn(t)
	d.open("Mill fire").do("theme:dark")
	d.expectLight(false)
	desktop.turn(theme.VariantDark)
	desktop.turn(theme.VariantLight)
	d.expectLight(false).do("theme:light")
	desktop.turn(theme.VariantDark)
	d.expectLight(true).do("theme:")
	d.expectLight(false)
}
