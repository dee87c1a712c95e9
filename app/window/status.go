package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// A statusLine says, at the bottom of the window, what happened last or why something was not
// done; what the pointer is over; and at its right how far the author is.
type statusLine struct {
	object fyne.CanvasObject
	row    *fyne.Container
	said   *line
	right  *line
	last   string // what is said while the pointer is over nothing
	kept   bool   // that is that something was saved, which the click that saved it is not to wipe away
}

func newStatusLine(*Window) *statusLine {
	s := &statusLine{
		said:  newLine("", theme.SizeNameCaptionText, colourQuiet),
		right: wholeLine("", theme.SizeNameCaptionText, colourFaint),
	}
	s.row = between(newBackdrop(""), s.said, s.right, 12)
	s.object = padded(4, 4, 14, 14, s.row)
	return s
}

// say tells the user something in the status line.
func (w *Window) say(words string) {
	w.status.last, w.status.kept = words, false
	w.status.said.set(words)
	w.trace.status(words)
}

// sayKept says that something was saved.
func (w *Window) sayKept(words string) {
	w.say(words)
	w.status.kept = true
}

// saysOn wipes away what was said of something that the user has left behind. While a label paints
// that is said.
func (w *Window) saysOn() {
	switch {
	case w.status.kept:
		w.status.kept = false
	case w.painting != "":
		w.say(w.paintingSaid())
	case w.status.last != "":
		w.say("")
	}
}

// hint tells what the pointer is over; "" that it is over nothing.
func (w *Window) hint(words string) {
	if words == "" {
		words = w.status.last
	}
	w.status.said.set(words)
}

// sayFailed says why an edit was not made.
func (w *Window) sayFailed(err error) { w.say(sentence(err.Error())) }

// showFinished tells how many articles the author has done.
func (w *Window) showFinished() {
	finished := ""
	switch {
	case w.project == nil:
	case w.list.total == 0:
		finished = w.author.Name
	default:
		finished = fmt.Sprintf("%s of %s done  ·  %s", grouped(w.list.done), counted(w.list.total, "article"), w.author.Name)
	}
	w.status.right.set(finished)
	w.status.row.Refresh()
}

// counted is a number with its noun: "1 article", "8 articles".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%s %ss", grouped(n), noun)
}

// grouped is a number with its thousands apart: "12,405".
func grouped(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// saidOf is what the status line says when an article gets a status.
func saidOf(status annotate.Status) string {
	switch status {
	case annotate.Done:
		return "Marked as done"
	case annotate.Skipped:
		return "Skipped: “Done, and open the next” passes it over"
	case annotate.Flagged:
		return "Flagged, to come back to it"
	case annotate.Started:
		return "Marked as started"
	}
	return "Marked as new"
}
