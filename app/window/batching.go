package window

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// runBatch does something with a batch beside the window and says what came of it.
func (w *Window) runBatch(b *batch, title string, do func(*batch, context.Context, func(string)) outcome, said func(outcome) string) {
	w.panel.save()
	w.leaveArticle()
	work(w, title, func(ctx context.Context, say func(string)) (outcome, error) {
		return do(b, ctx, say), nil
	}, func(o outcome, _ error) {
		w.renew()
		w.batch, w.fresh = b, true
		w.refreshMenu()
		w.say(said(o))
		w.showFailed(o)
	})
}

// showFailed tells which articles could not be changed.
func (w *Window) showFailed(o outcome) {
	if len(o.failed) == 0 {
		return
	}
	body := container.NewVBox(words("The others were changed. These are as they were:"))
	addListing(body, "Not changed", o.failed)
	w.tell("Some articles could not be changed", body, fyne.NewSize(520, 0))
}

// tagBatch labels what was taken in all articles.
func (w *Window) tagBatch(b *batch) {
	label := b.label.Shown()
	w.runBatch(b, "Tagging as "+label, (*batch).do, func(o outcome) string {
		said := fmt.Sprintf("Tagged %s as %s in %s", grouped(o.spans), label, counted(o.articles, "article"))
		if o.there > 0 {
			said += fmt.Sprintf(", %s were there already", grouped(o.there))
		}
		return o.stopped(said) + " " + w.keyOf("undo") + " takes all of them back."
	})
}

// takeBackBatch takes back in all articles what the last batch did.
func (w *Window) takeBackBatch() {
	b := w.batch
	w.runBatch(b, "Taking back "+b.label.Shown(), (*batch).takeBack, func(o outcome) string {
		b.undone = o.left == 0
		said := fmt.Sprintf("Took back %s as %s in %s", counted(o.spans, "span"), b.label.Shown(), counted(o.articles, "article"))
		if o.kept > 0 {
			said += fmt.Sprintf("; %s were changed or linked since, and stay", grouped(o.kept))
		}
		return o.stopped(said)
	})
}

// redoBatch does again what was taken back.
func (w *Window) redoBatch() {
	b := w.batch
	w.runBatch(b, "Tagging as "+b.label.Shown(), (*batch).again, func(o outcome) string {
		b.undone = o.left > 0
		said := fmt.Sprintf("Tagged %s as %s again in %s", grouped(o.spans), b.label.Shown(), counted(o.articles, "article"))
		if o.kept > 0 {
			said += fmt.Sprintf("; not %s, in articles where something else was done since", grouped(o.kept))
		}
		return o.stopped(said)
	})
}

// stopped ends a sentence, and says what was not come to.
func (o outcome) stopped(said string) string {
	if o.left == 0 {
		return said + "."
	}
	return "Stopped: " + strings.ToLower(said[:1]) + said[1:] + fmt.Sprintf("; %s not come to.", counted(o.left, "article"))
}

// batchName is the last batch, as menus show it.
func (w *Window) batchName() string {
	n, articles := 0, 0
	for _, p := range w.batch.parts {
		n += len(p.spans)
		articles += ones(len(p.spans) > 0)
	}
	return fmt.Sprintf("Label %s as %s in %s", grouped(n), w.batch.label.Shown(), counted(articles, "article"))
}

// undoesBatch reports whether undoing takes back the last batch: nothing was done since.
func (w *Window) undoesBatch() bool { return noBatch(w) == "" && w.fresh }

// redoesBatch reports whether redoing does the last batch again.
func (w *Window) redoesBatch() bool {
	return w.batch != nil && w.batch.project == w.project && w.batch.undone && w.fresh
}

func noBatch(w *Window) string {
	if why := readOnlyOrNone(w); why != "" {
		return why
	}
	if w.batch == nil || w.batch.project != w.project || w.batch.undone {
		return "Nothing was tagged in the whole project since it was opened"
	}
	return ""
}

func batchTitle(w *Window) string {
	if noBatch(w) != "" {
		return "Take back tagging in the project"
	}
	return "Take back “" + w.batchName() + "”"
}
