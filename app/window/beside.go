package window

import "fyne.io/fyne/v2"

// The widths of the pane beside the text, and of the panel beside it, whose fields need so much.
const (
	leastPanel = 280
	leastAside = 200
	usualAside = 250
	mostAside  = 340
)

// beside is how wide the pane beside the text is, and what is left to the list and the panel then.
// It takes the margin of the text first, then of the panel, then of the list, and nothing of the text,
// which would wrap anew. Where that is too little for a pane, it is 0, and nothing is taken.
func (c *columns) beside(width, left, right float32) (l, r, aside float32) {
	l, r = left, right
	aside = min(mostAside, max(0, width-left-right-c.text()))
	for _, give := range []struct {
		column *float32
		least  float32
	}{{&r, leastPanel}, {&l, leastColumn}} {
		more := min(max(0, *give.column-give.least), max(0, usualAside-aside))
		*give.column -= more
		aside += more
	}
	if aside < leastAside {
		return left, right, 0
	}
	return l, r, aside
}

// listPart is how much of its column the list keeps where the pane stands below it.
const listPart = 0.42

// below puts the pane below the list into a column, as there is no room for it beside the text. Each is
// given its size once, so that the list stays scrolled.
func below(list, pane fyne.CanvasObject, column fyne.Size) {
	height := float32(int(column.Height * listPart))
	list.Move(fyne.NewPos(0, 0))
	list.Resize(fyne.NewSize(column.Width, height))
	pane.Move(fyne.NewPos(0, height))
	pane.Resize(fyne.NewSize(column.Width, column.Height-height))
}

// textRoom is how wide the page must be for the text's lines to be as long as they are set.
func (w *Window) textRoom() float32 {
	const narrow, wide = 200, 10_000
	_, whole := w.view.Column(wide)
	_, squeezed := w.view.Column(narrow)
	return whole + narrow - squeezed + 1
}
