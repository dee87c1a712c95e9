package window

import (
	"testing"

	"github.com/glossator/glossator/annotate"
)

// Showing other things on the card in turn, but drawing.
func BenchmarkCard(b *testing.B) {
	w := benched(b, 20<<10, 10)
	row, _ := w.list.row(w.list.matches - 1)
	w.openArticle(row.ID)
	article := w.session.State()
	tagged := func(label string, start, end int) annotate.State {
		w.session.Select(annotate.Range{Start: start, End: end})
		w.press(label)
		return w.session.State()
	}
	casualty, actor, other := tagged("casualty", 3, 9), tagged("actor", 300, 312), tagged("actor", 420, 430)
	for _, turn := range []struct {
		name string
		a, b annotate.State
	}{
		{"one-label", actor, other},
		{"two-labels", actor, casualty},
		{"span-and-article", actor, article},
	} {
		b.Run(turn.name, func(b *testing.B) {
			for b.Loop() {
				w.panel.card.show(turn.a)
				w.panel.card.show(turn.b)
			}
		})
	}
}
