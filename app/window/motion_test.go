package window

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// runs reports whether a bar that moves is in the dialog on top.
func (d *driver) runs() bool {
	for _, o := range test.LaidOutObjects(d.dialog.body) {
		if _, bar := o.(*widget.ProgressBarInfinite); bar {
			return true
		}
	}
	return false
}

func TestNothingMovesWhereThatIsAskedFor(t *testing.T) {
	d := drive(t).open("Mill fire")
	t.Cleanup(func() { fyne.SetCurrentApp(d.app) })
	moves := func() bool {
		progress := d.showProgress("Working", func() {})
		defer progress.close()
		return d.runs() && fyne.CurrentApp().Settings().ShowAnimations() == d.app.Settings().ShowAnimations()
	}
	if !moves() {
		t.Error("nothing moves from the beginning")
	}
	d.do("motion:reduced")
	if d.expectSaid("Nothing moves"); moves() || fyne.CurrentApp().Settings().ShowAnimations() {
		t.Error("something moves")
	}
	d.press("Ctrl+Shift+L").write("mill").press("Escape").drag("Vessmark").press("2").expectSpans("place: Vessmark")
	d.setTheme("dark")
	d.systemStill = true
	if d.do("motion:full"); !moves() {
		t.Error("nothing moves, though that was asked for")
	}
	if d.do("motion:"); moves() {
		t.Error("the system is not followed")
	}
}

// A bar that goes on behind a dialog that is closed has the whole window painted for nothing.
func TestTheBarOfWorkStopsWithIt(t *testing.T) {
	p := drive(t).showProgress("Working", func() {})
	if !p.bar.Running() {
		t.Error("the bar does not move")
	}
	if p.close(); p.bar.Running() {
		t.Error("the bar still moves when the work has ended")
	}
}

func TestTheSystemSaysHowMuchMoves(t *testing.T) {
	none := errors.New("there is no such setting")
	for _, c := range []struct {
		what           string
		common, gnome  any
		reduced, known bool
	}{
		{"nothing", none, none, false, false},
		{"reduced", uint32(1), none, true, true},
		{"no wish", uint32(0), false, false, true},
		{"GNOME without", none, false, true, true},
		{"GNOME with", none, true, false, true},
		{"another kind of value", "yes", "no", false, false},
	} {
		read := func(namespace, _ string) (any, error) {
			value := c.common
			if namespace != "org.freedesktop.appearance" {
				value = c.gnome
			}
			if value == none {
				return nil, none
			}
			return value, nil
		}
		if reduced, known := systemMotion(read); reduced != c.reduced || known != c.known {
			t.Errorf("%s: reduced %t, known %t", c.what, reduced, known)
		}
	}
}
