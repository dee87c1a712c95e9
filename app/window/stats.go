package window

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/glossator/glossator/annotate"
)

// showStats shows what the project holds.
func (w *Window) showStats() {
	stats, err := w.project.Stats(context.Background())
	if err != nil {
		w.showError("The project cannot be counted", err, "")
		return
	}
	body := container.NewVBox(words(fmt.Sprintf("%s\n%s of text, %s, %s, %s", shortPath(w.project.Path()),
		counted(stats.Characters, "character"), counted(stats.Spans, "span"), counted(stats.Links, "link"), counted(stats.Edits, "edit"))))
	var labels, authors []string
	for _, l := range stats.Labels {
		labels = append(labels, fmt.Sprintf("%s: %s", w.label(l.Label).Shown(), counted(l.Spans, "span")))
	}
	for _, a := range stats.Authors {
		var parts []string
		for _, status := range annotate.Statuses {
			if n := a.Articles[status]; n > 0 {
				parts = append(parts, fmt.Sprintf("%d %s", n, strings.ToLower(titleOf(status))))
			}
		}
		authors = append(authors, fmt.Sprintf("%s: %s; articles: %s", a.Name, counted(a.Spans, "span"), strings.Join(parts, ", ")))
	}
	addListing(body, "Labels", labels)
	addListing(body, "Authors", authors)
	w.tell("About this project", body, fyne.NewSize(560, 0))
}
