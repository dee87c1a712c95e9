package window

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// altHeld reports whether Alt is held.
func altHeld() bool { return modifiersHeld()&fyne.KeyModifierAlt != 0 }

// modifiersHeld are the modifiers that are held now.
func modifiersHeld() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// closeMenuAfterAlt waits until Alt is let go, with which exact characters were selected, and closes
// the menu that Fyne opens then: that the mouse was used in between makes no difference to it.
func (w *Window) closeMenuAfterAlt() {
	if w.exact {
		return
	}
	w.exact = true
	ctx, done := context.WithCancel(context.Background())
	letGo := 0
	each(ctx, 20*time.Millisecond, func() {
		if altHeld() {
			return
		}
		if letGo++; letGo < 3 {
			return
		}
		w.exact = false
		done()
		if _, typing := w.win.Canvas().Focused().(*entry); !typing && w.dialog == nil {
			w.win.SetMainMenu(w.menu())
			w.focusText()
		}
	})
}
