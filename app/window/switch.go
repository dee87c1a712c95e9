package window

import "fyne.io/fyne/v2/theme"

// A switchButton is a quiet button that is on or off.
type switchButton struct {
	*quietButton
	on      bool
	changed func()
}

func newSwitch(w *Window, text, hint string, changed func()) *switchButton {
	s := &switchButton{changed: changed}
	s.quietButton = newQuietButton(w, nil, text, func() { s.toggle() })
	s.hint = hint
	s.set(false)
	return s
}

func (s *switchButton) toggle() { s.set(!s.on) }

// set switches it, and tells that.
func (s *switchButton) set(on bool) {
	was := s.on
	s.on, s.filled = on, on
	s.text.colour = colourFaint
	s.text.style.Bold = on
	if on {
		s.text.colour = theme.ColorNameForeground
	}
	s.text.Refresh()
	s.Refresh()
	if was != on {
		s.changed()
	}
}
