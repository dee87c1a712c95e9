package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A host is what a field stands in: a dialog, or a page.
type host struct {
	key    func(fyne.KeyName) bool // hears keys before the field, and reports whether that meant something
	reveal func(fyne.CanvasObject) // brings what the keyboard comes to into sight; nil: all is in sight
}

// come tells that the keyboard has come to a field.
func (h host) come(field fyne.CanvasObject) {
	if h.reveal != nil {
		h.reveal(field)
	}
}

// inDialogs is the host of fields in dialogs, where Enter and Escape do what they do elsewhere in them.
func (w *Window) inDialogs() host { return host{key: w.endsDialog} }

// endsDialog gives Enter and Escape to the dialog on top, and reports whether the key was one of them.
func (w *Window) endsDialog(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape:
		return w.dialog != nil && w.dialog.key(name)
	}
	return false
}

// A picker is a drop-down list.
type picker struct {
	widget.Select
	host
}

func newPicker(in host, options []string, changed func(string)) *picker {
	p := &picker{host: in}
	p.Options, p.OnChanged = options, changed
	p.ExtendBaseWidget(p)
	return p
}

// offer changes what there is to choose of; what was chosen stays, if it is there.
func (p *picker) offer(options []string) {
	chosen := options[0]
	for _, o := range options {
		if o == p.Selected {
			chosen = o
		}
	}
	p.SetOptions(options)
	p.SetSelected(chosen)
}

// FocusGained is Fyne's.
func (p *picker) FocusGained() {
	p.Select.FocusGained()
	p.come(p)
}

// TypedKey is Fyne's.
func (p *picker) TypedKey(e *fyne.KeyEvent) {
	if !p.key(e.Name) {
		p.Select.TypedKey(e)
	}
}

// A box is a check box.
type box struct {
	widget.Check
	host
}

func newBox(in host, title string, changed func(bool)) *box {
	b := &box{host: in}
	b.Text, b.OnChanged = title, changed
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained is Fyne's.
func (b *box) FocusGained() {
	b.Check.FocusGained()
	b.come(b)
}

// TypedKey is Fyne's.
func (b *box) TypedKey(e *fyne.KeyEvent) {
	if !b.key(e.Name) {
		b.Check.TypedKey(e)
	}
}

// A button is a button that Enter presses too.
type button struct {
	widget.Button
	host
	least   float32 // its width; short words get room too
	focused bool
}

func newButton(in host, title string, tapped func()) *button {
	b := &button{host: in}
	b.Text, b.OnTapped = title, tapped
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is Fyne's.
func (b *button) CreateRenderer() fyne.WidgetRenderer { return newButtonFace(b) }

// MinSize is Fyne's.
func (b *button) MinSize() fyne.Size {
	need := b.Button.MinSize()
	if b.least == 0 {
		return need
	}
	return fyne.NewSize(max(b.least, need.Width+16), need.Height)
}

// FocusGained is Fyne's.
func (b *button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	b.come(b)
}

// FocusLost is Fyne's.
func (b *button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// TypedKey is Fyne's.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		if !b.Disabled() {
			b.OnTapped()
		}
	case !b.key(e.Name):
		b.Button.TypedKey(e)
	}
}
