package window

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
)

// benched opens the window on two articles of a size, with so many spans each, one another's twins
// but for their first word.
func benched(b *testing.B, bytes, spans int) *Window {
	b.Helper()
	b.Setenv("HOME", b.TempDir())
	b.Setenv("XDG_DATA_HOME", b.TempDir())
	b.Setenv("XDG_CONFIG_HOME", b.TempDir())
	b.Setenv("XDG_STATE_HOME", b.TempDir())
	folder := b.TempDir()
	path := filepath.Join(folder, "bench"+storage.Extension)
	if err := makeSample(path, annotate.Author{Name: "Ana", Kind: annotate.Person}); err != nil {
		b.Fatal(err)
	}
	file, err := os.Create(filepath.Join(folder, "reports.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	for _, first := range []string{"Early", "Late"} {
		if err := json.NewEncoder(file).Encode(longReport(first, bytes, spans)); err != nil {
			b.Fatal(err)
		}
	}
	file.Close()
	project, err := storage.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := project.Import(b.Context(), dataset.Read(context.Background(), []string{file.Name()}, dataset.Reading{}), storage.ImportOptions{}); err != nil {
		b.Fatal(err)
	}
	project.Close()
	w := New(test.NewTempApp(b), Options{Project: path})
	w.prefs.SetString(keyAuthor, "Ana")
	w.win.Resize(fyne.NewSize(1280, 720))
	w.win.Show()
	w.start()
	if w.dialog != nil {
		w.dialog.main() // yes, Ana's labels are the user's
	}
	if w.project == nil || w.list.matches == 0 {
		b.Fatal("the project is not open")
	}
	b.Cleanup(w.close)
	return w
}

// longReport is a report in our JSON Lines.
func longReport(first string, bytes, spans int) map[string]any {
	sentence := "Villagers near Vessmark said that the shelling of the mill began before dawn. "
	text := first + " report. " + strings.Repeat(strings.Repeat(sentence, 8)+"\n", bytes/(8*len(sentence))+1)
	var all []any
	for i := range spans {
		start := i * (len(text) - 100) / spans
		all = append(all, map[string]any{"label": "place", "start": start, "end": start + 1 + i%60, "quote": text[start : start+1+i%60]})
	}
	return map[string]any{"format": "glossator/1", "title": first, "text": text,
		"layers": []any{map[string]any{"author": "Ana", "author_kind": "person", "status": "started", "spans": all}}}
}

// Everything between the command "next article" and the frame, but drawing.
func BenchmarkOpenArticle(b *testing.B) {
	for _, size := range []int{100 << 10, 1 << 20, 10 << 20} {
		for _, spans := range []int{1000, 10000} {
			b.Run(fmt.Sprintf("%dKB/%d", size>>10, spans), func(b *testing.B) {
				w := benched(b, size, spans)
				by, n := 1, w.list.matches
				row, _ := w.list.row(n - 2)
				w.openArticle(row.ID)
				if got := len(w.session.State().Layer.Spans()); got != spans {
					b.Fatalf("%d spans", got)
				}
				for b.Loop() {
					turn(by)(w)
					by = -by
				}
			})
		}
	}
}

// Everything between a label's key and the frame, but drawing: the edit, kept on the disk, and what it
// changes in the window; then its undoing.
func BenchmarkLabel(b *testing.B) {
	for _, spans := range []int{10, 1000, 10000} {
		b.Run(fmt.Sprintf("%d", spans), func(b *testing.B) {
			w := benched(b, 100<<10, spans)
			row, _ := w.list.row(w.list.matches - 1)
			w.openArticle(row.ID)
			for b.Loop() {
				w.session.Select(annotate.Range{Start: 7, End: 13})
				w.press("actor")
				w.undo()
			}
		})
	}
}
