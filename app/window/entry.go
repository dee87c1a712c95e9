package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// An entry is a field for text that knows the window's keys: letters are typed, shortcuts work.
type entry struct {
	widget.Entry
	w        *Window
	onEscape func() // nil: back to the text
	onLeave  func() // the keyboard goes elsewhere
	onFocus  func() // the keyboard comes
	onEnter  func(shift bool)
	onArrow  func(by int) // Up and Down
	focused  bool
	shift    bool // Shift is held
}

func newEntry(w *Window) *entry {
	e := &entry{w: w}
	e.ExtendBaseWidget(e)
	return e
}

// newNote is an entry of several lines, which grows no further than to so many.
func newNote(w *Window, lines int) *entry {
	e := &entry{w: w}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(lines)
	return e
}

// CreateRenderer is Fyne's.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	inner := e.Entry.CreateRenderer()
	r := &entryRenderer{WidgetRenderer: inner}
	var face []fyne.CanvasObject
	for _, o := range inner.Objects() {
		if _, ok := o.(*canvas.Rectangle); ok {
			face = append(face, o)
		}
	}
	r.face = newFlat(container.NewWithoutLayout(face...))
	return r
}

// An entryRenderer is Fyne's, with the ground and the edge of the field as one picture: round
// corners are dear where OpenGL runs in software.
type entryRenderer struct {
	fyne.WidgetRenderer
	face *flat
}

// Layout is Fyne's.
func (r *entryRenderer) Layout(room fyne.Size) {
	r.WidgetRenderer.Layout(room)
	r.face.Layout(room)
}

// Refresh is Fyne's.
func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.face.Refresh()
}

// Objects is Fyne's.
func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.face.raster}
	for _, o := range r.WidgetRenderer.Objects() {
		if _, ok := o.(*canvas.Rectangle); !ok {
			objects = append(objects, o)
		}
	}
	return objects
}

// put shows a text with the cursor behind it.
func (e *entry) put(text string) {
	e.SetText(text)
	e.CursorColumn = len([]rune(text))
	e.Refresh()
}

// FocusGained is Fyne's.
func (e *entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	if e.onFocus != nil {
		e.onFocus()
	}
}

// FocusLost is Fyne's.
func (e *entry) FocusLost() {
	e.focused, e.shift = false, false
	e.Entry.FocusLost()
	if e.onLeave != nil {
		e.onLeave()
	}
}

// KeyDown is Fyne's.
func (e *entry) KeyDown(k *fyne.KeyEvent) {
	e.shift = e.shift || isShift(k.Name)
	e.Entry.KeyDown(k)
}

// KeyUp is Fyne's.
func (e *entry) KeyUp(k *fyne.KeyEvent) {
	e.shift = e.shift && !isShift(k.Name)
	e.Entry.KeyUp(k)
}

func isShift(name fyne.KeyName) bool {
	return name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight
}

// AcceptsTab is Fyne's: Tab goes on to the next field.
func (e *entry) AcceptsTab() bool { return false }

// TypedKey is Fyne's.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && e.onEnter != nil:
		e.onEnter(e.shift)
	case k.Name == fyne.KeyUp && e.onArrow != nil:
		e.onArrow(-1)
	case k.Name == fyne.KeyDown && e.onArrow != nil:
		e.onArrow(+1)
	case k.Name == fyne.KeyEscape && e.onEscape != nil:
		e.onEscape()
	case k.Name == fyne.KeyEscape && e.w.dialog == nil:
		e.w.focusText()
	case e.MultiLine && k.Name != fyne.KeyEscape, !e.w.plainKey(k.Name):
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut is Fyne's.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if e.w.dialog != nil || !e.w.shortcut(s) {
		e.Entry.TypedShortcut(s)
	}
}
