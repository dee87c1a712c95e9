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
		h := d.page.header
		if arrow := h.turns[1]; place(arrow).X+arrow.Size().Width > place(d.panel.object).X {
			t.Errorf("%v: the arrow to the next article ends at %v, the panel begins at %v", size, place(arrow).X+arrow.Size().Width, place(d.panel.object).X)
		}
		if words := h.meta.Size(); words.Width < leastMeta {
			t.Errorf("%v: what is known about the article has room of %v", size, words)
		}
		if below := place(h.tools).Y + h.tools.Size().Height; below > place(d.view).Y {
			t.Errorf("%v: the buttons end at %v, the text begins at %v", size, below, place(d.view).Y)
		}
		if d.press("Ctrl+F"); d.finder.entry.Size().Width < 60 {
			t.Errorf("%v: what is to be found has room of %v", size, d.finder.entry.Size().Width)
		}
		d.press("Escape")
	}
}
