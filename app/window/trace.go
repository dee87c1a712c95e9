package window

import (
	"context"
	"encoding/json"
	"os"
	"time"

	"github.com/glossator/glossator/annotate"
)

// A trace writes a line of JSON for each thing that happens, for tests that drive the real window.
// A nil trace does nothing.
type trace struct {
	w      *Window
	file   *os.File
	stop   context.CancelFunc
	layout string // as it was written last
	frames *frames
}

// event is one line. Offsets are code points, times microseconds since 1970; "at" is when it was
// written. A "frame" tells of the
// first thing that asked for it (a key, the wheel, the mouse, a change), when all of it was drawn and
// handed to OpenGL, and when it was on the screen.
type event map[string]any

// newTrace begins a trace if one was asked for.
func newTrace(w *Window) *trace {
	if w.options.Trace == "" {
		return nil
	}
	file, err := os.OpenFile(w.options.Trace, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		w.showError("The trace cannot be written", err, "")
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	t := &trace{w: w, file: file, stop: cancel}
	t.frames = watchFrames(w.win, t.write)
	w.view.OnInput = func() {
		w.attention.hurry()
		t.frames.ask()
	}
	each(ctx, 100*time.Millisecond, t.showLayout)
	return t
}

func (t *trace) close() {
	if t != nil && t.file != nil {
		t.stop()
		_ = t.file.Close() // each line was written when it was said
		t.file = nil
	}
}

func (t *trace) write(e event) {
	if t == nil || t.file == nil {
		return
	}
	e["at"] = time.Now().UnixMicro()
	line, err := json.Marshal(e)
	if err == nil {
		_, err = t.file.Write(append(line, '\n'))
	}
	if err != nil {
		t.close()
	}
}

func (t *trace) ready() { t.write(event{"event": "ready"}) }

func (t *trace) status(words string) {
	if t != nil {
		t.write(event{"event": "status", "text": words})
	}
}

func (t *trace) dialog(title string) {
	if t != nil {
		t.write(event{"event": "dialog", "title": title})
	}
}

// sheet writes which sheet covers the article; "" none.
func (t *trace) sheet(title string) {
	if t != nil {
		t.write(event{"event": "sheet", "title": title})
	}
}

// listed writes how many articles the list shows.
func (t *trace) listed(n int) {
	if t != nil {
		t.write(event{"event": "list", "n": n})
	}
}

// found writes how many hits a search of the project shows.
func (t *trace) found(words string, n int) {
	if t != nil {
		t.write(event{"event": "found", "text": words, "n": n})
	}
}

func (t *trace) article(s annotate.State) {
	if t != nil {
		t.wantFrame()
		t.write(event{"event": "article", "id": s.Article.ID, "title": s.Article.Title, "status": s.Layer.Status(), "spans": s.Layer.SpanCount()})
	}
}

// wantFrame notes that what has changed is to be shown.
func (t *trace) wantFrame() {
	if t.frames != nil {
		t.frames.ask()
	}
}

// changed writes what a change of the session was.
func (t *trace) changed(w *Window, before, after annotate.State, edited bool) {
	if t == nil {
		return
	}
	t.wantFrame()
	if edited {
		name := after.Undo
		if before.Redo != after.Redo && before.Undo != after.Undo && len(after.Redo) > 0 {
			name = after.Redo
		}
		t.write(event{"event": "edit", "name": name, "spans": after.Layer.SpanCount(), "undo": after.Undo, "redo": after.Redo, "status": after.Layer.Status()})
	}
	start, end := w.units.OfRange(after.Selection.Range)
	if span, ok := after.Layer.Span(after.Selection.Span); ok {
		t.write(event{"event": "span", "id": span.ID, "label": span.Label, "start": start, "end": end})
		return
	}
	if !edited {
		t.write(event{"event": "select", "start": start, "end": end})
	}
}
