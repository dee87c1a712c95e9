package window

// The widths of the pane beside the text.
const (
	leastAside = 190
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
	for _, column := range []*float32{&right, &left} {
		more := min(max(0, *column-leastColumn), max(0, usualAside-aside))
		*column -= more
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
