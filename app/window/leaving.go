package window

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
)

// quit closes the window. There is nothing to save: every edit is on the disk. Work that goes on is
// stopped before, if the user wants that, and the window closes when it has come to its end.
func (w *Window) quit() {
	w.panel.save()
	if n := len(w.running); n > 0 {
		w.askStop(w.running[n-1])
		return
	}
	w.tagging.close()
	w.remember()
	w.snapshotBefore(w.win.Close)
}

// askStop asks whether to stop work that goes on, and to quit then.
func (w *Window) askStop(p *progress) {
	if p.asked != nil || w.quitting {
		return
	}
	said := fmt.Sprintf("“%s” is not done yet. To quit, it is stopped as by its Cancel button, which leaves nothing half done.", p.dialog.title)
	d := w.newDialog("Stop it and quit?", words(said))
	p.asked = d
	leave := func() {
		p.asked = nil
		d.close()
	}
	d.escape = leave
	d.button("Go on with it", leave)
	d.primary("Stop it and quit", func() {
		leave()
		w.quitting = true
		p.stop()
	})
	d.show(fyne.NewSize(460, 0))
}

// ended tells that work has come to its end. What came of it is shown next, and the window closes after
// that if somebody waits for it.
func (w *Window) ended(p *progress) {
	w.running = slices.DeleteFunc(w.running, func(other *progress) bool { return other == p })
	if w.quitting && len(w.running) == 0 {
		w.quitting = false
		w.later(0, w.quit)
	}
}

// patience is how long the program waits at its end for work that is being stopped.
const patience = 5 * time.Second

// stopAll stops the work that goes on, for a program that ends without being asked, and waits for it so
// that it can clear away what it has begun.
func (w *Window) stopAll() {
	if len(w.running) == 0 {
		return
	}
	for _, p := range w.running {
		p.stop()
	}
	select {
	case <-w.jobs.idle():
	case <-time.After(patience):
	}
}
