package window

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
	"github.com/glossator/glossator/storage"
)

// changed shows what a change of the session came to.
func (w *Window) changed(before, after annotate.State) {
	edited := !before.Layer.Equal(after.Layer)
	if edited {
		w.attention.hurry()
		w.pile.edited(after.Depth)
		w.fresh = false
		w.page.header.showStatus(after.Layer.Status())
		w.list.update(before, after)
	}
	w.view.Together(func() {
		if edited {
			w.showMarks()
		}
		w.view.SetCurrent(string(after.Selection.Span))
		w.showSelection(after.Selection)
	})
	w.panel.show(after, edited)
	w.trace.changed(w, before, after, edited)
	w.guide.follow()
	if after.Selection.Span != "" {
		w.inHand = after.Selection.Span
	}
	if edited || (before.Selection.Span == "") != (after.Selection.Span == "") {
		w.refreshMenuSoon()
	}
	if edited || before.Selection.Span != after.Selection.Span {
		w.settle()
	}
}

// settle gives what has grown or shrunk its room now. Fyne does so when it draws, and then draws all
// a second time.
func (w *Window) settle() {
	if c, can := w.win.Canvas().(interface{ EnsureMinSize() bool }); can {
		c.EnsureMinSize()
	}
}

// showSelection brings the text's selection in step with the session's. A chosen span shows as a
// mark that stands out, so that nothing else of it is selected; the caret is in it or behind it.
func (w *Window) showSelection(s annotate.Selection) {
	anchor, caret := w.view.Selection()
	shown := annotate.Range{Start: min(anchor, caret), End: max(anchor, caret)}
	switch {
	case s.Span != "" && (!shown.Empty() || caret < s.Range.Start || caret > s.Range.End):
		w.view.Select(s.Range.End, s.Range.End)
	case s.Span == "" && shown != s.Range:
		w.view.Select(s.Range.Start, s.Range.End)
	}
}

// selected is told what the user selected in the text. A stretch that was made with the mouse is
// tagged at once while a label paints; with keys it grows word by word, and Space tags it.
func (w *Window) selected(r annotate.Range) {
	byKey := w.moving
	w.moving = false
	if w.session == nil {
		return
	}
	if !byKey && altHeld() {
		w.closeMenuAfterAlt()
	}
	w.panel.save()
	w.session.Select(r)
	switch {
	case w.painting != "" && !r.Empty() && !byKey:
		w.tag(w.painting)
	case w.painting != "" && !r.Empty():
		w.say("Space tags this as " + w.label(w.painting).Shown())
	case !r.Empty():
		w.say(w.counts(r))
	default:
		w.saysOn()
	}
}

// counts is how much is selected, and what can be done with it.
func (w *Window) counts(r annotate.Range) string {
	return counted(countWords(w.view.Text()[r.Start:r.End]), "word") + " selected. Press a label's key, or click a label."
}

// pointed is told which mark the user clicked; "" none.
func (w *Window) pointed(id string) {
	if w.session == nil {
		return
	}
	w.panel.save()
	state := w.session.State()
	if _, mine := state.Layer.Span(annotate.ID(id)); mine {
		w.session.SelectSpan(annotate.ID(id))
		w.say(w.nameOf(id))
		return
	}
	if state.Selection.Span != "" {
		anchor, _ := w.view.Selection()
		w.session.Select(annotate.Range{Start: anchor, End: anchor})
	}
	w.selectTheirs(id)
}

// selectTheirs selects the words of a mark that somebody else made, so that a label's key tags them.
func (w *Window) selectTheirs(id string) {
	for _, layer := range w.others {
		if span, theirs := layer.Span(annotate.ID(id)); theirs && w.showsOthers() {
			w.session.Select(span.Range)
			w.say(w.nameOf(id) + ". Press a label's key to mark it too.")
		}
	}
}

// press is a label's key or a click on it: it tags what is chosen; with nothing chosen the label
// becomes the painting label. Where it paints already, it stops. Behind a span that was painted it
// paints on with another label.
func (w *Window) press(label string) {
	span, chosen := w.session.Selected()
	something := chosen || !w.session.State().Selection.Range.Empty()
	switch {
	case w.painting == label && (!something || span.Label == label):
		w.setPainting("")
	case w.painting != "" && chosen && span.Label == w.painting:
		w.setPainting(label)
	case something:
		w.tag(label)
	default:
		w.setPainting(label)
	}
	w.focusText()
}

// tag labels what is chosen and says so.
func (w *Window) tag(label string) {
	if err := w.session.Tag(label); err != nil {
		w.failed(err)
		return
	}
	if span, ok := w.session.Selected(); ok {
		w.say(w.described(span) + w.more(span))
	}
}

// setPainting makes a label the one that each selection gets; "" none.
func (w *Window) setPainting(label string) {
	w.painting = label
	w.panel.showPainting()
	w.guide.follow()
	w.refreshMenu()
	if label == "" {
		w.say("Painting has stopped")
		return
	}
	w.say(w.paintingSaid())
}

// paintingSaid is what the status line says while a label paints.
func (w *Window) paintingSaid() string {
	return "Painting " + w.label(w.painting).Shown() + ": each selection gets this label. Esc stops."
}

// paint tags the selection with the painting label.
func (w *Window) paint() {
	if w.session.State().Selection.Range.Empty() {
		w.sayFailed(annotate.ErrNothingSelected)
		return
	}
	if _, span := w.session.Selected(); !span {
		w.tag(w.painting)
	}
}

func (w *Window) untag() {
	span, ok := w.session.Selected()
	if err := w.session.Untag(); err != nil {
		w.failed(err)
		return
	}
	if ok {
		w.say("Removed " + w.label(span.Label).Shown() + ". " + w.keyOf("undo") + " brings it back.")
	}
	w.focusText()
}

// letGo lets go of the chosen span or words, and of the painting label.
func (w *Window) letGo() {
	if w.session == nil {
		return
	}
	s := w.session.State().Selection
	chosen := s.Span != "" || !s.Range.Empty()
	if chosen {
		_, caret := w.view.Selection()
		w.session.Select(annotate.Range{Start: caret, End: caret})
		w.say("")
	}
	switch {
	case w.painting != "":
		w.setPainting("")
	case !chosen && !w.finder.object.Hidden:
		w.finder.hide()
	case !chosen && w.guide.open:
		w.guide.toggle()
	}
}

// step walks the spans in reading order.
func step(by int) func(*Window) {
	return func(w *Window) {
		if span, ok := w.session.Neighbour(by); ok {
			w.chooseSpan(span)
		}
	}
}

// chooseSpan selects a span and brings it into sight.
func (w *Window) chooseSpan(span annotate.Span) {
	w.session.SelectSpan(span.ID)
	w.view.Reveal(textview.Range(span.Range))
	w.say(w.nameOf(string(span.ID)))
	w.focusText()
}

// mild are the reasons that are the user's to mend.
var mild = []error{
	annotate.ErrNothingSelected, annotate.ErrNoSpan, annotate.ErrNothingToUndo, annotate.ErrNothingToRedo, annotate.ErrTwin,
	annotate.ErrNothingLeft, annotate.ErrNotInside, annotate.ErrNoNeighbour, annotate.ErrNotInSpan, annotate.ErrNoGaps, annotate.ErrSameLabel,
}

// failed tells that an edit was not made: in the status line if that is the user's to mend, else in
// a dialog.
func (w *Window) failed(err error) {
	if slices.ContainsFunc(mild, func(m error) bool { return errors.Is(err, m) }) {
		w.sayFailed(err)
		return
	}
	if errors.Is(err, storage.ErrVanished) {
		w.tellVanished(err)
		return
	}
	if errors.Is(err, storage.ErrDamaged) {
		w.showError("This cannot be read", err, "What you see is what the project file holds. Check the project (Project menu), which says what is wrong and what to do.")
		return
	}
	w.showError("This was not saved", err, "What you see is what the project file holds: the last change is not in it. Make room on the disk or make the file writable, then do it again.")
}

// showMenuAt offers what can be done at a place of the text.
func (w *Window) showMenuAt(at fyne.Position, id string) {
	if id != "" {
		w.pointed(id)
	}
	labels, others := fyne.NewMenu(""), []*fyne.MenuItem{fyne.NewMenuItemSeparator()}
	width := w.titleWidth(offered)
	for _, c := range w.commands {
		if !offered(c) {
			continue
		}
		item := w.menuItem(c, width)
		item.Checked = false
		if c.Menu == "Label" {
			labels.Items = append(labels.Items, item)
		} else {
			others = append(others, item)
		}
	}
	labels.Items = append(labels.Items, others...)
	widget.ShowPopUpMenuAtPosition(labels, w.win.Canvas(), at)
}

// offered are the commands of the menu at a place of the text.
func offered(c command) bool {
	return strings.HasPrefix(c.ID, "label:") || c.ID == "note" || c.ID == "link" || c.ID == "remove" || c.ID == "tag-all" || c.ID == "sweep"
}
