package window

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"
)

// The row of the span that was made last, or is walked to, lies wholly in sight, and not in the shadow at
// the edge of the list.
func TestTheChosenSpanIsInSight(t *testing.T) {
	d := drive(t)
	var text strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "w%02d ", i)
	}
	path := filepath.Join(t.TempDir(), "many.txt")
	write(t, path, "Many words\n\n"+text.String()+"\n")
	d.importPaths([]string{path})
	d.wait()
	d.press("Escape").open("Many words")
	for i := range 60 {
		d.drag(fmt.Sprintf("w%02d", i*23%60)).press("1")
		d.expectRowInSight()
	}
	for range 60 {
		d.press("Tab").expectRowInSight()
	}
	for range 60 {
		d.press("Shift+Tab").expectRowInSight()
	}
}

// expectRowInSight looks where the row of the chosen span lies in its list.
func (d *driver) expectRowInSight() {
	d.Helper()
	s := d.panel.spans
	chosen, list, last := s.place(s.chosen), s.list, len(s.spans)-1
	height := newSpanRow(d.Window).MinSize().Height
	top := float32(chosen)*(height+size(theme.SizeNamePadding)) - list.GetScrollOffset()
	bottom, room, shadow := top+height, list.Size().Height, float32(8)
	if top < 0 || bottom > room+0.1 || top < shadow && chosen > 0 || bottom > room-shadow && chosen < last {
		d.Errorf("row %d of %d lies at %v–%v in a list as high as %v", chosen, last, top, bottom, room)
	}
}
