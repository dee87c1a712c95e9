package dataset

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// A windowsText is a text as a program on Windows writes it: a line ends in two characters.
type windowsText string

func (w windowsText) raw() string { return strings.ReplaceAll(string(w), "\n", "\r\n") }

// at is where the byte of the clean text is in the raw one, in code points.
func (w windowsText) at(offset int) int {
	before := string(w)[:offset]
	return utf8.RuneCountInString(before) + strings.Count(before, "\n")
}

// A windowsSpan is a span of the raw text.
type windowsSpan struct {
	Label string `json:"label"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Random texts with line ends of two characters, emoji, flags, text from right to left, tabs and
// separators of every kind come clean out of each kind of file that holds offsets, and each span is
// on its own words.
func TestRandomTextsWithWindowsLineEnds(t *testing.T) {
	files := map[string]func(folder, raw string, spans []windowsSpan) error{
		"jsonl": func(folder, raw string, spans []windowsSpan) error {
			return writeJSONLine(folder, map[string]any{"text": raw, "layers": []any{map[string]any{"author": "Ada", "spans": spans}}})
		},
		"doccano": func(folder, raw string, spans []windowsSpan) error {
			labels := [][3]any{}
			for _, s := range spans {
				labels = append(labels, [3]any{s.Start, s.End, s.Label})
			}
			return writeJSONLine(folder, map[string]any{"text": raw, "label": labels})
		},
		"prodigy": func(folder, raw string, spans []windowsSpan) error {
			return writeJSONLine(folder, map[string]any{"text": raw, "spans": spans, "answer": "accept", "_input_hash": 1, "_task_hash": 2})
		},
		"brat": func(folder, raw string, spans []windowsSpan) error {
			var lines strings.Builder
			runes := []rune(raw)
			for i, s := range spans {
				words := strings.NewReplacer("\r", " ", "\n", " ").Replace(string(runes[s.Start:s.End]))
				fmt.Fprintf(&lines, "T%d\t%s %d %d\t%s\n", i+1, s.Label, s.Start, s.End, words)
			}
			if err := writeText(filepath.Join(folder, "in.txt"), raw); err != nil {
				return err
			}
			return writeText(filepath.Join(folder, "in.ann"), lines.String())
		},
	}
	for format, write := range files {
		t.Run(format, func(t *testing.T) {
			for seed := range uint64(60) {
				text, spans := windowsDocument(newDice(seed))
				folder := t.TempDir()
				if err := write(folder, windowsText(text).raw(), spans); err != nil {
					t.Fatal(err)
				}
				docs, refusals := readSome(t, Reading{Format: format, Units: annotate.CodePoints}, folder)
				if len(docs) != 1 || len(refusals) > 0 {
					t.Fatalf("seed %d: %d documents; refused: %q", seed, len(docs), refusals)
				}
				if docs[0].Article.Text != text {
					t.Fatalf("seed %d: the text is %q, not %q", seed, docs[0].Article.Text, text)
				}
				expectWindowsSpans(t, seed, docs[0], text, spans)
			}
		})
	}
}

// windowsDocument draws a clean text, and spans of what is raw of it, no two alike.
func windowsDocument(d dice) (text string, spans []windowsSpan) {
	text = "Ana: " + d.text(3+d.IntN(40)) + "\nend"
	layer := annotate.NewLayer(d.id("article", 0), annotate.Author{ID: d.id("author", 0), Name: "Ada", Kind: annotate.Person})
	seen := map[windowsSpan]bool{}
	for _, s := range d.spans(layer, text) {
		label := map[bool]string{true: "actor", false: "place"}[len(seen)%2 == 0]
		w := windowsSpan{label, windowsText(text).at(s.Start), windowsText(text).at(s.End)}
		if words := text[s.Start:s.End]; !seen[w] && strings.TrimSpace(words) == words && annotate.Snap(text, s.Range) == s.Range {
			seen[w] = true
			spans = append(spans, w)
		}
	}
	return text, spans
}

func expectWindowsSpans(t *testing.T, seed uint64, doc annotate.Document, text string, want []windowsSpan) {
	t.Helper()
	got := map[windowsSpan]bool{}
	for _, layer := range doc.Layers {
		for _, s := range layer.Spans() {
			got[windowsSpan{s.Label, windowsText(text).at(s.Start), windowsText(text).at(s.End)}] = true
		}
	}
	for _, w := range want {
		if !got[w] {
			t.Errorf("seed %d: %+v of %q is not there, but %v", seed, w, text, got)
		}
	}
	if len(got) != len(want) {
		t.Errorf("seed %d: %d spans of %d", seed, len(got), len(want))
	}
}

func writeJSONLine(folder string, line any) error {
	data, err := json.Marshal(line)
	if err != nil {
		return err
	}
	return writeText(filepath.Join(folder, "in.jsonl"), string(data)+"\n")
}
