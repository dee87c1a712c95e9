package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A small screen at 200 % has 640 by 360 units: the window is no larger than that, and nothing of the
// header lies upon the list.
func TestTheWindowFitsASmallScreen(t *testing.T) {
	d := drive(t).open("Mill fire")
	if least := d.win.Content().MinSize(); least.Width > 640 || least.Height > 332 {
		t.Errorf("the window needs %v and the room for its menu", least)
	}
	place := d.app.Driver().AbsolutePositionForObject
	for _, size := range []fyne.Size{fyne.NewSize(640, 360), fyne.NewSize(1280, 720)} {
		d.win.Resize(size)
		if right := d.list.object.Size().Width; place(d.page.header.status).X < right {
			t.Errorf("%v: the status begins at %v, the list ends at %v", size, place(d.page.header.status).X, right)
		}
		if arrows := d.page.header.turns[0].Visible(); arrows != (size.Width > 1000) {
			t.Errorf("%v: that there are arrows is %t", size, arrows)
		}
		if d.press("Ctrl+F"); d.finder.entry.Size().Width < 60 {
			t.Errorf("%v: what is to be found has room of %v", size, d.finder.entry.Size().Width)
		}
		d.press("Escape")
	}
}
