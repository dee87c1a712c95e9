package window

import (
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// undone tells of edits that are read from the newest on which of them were undone, layer by layer.
type undone map[annotate.ID]*struct{ undoes, redoes int }

// next reports whether an edit was undone and not done again. An undoing, or a redoing, never is.
func (u *undone) next(past storage.Past) bool {
	if *u == nil {
		*u = undone{}
	}
	if (*u)[past.Layer] == nil {
		(*u)[past.Layer] = &struct{ undoes, redoes int }{}
	}
	n := (*u)[past.Layer]
	switch past.Move {
	case annotate.Redo:
		n.redoes++
	case annotate.Undo:
		if n.redoes > 0 {
			n.redoes--
		} else {
			n.undoes++
		}
	default:
		if n.undoes > 0 {
			n.undoes--
			return true
		}
	}
	return false
}

// told is what was done, in one line: "Label as Actor: “the police”".
func (w *Window) told(past storage.Past) string {
	said := past.Name
	switch past.Move {
	case annotate.Undo:
		said = "Undone: " + said
	case annotate.Redo:
		said = "Done again: " + said
	}
	spans := past.Change.Spans.Add
	if len(spans) == 0 {
		spans = past.Change.Spans.Remove
	}
	var quotes []string
	for _, span := range spans[:min(len(spans), 4)] {
		quotes = append(quotes, "“"+isolated(oneLine(span.Quote, 60))+"”")
	}
	if len(quotes) == 0 {
		return said
	}
	if n := len(spans) - len(quotes); n > 0 {
		quotes = append(quotes, "and "+grouped(n)+" more")
	}
	return said + ": " + strings.Join(quotes, ", ")
}
