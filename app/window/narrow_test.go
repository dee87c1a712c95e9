package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// However narrow the panel is pulled, and however large the letters are, nothing of the card is cut at its side.
func TestNothingOfANarrowCardIsCut(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.expectFits("the article")
	for _, key := range []string{"1", "2", "3", "4"} {
		d.drag("Vessmark").press(key)
		d.expectFits("label " + key)
		d.press("Delete")
	}
}

// expectFits looks at the card in rooms of several widths.
func (d *driver) expectFits(what string) {
	d.Helper()
	c := d.panel.card
	was := c.object.Size()
	for _, width := range []float32{210, 230, 260, 300, 400, 210} {
		c.object.Resize(fyne.NewSize(width, 400))
		c.layOut()
		if least := c.body.MinSize().Width; least > width {
			d.Errorf("%s: the card is %v wide at least, and has %v", what, least, width)
		}
		d.expectWithin(what, c.column, c.column.Size())
	}
	c.object.Resize(was)
	c.layOut()
}

// expectWithin looks whether what lies in a container lies within its room, and no two of it upon each other.
func (d *driver) expectWithin(what string, in *fyne.Container, room fyne.Size) {
	d.Helper()
	for _, o := range in.Objects {
		if !o.Visible() {
			continue
		}
		right, bottom := o.Position().X+o.Size().Width, o.Position().Y+o.Size().Height
		if o.Position().X < 0 || right > room.Width+0.5 || bottom > room.Height+0.5 {
			d.Errorf("%s: %T at %v, %v large, lies outside of %v", what, o, o.Position(), o.Size(), room)
		}
		if least := o.MinSize(); o.Size().Width < least.Width-0.5 || o.Size().Height < least.Height-0.5 {
			d.Errorf("%s: %T is %v large and needs %v", what, o, o.Size(), least)
		}
		if inner, is := o.(*fyne.Container); is {
			d.expectWithin(what, inner, inner.Size())
		}
	}
}
