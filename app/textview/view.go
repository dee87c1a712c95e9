package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A View shows a text with marks. Make one with New. All of it belongs to Fyne's own goroutine.
type View struct {
	widget.BaseWidget

	Snap       func(Range) Range                         // where set, widens what the user selects, say to whole words; not while Alt is held
	OnSelect   func(Range)                               // the user changed the selection; an empty range is a caret
	OnMark     func(id string)                           // the user clicked a mark; "" is a click where there is none
	OnHover    func(id string)                           // the pointer came over a mark, or left all ("")
	OnMenu     func(at fyne.Position, id string)         // a secondary click at a place of the window's canvas, over a mark or over none ("")
	OnKey      func(fyne.KeyName, fyne.KeyModifier) bool // offered every key first; true means that it is used up
	OnShortcut func(fyne.Shortcut)                       // shortcuts that the view has no use for
	OnFocus    func(bool)                                // the view got or lost the keyboard

	text          string
	marks         []Mark
	current       string
	anchor, caret int
	top           int
	typography    Typography
}

// New returns an empty view.
func New() *View {
	v := &View{}
	v.ExtendBaseWidget(v)
	return v
}

// SetText shows a new text: without marks, from its beginning, with the caret at 0.
func (v *View) SetText(text string) { v.text, v.marks = text, nil }

// Text returns the text that is shown.
func (v *View) Text() string { return v.text }

// SetMarks replaces all marks. Nothing of the text moves.
func (v *View) SetMarks(marks []Mark) { v.marks = marks }

// SetCurrent makes one mark stand out; "" none.
func (v *View) SetCurrent(id string) { v.current = id }

// Selection returns where the selection was begun and where the caret is. Equal means a caret alone.
func (v *View) Selection() (anchor, caret int) { return v.anchor, v.caret }

// Select sets the selection without telling OnSelect.
func (v *View) Select(anchor, caret int) { v.anchor, v.caret = anchor, caret }

// Reveal scrolls as little as brings r into sight.
func (v *View) Reveal(r Range) {}

// Top returns the offset at which the top visible line begins.
func (v *View) Top() int { return v.top }

// SetTop scrolls so that the line with the offset is at the top.
func (v *View) SetTop(offset int) { v.top = offset }

// SetTypography sets how the text is set, and keeps the reader's place.
func (v *View) SetTypography(t Typography) { v.typography = t }

// Typography returns how the text is set.
func (v *View) Typography() Typography { return v.typography }

// Place returns where an offset is drawn, in the view's own coordinates, and whether that is in sight.
func (v *View) Place(offset int) (pos fyne.Position, height float32, visible bool) {
	return fyne.Position{}, 0, false
}

// CreateRenderer is Fyne's.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(canvas.NewText(v.text, nil)))
}
