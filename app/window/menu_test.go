package window

import (
	"testing"

	"fyne.io/fyne/v2/widget"
)

// A menuTitle is what has the keyboard while a menu of the bar is open. The bar itself is the real
// driver's.
type menuTitle struct{ widget.Entry }

// Child is Fyne's.
func (*menuTitle) Child() *widget.Menu { return nil }

func TestAMenuThatIsOpenIsNotReplaced(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.pass()
	before := d.win.MainMenu()
	d.drag("Vessmark").press("2") // something to undo
	title, overlays := &menuTitle{}, d.win.Canvas().Overlays()
	title.ExtendBaseWidget(title)
	overlays.Add(title)
	d.win.Canvas().Focus(title)
	for range 3 {
		d.pass()
	}
	if d.win.MainMenu() != before {
		t.Error("the menus are replaced while one is open")
	}
	overlays.Remove(title)
	d.pass()
	if d.win.MainMenu() == before {
		t.Error("the menus are not as they are now when the open one is left")
	}
}
