package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A picker is a drop-down list of a dialog, in which Enter and Escape do what they do elsewhere in it.
type picker struct {
	widget.Select
	w *Window
}

func newPicker(w *Window, options []string, changed func(string)) *picker {
	p := &picker{w: w}
	p.Options, p.OnChanged = options, changed
	p.ExtendBaseWidget(p)
	return p
}

// TypedKey is Fyne's.
func (p *picker) TypedKey(e *fyne.KeyEvent) {
	if !p.w.endsDialog(e.Name) {
		p.Select.TypedKey(e)
	}
}

// A box is a check box of a dialog, in which Enter and Escape do what they do elsewhere in it.
type box struct {
	widget.Check
	w *Window
}

func newBox(w *Window, title string, changed func(bool)) *box {
	b := &box{w: w}
	b.Text, b.OnChanged = title, changed
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey is Fyne's.
func (b *box) TypedKey(e *fyne.KeyEvent) { b.w.endsDialog(e.Name) }

// endsDialog gives Enter and Escape to the dialog on top, and reports whether the key was one of them.
func (w *Window) endsDialog(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape:
		return w.dialog != nil && w.dialog.key(name)
	}
	return false
}
