package textview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// What the wheel brings under the pointer is told of at once, or where that is put off, when Point says.
func TestTheWheelBringsMarksUnderThePointer(t *testing.T) {
	for _, putOff := range []bool{false, true} {
		d := newDesk(t, strings.Repeat("word\n", 200))
		var marks []Mark
		for i := range 200 {
			if i%2 == 1 {
				marks = append(marks, mark("m", 5*i, 5*i+4))
			}
		}
		d.SetMarks(marks)
		var told []string
		turns := 0
		d.OnHover = func(id string) { told = append(told, id) }
		if putOff {
			d.OnTurn = func() { turns++ }
		}
		at := d.at(1)
		d.MouseMoved(&desktop.MouseEvent{PointEvent: pointer(at)})
		for range 3 {
			d.Scrolled(&fyne.ScrollEvent{PointEvent: pointer(at), Scrolled: fyne.Delta{DY: -float32(d.pitch())}})
		}
		want := []string{"m", "", "m"}
		if putOff {
			if len(told) > 0 || turns != 3 {
				t.Errorf("while the wheel turned %v was told, and of %d turns", told, turns)
			}
			want = []string{"m"}
			d.Point()
		}
		if !slices.Equal(told, want) {
			t.Errorf("put off %v: told %q, want %q", putOff, told, want)
		}
		d.Scrolled(&fyne.ScrollEvent{PointEvent: pointer(at), Scrolled: fyne.Delta{DY: float32(d.pitch())}})
		d.Scrolled(&fyne.ScrollEvent{PointEvent: pointer(at), Scrolled: fyne.Delta{DY: -float32(d.pitch())}})
		d.MouseOut()
		told = nil
		d.Point()
		if len(told) > 0 {
			t.Errorf("put off %v: %q was told of although the pointer is elsewhere", putOff, told)
		}
	}
}
