package window

import "time"

// keptWithin is how far the project file may be behind what was typed.
const keptWithin = 700 * time.Millisecond

// keepSoon is told of each key that is typed into a field of the card. What is there is kept a moment
// later, so that a run of keys does not become as many edits and a crash costs no more than a word.
func (w *Window) keepSoon() {
	if w.typing {
		return
	}
	w.typing = true
	w.later(keptWithin, func() {
		w.typing = false
		w.panel.card.keepTyping()
	})
}
