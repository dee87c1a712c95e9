package window

import (
	"cmp"
	"context"
	"slices"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// stepFlagged goes to the next article of the project that the author has flagged, whatever the list
// shows, or to the one before; around the ends it goes on at the other.
func stepFlagged(by int) func(*Window) {
	return func(w *Window) {
		ctx := context.Background()
		rows, err := w.project.Articles(ctx, storage.Query{Author: w.author.ID, Status: annotate.Flagged})
		if err != nil {
			w.showError("The flagged articles cannot be listed", err, "")
			return
		}
		here := int64(0)
		if w.session != nil {
			row, err := w.project.Row(ctx, w.session.State().Article.ID, w.author.ID)
			if err != nil {
				w.showError("The flagged articles cannot be listed", err, "")
				return
			}
			here = row.Position
		}
		w.openFlagged(rows, here, by)
	}
}

// openFlagged opens the flagged article behind a position, or before it.
func (w *Window) openFlagged(rows []storage.Row, here int64, by int) {
	at, isHere := slices.BinarySearchFunc(rows, here, func(r storage.Row, here int64) int { return cmp.Compare(r.Position, here) })
	switch n := len(rows); {
	case n == 0:
		w.say("No article is flagged. Article ▸ Flag marks one to come back to.")
		return
	case n == 1 && isHere:
		w.say("This is the only flagged article")
		return
	case by < 0:
		at--
	case isHere:
		at++
	}
	i := (at + len(rows)) % len(rows)
	w.openArticle(rows[i].ID)
	w.say("Flagged: " + grouped(i+1) + " of " + counted(len(rows), "article"))
}

// stepNoted goes to the next span of the article that has a note, or to the one before.
func stepNoted(by int) func(*Window) {
	return func(w *Window) {
		state := w.session.State()
		var noted []annotate.Span
		at, isHere := 0, false
		here := annotate.Span{Range: annotate.Range{Start: state.Selection.Range.Start, End: len(state.Article.Text)}}
		if chosen, ok := w.session.Selected(); ok {
			here = chosen
		}
		for _, span := range state.Layer.EachSpan() {
			if span.Note == "" {
				continue
			}
			if span.Compare(here) < 0 {
				at++
			}
			isHere = isHere || span.ID == here.ID
			noted = append(noted, *span)
		}
		switch {
		case len(noted) == 0:
			w.say("No span of the article has a note")
			return
		case len(noted) == 1 && isHere:
			w.say("This is the only span with a note")
			return
		case by < 0:
			at--
		case isHere:
			at++
		}
		w.chooseSpan(noted[(at+len(noted))%len(noted)])
	}
}
