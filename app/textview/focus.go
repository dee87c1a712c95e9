package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is Fyne's.
func (v *View) FocusGained() { v.setFocus(true) }

// FocusLost is Fyne's. Keys that are let go elsewhere are never heard of, so all are forgotten.
func (v *View) FocusLost() {
	v.held = 0
	v.setFocus(false)
}

func (v *View) setFocus(on bool) {
	v.focused = on
	v.update()
	if v.OnFocus != nil {
		v.OnFocus(on)
	}
}

// AcceptsTab is Fyne's: Tab and Shift+Tab are offered to OnKey.
func (v *View) AcceptsTab() bool { return true }

// KeyDown is Fyne's.
func (v *View) KeyDown(e *fyne.KeyEvent) { v.held |= modifierOf(e.Name) }

// KeyUp is Fyne's.
func (v *View) KeyUp(e *fyne.KeyEvent) { v.held &^= modifierOf(e.Name) }

func modifierOf(key fyne.KeyName) fyne.KeyModifier {
	switch key {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		return fyne.KeyModifierShift
	case desktop.KeyControlLeft, desktop.KeyControlRight:
		return fyne.KeyModifierControl
	case desktop.KeyAltLeft, desktop.KeyAltRight:
		return fyne.KeyModifierAlt
	case desktop.KeySuperLeft, desktop.KeySuperRight:
		return fyne.KeyModifierSuper
	}
	return 0
}

// modifiers returns which keys are held. A real driver knows best; a test's knows nothing.
func (v *View) modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return v.held
}

// hear tells that the user does something.
func (v *View) hear() {
	if v.OnInput != nil {
		v.OnInput()
	}
}
