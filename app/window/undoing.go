package window

import (
	"cmp"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
)

func (w *Window) undo() {
	if w.undoesBatch() {
		w.takeBackBatch()
		return
	}
	steps, _ := w.pile.undoes()
	w.move(-1, steps, "Undone: "+w.undoName())
}

func (w *Window) redo() {
	if w.redoesBatch() {
		w.redoBatch()
		return
	}
	steps, _ := w.pile.redoes()
	w.move(+1, steps, "Redone: "+w.redoName())
}

// undoName is what undoing would take back; "" nothing.
func (w *Window) undoName() string {
	if w.undoesBatch() {
		return w.batchName()
	}
	_, name := w.pile.undoes()
	return cmp.Or(name, w.session.State().Undo)
}

// redoName is what redoing would bring back; "" nothing.
func (w *Window) redoName() string {
	if w.redoesBatch() {
		return w.batchName()
	}
	_, name := w.pile.redoes()
	return cmp.Or(name, w.session.State().Redo)
}

// move undoes (-1) or redoes (+1) so many edits and shows the place where it did.
func (w *Window) move(turn, steps int, said string) {
	if err := w.turned(turn, steps); err != nil {
		w.failed(err)
		return
	}
	if r := w.session.State().Selection.Range; r.End > 0 {
		w.view.Reveal(textview.Range(r))
	}
	w.tagging.search()
	w.say(said)
}

// turned undoes or redoes edits, each of which is saved; it stops at the first that fails.
func (w *Window) turned(turn, steps int) error {
	how := map[int]func(*annotate.Session) error{-1: (*annotate.Session).Undo, +1: (*annotate.Session).Redo}[turn]
	w.pile.turn = turn
	defer func() { w.pile.turn = 0 }()
	for range steps {
		if err := how(w.session); err != nil {
			return err
		}
	}
	return nil
}
