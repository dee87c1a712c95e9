package textview

import (
	"image"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// A desk is a view in a test window, with a mouse and a clock.
type desk struct {
	*View
	t      *testing.T
	window fyne.Window
	now    time.Time
	told   []Range  // by OnSelect
	clicks []string // by OnMark
}

func newDesk(t *testing.T, text string) *desk {
	t.Helper()
	test.NewTempApp(t)
	d := &desk{View: New(), t: t, now: time.Unix(1000, 0)}
	d.clock = func() time.Time { return d.now }
	d.OnSelect = func(r Range) { d.told = append(d.told, r) }
	d.OnMark = func(id string) { d.clicks = append(d.clicks, id) }
	d.SetText(text)
	d.window = test.NewTempWindow(t, d.View)
	d.window.SetPadded(false)
	d.window.Resize(fyne.NewSize(500, 300))
	return d
}

// at returns the middle of the character that begins at an offset.
func (d *desk) at(offset int) fyne.Position {
	d.t.Helper()
	a, height, visible := d.Place(offset)
	if !visible {
		d.t.Fatalf("offset %d is out of sight", offset)
	}
	b, _, _ := d.caretAt(target{offset: d.after(offset)}, d.layout.lineAt(offset))
	return fyne.NewPos((a.X+b.X)/2, a.Y+height/2)
}

// edge returns where the caret before an offset stands.
func (d *desk) edge(offset int) fyne.Position {
	p, height, _ := d.Place(offset)
	return p.AddXY(0.2, height/2)
}

func (d *desk) down(p fyne.Position, held fyne.KeyModifier) {
	d.MouseDown(&desktop.MouseEvent{PointEvent: pointer(p), Button: desktop.MouseButtonPrimary, Modifier: held})
}

func (d *desk) drag(p fyne.Position) {
	d.Dragged(&fyne.DragEvent{PointEvent: pointer(p)})
}

func (d *desk) up(p fyne.Position) {
	d.MouseUp(&desktop.MouseEvent{PointEvent: pointer(p), Button: desktop.MouseButtonPrimary})
	d.DragEnd()
}

func pointer(p fyne.Position) fyne.PointEvent {
	return fyne.PointEvent{Position: p, AbsolutePosition: p}
}

// click clicks once, long after the last click.
func (d *desk) click(p fyne.Position) {
	d.now = d.now.Add(time.Minute)
	d.again(p)
}

// again clicks at once after the last click.
func (d *desk) again(p fyne.Position) {
	d.down(p, 0)
	d.up(p)
}

func (d *desk) sweep(from, to fyne.Position) {
	d.now = d.now.Add(time.Minute)
	d.down(from, 0)
	d.drag(from.AddXY((to.X-from.X)/2, (to.Y-from.Y)/2))
	d.drag(to)
	d.up(to)
}

// types presses a key with others held.
func (d *desk) types(key fyne.KeyName, held fyne.KeyModifier) {
	if held&^fyne.KeyModifierShift != 0 {
		d.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: held})
		return
	}
	if held != 0 {
		d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		defer d.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	d.TypedKey(&fyne.KeyEvent{Name: key})
}

func (d *desk) selected() string { r := d.selection(); return d.text[r.Start:r.End] }

func (d *desk) wantSelected(what, want string) {
	d.t.Helper()
	if got := d.selected(); got != want {
		d.t.Errorf("%s: selected %q, want %q", what, got, want)
	}
}

func (d *desk) wantCaret(what string, want int) {
	d.t.Helper()
	if a, c := d.Selection(); a != want || c != want {
		d.t.Errorf("%s: the selection is %d to %d, want a caret at %d", what, a, c, want)
	}
}

func (d *desk) photo() image.Image { return d.window.Canvas().Capture() }

// red and blue are hues for tests.
var (
	red  = color.NRGBA{200, 40, 40, 255}
	blue = color.NRGBA{40, 80, 200, 255}
)

// wordsAround widens a range to whole words of letters, as our window does.
func wordsAround(text string) func(Range) Range {
	letter := func(i int) bool { return i >= 0 && i < len(text) && text[i] > ' ' && text[i] != '.' }
	return func(r Range) Range {
		for r.Start < r.End && !letter(r.Start) {
			r.Start++
		}
		for r.End > r.Start && !letter(r.End-1) {
			r.End--
		}
		for letter(r.Start - 1) {
			r.Start--
		}
		for letter(r.End) && letter(r.End-1) {
			r.End++
		}
		return r
	}
}
