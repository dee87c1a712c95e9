package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A keyedList is a list that hears keys itself, with Shift or without, and shows no focus on its rows.
type keyedList struct {
	widget.List
	shift bool // is held
}

var _ desktop.Keyable = (*keyedList)(nil)

// pressed is the key of an event.
func (l *keyedList) pressed(e *fyne.KeyEvent) key {
	if l.shift {
		return key{Name: e.Name, Mod: fyne.KeyModifierShift}
	}
	return key{Name: e.Name}
}

// FocusGained is Fyne's.
func (l *keyedList) FocusGained() {}

// FocusLost is Fyne's.
func (l *keyedList) FocusLost() { l.shift = false }

// KeyDown is Fyne's.
func (l *keyedList) KeyDown(e *fyne.KeyEvent) { l.shift = l.shift || isShift(e.Name) }

// KeyUp is Fyne's.
func (l *keyedList) KeyUp(e *fyne.KeyEvent) { l.shift = l.shift && !isShift(e.Name) }
