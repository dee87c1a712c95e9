package window

// The widths of the pane beside the text, and of the panel beside it, whose fields need so much.
const (
	leastPanel = 280
	leastAside = 200
	usualAside = 250
	mostAside  = 340
)

// beside is how wide the pane beside the text is, and what is left to the list and the panel then.
// It takes the margin of the text first, then of the panel, then of the list, and only what it must
// of the text, which wraps anew in that case alone.
func (c *columns) beside(width, left, right float32) (l, r, aside float32) {
	if !c.open() {
		return left, right, 0
	}
	aside = min(mostAside, max(0, width-left-right-c.text()))
	for _, give := range []struct {
		column *float32
		least  float32
	}{{&right, leastPanel}, {&left, leastColumn}} {
		more := min(max(0, *give.column-give.least), max(0, usualAside-aside))
		*give.column -= more
		aside += more
	}
	return left, right, max(leastAside, aside)
}

// textRoom is how wide the page must be for the text's lines to be as long as they are set.
func (w *Window) textRoom() float32 {
	const narrow, wide = 200, 10_000
	_, whole := w.view.Column(wide)
	_, squeezed := w.view.Column(narrow)
	return whole + narrow - squeezed + 1
}
