package window

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// snapshotPeriod is how often a snapshot is kept while somebody works.
const snapshotPeriod = 20 * time.Minute

// snapshotNow keeps a snapshot beside the window if anything was changed since the last.
func (w *Window) snapshotNow() {
	project := w.project
	if project == nil || project.ReadOnly() {
		return
	}
	ask(w, &w.snapshotting, 0, func(ctx context.Context) (bool, error) {
		_, kept, err := project.SnapshotIfChanged(ctx)
		return kept, err
	}, func(kept bool, err error) {
		switch {
		case err != nil:
			w.say("No snapshot was kept. " + sentence(err.Error()))
		case kept:
			w.say("A snapshot of the project was kept")
		}
	})
}

// showPace is how often it is shown how far a snapshot is. A bar that runs to and fro would have the
// window drawn all the time, at the cost of the snapshot.
const showPace = 200 * time.Millisecond

// snapshotBefore keeps a snapshot if anything was changed since the last, and does what follows. It
// can be left out.
func (w *Window) snapshotBefore(then func()) {
	project := w.project
	if project == nil || project.ReadOnly() || w.leaving || w.gone {
		then()
		return
	}
	due, err := project.SnapshotDue(context.Background())
	if err == nil && !due {
		then()
		return
	}
	w.leaving = true // Ctrl+Q once more goes at once
	ctx, cancel := context.WithCancel(context.Background())
	skipped := false
	skip := func() {
		skipped = true
		cancel()
	}
	said := newLine("Everything is saved. A copy is kept too, to come back to.", theme.SizeNameText, colourQuiet)
	bar := widget.NewProgressBar()
	each(ctx, showPace, func() { bar.SetValue(project.SnapshotDone()) })
	d := w.newDialog("Keeping a snapshot", container.NewVBox(said, bar))
	d.escape = skip
	d.button("Close without it", skip)
	d.show(fyne.NewSize(460, 150))
	ask(w, &w.snapshotting, 0, func(asked context.Context) (bool, error) {
		defer cancel()
		stop := context.AfterFunc(asked, cancel)
		defer stop()
		_, kept, err := project.SnapshotIfChanged(ctx)
		return kept, err
	}, func(_ bool, err error) {
		d.close()
		if err != nil && !skipped {
			w.showError("No snapshot was kept", err, "Your labels are saved all the same. Quit once more to close the window.")
			return
		}
		then()
	})
}
