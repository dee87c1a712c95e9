package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A chooser is a list of which one row is chosen, with the arrow keys or a click. It hears keys
// itself, or is told of them by the field above it.
type chooser struct {
	widget.List
	w      *Window
	at     int
	show   func(i int, o fyne.CanvasObject, chosen bool)
	chosen func(i int) // another row was chosen; nil: nothing happens
	taken  func(i int) // Enter was pressed
	tapped func(i int) // a row was clicked
	leave  func()      // Escape was pressed
	sight  func(i int) // a row came into sight; nil: nothing happens
}

func newChooser(w *Window, length func() int, row func() fyne.CanvasObject) *chooser {
	c := &chooser{w: w, leave: w.leaveSheet}
	c.Length, c.CreateItem, c.HideSeparators = length, row, true
	c.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < c.Length() {
			c.show(i, o, i == c.at)
		}
		if c.sight != nil {
			c.sight(i)
		}
	}
	c.OnSelected = func(i widget.ListItemID) {
		c.UnselectAll()
		c.choose(i)
		c.tapped(i)
	}
	c.ExtendBaseWidget(c)
	return c
}

// choose makes a row the chosen one and brings it into sight.
func (c *chooser) choose(i int) {
	n := c.Length()
	if n == 0 {
		return
	}
	c.at = min(n-1, max(0, i))
	c.Refresh()
	c.ScrollTo(c.at)
	if c.chosen != nil {
		c.chosen(c.at)
	}
}

// begin shows the list from its first row on, which is the chosen one.
func (c *chooser) begin() {
	c.at = 0
	c.Refresh()
	c.ScrollToTop()
}

// take takes the chosen row.
func (c *chooser) take() {
	if c.at < c.Length() {
		c.taken(c.at)
	}
}

// FocusGained is Fyne's.
func (c *chooser) FocusGained() {}

// FocusLost is Fyne's.
func (c *chooser) FocusLost() {}

// TypedKey is Fyne's.
func (c *chooser) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		c.choose(c.at - 1)
	case fyne.KeyDown:
		c.choose(c.at + 1)
	case fyne.KeyPageUp:
		c.choose(c.at - c.inSight())
	case fyne.KeyPageDown:
		c.choose(c.at + c.inSight())
	case fyne.KeyHome:
		c.choose(0)
	case fyne.KeyEnd:
		c.choose(c.Length() - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.take()
	case fyne.KeyEscape:
		c.leave()
	default:
		c.w.plainKey(e.Name)
	}
}

// inSight is how many rows there is room for.
func (c *chooser) inSight() int {
	return max(1, int(c.Size().Height/(c.CreateItem().MinSize().Height+size("padding")))-1)
}

// TypedShortcut is Fyne's.
func (c *chooser) TypedShortcut(s fyne.Shortcut) { c.w.shortcut(s) }

// A fixed layout is as high as it says, whatever is in it.
type fixed struct{ height float32 }

// Layout is Fyne's.
func (fixed) Layout(o []fyne.CanvasObject, room fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(room)
}

// MinSize is Fyne's.
func (f fixed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, f.height)
}
