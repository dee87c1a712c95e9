package window

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheTraceSaysWhatHappens(t *testing.T) {
	d := drive(t).open("Bridge closed")
	path := filepath.Join(t.TempDir(), "trace")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	d.trace = &trace{w: d.Window, file: file, stop: func() {}}
	d.drag("Nobody was hurt").press("4", "F1", "Escape")
	d.trace.showLayout()
	d.trace.showLayout()
	lines := readTrace(t, path)
	var kinds []string
	for _, e := range lines {
		kinds = append(kinds, e["event"].(string))
	}
	if got := strings.Join(kinds, " "); got != "select status edit span status dialog dialog layout" {
		t.Errorf("the trace says %s", got)
	}
	// “ stands at 48: three bytes, one code point.
	if start, end := lines[0]["start"].(float64), lines[0]["end"].(float64); start != 49 || end != 64 {
		t.Errorf("selected from %v to %v", start, end)
	}
	targets := lines[len(lines)-1]["targets"].(map[string]any)
	for _, name := range []string{"text", "filter", "note", "remove", "done", "status", "label:actor", "row:0", "span:0"} {
		if targets[name] == nil {
			t.Errorf("the layout does not say where %q is", name)
		}
	}
	if words := lines[len(lines)-1]["words"].([]any); len(words) < 10 {
		t.Errorf("the layout has %d words", len(words))
	}
}

func readTrace(t *testing.T, path string) []event {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var events []event
	for line := range strings.Lines(string(data)) {
		var e event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		events = append(events, e)
	}
	return events
}
