//go:build display

package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// A load is how much an article holds that something is measured with.
type load struct{ bytes, spans int }

func (l load) String() string { return fmt.Sprintf("%s, %s spans", l.size(), thousands(l.spans)) }

func (l load) size() string {
	if l.bytes >= 1<<20 {
		return fmt.Sprintf("%d MB", l.bytes>>20)
	}
	return fmt.Sprintf("%d KB", l.bytes>>10)
}

func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// The words of an invented land, from which articles of any length are made.
var (
	places  = strings.Fields("Vessmark Orvane Amrel Caldmoor Tarnhill Lowfen Ostrel Brackwater Sennet Ilverne")
	people  = strings.Fields("police officials doctors villagers soldiers ministers fishermen engineers teachers drivers")
	verbs   = strings.Fields("reported denied confirmed counted described blamed repeated promised withdrew crossed")
	things  = strings.Fields("bridges wounded markets shells harbours barricades trucks convoys orchards statements")
	details = []string{"before dawn", "on the second day", "along the river", "in a written statement", "according to the regional council",
		"after hours of shelling", "— for the third time this month —", "“without any warning”", "near the mill", "по словам очевидцев"}
)

// reportOf makes up a report of about so many bytes, always the same for a seed.
func reportOf(bytes int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 11))
	of := func(words []string) string { return words[r.IntN(len(words))] }
	var b strings.Builder
	for n := 1; b.Len() < bytes; n++ {
		fmt.Fprintf(&b, "The %s of %s %s %d %s %s", of(people), of(places), of(verbs), 2+r.IntN(90), of(things), of(details))
		if n%9 == 0 {
			b.WriteString(".\n\n")
		} else {
			b.WriteString(". ")
		}
	}
	return b.String()
}

// A labelled span of a report, in code points.
type labelled struct {
	Label string `json:"label"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// spansOf labels so many different stretches of one to nine words, anywhere in a text, one upon
// another where it comes so. No actor is among them: those are what is tagged while it is measured.
func spansOf(text string, count int) []labelled {
	words := wordsOf(text)
	r := rand.New(rand.NewPCG(uint64(count), 13))
	seen := map[[3]int]bool{}
	labels := []string{"place", "casualty", "claim"}
	spans := make([]labelled, 0, count)
	for len(spans) < count {
		first, label := r.IntN(len(words)), r.IntN(len(labels))
		last := min(len(words)-1, first+min(r.IntN(10), r.IntN(10)))
		if key := [3]int{first, last, label}; !seen[key] {
			seen[key] = true
			from, to := words[first], words[last]
			spans = append(spans, labelled{labels[label], from.start, to.end, text[from.at:to.until]})
		}
	}
	return spans
}

// A wordPlace is where a word stands: code points, and bytes.
type wordPlace struct{ start, end, at, until int }

func wordsOf(text string) []wordPlace {
	var words []wordPlace
	at, start := 0, 0
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		skipped := strings.Index(text[at:], piece)
		start += utf8.RuneCountInString(text[at : at+skipped])
		at += skipped
		length := utf8.RuneCountInString(piece)
		words = append(words, wordPlace{start, start + length, at, at + len(piece)})
		at, start = at+len(piece), start+length
	}
	return words
}

// projectOf makes a project with one article for each load, in that order, labelled by whoever runs
// the program. It is made as a user makes one: by importing JSON Lines.
func projectOf(t *testing.T, loads []load) string {
	t.Helper()
	folder := t.TempDir()
	file, err := os.Create(filepath.Join(folder, "reports.jsonl"))
	must(t, err)
	lines := json.NewEncoder(file)
	for i, l := range loads {
		text := reportOf(l.bytes, uint64(i+1))
		must(t, lines.Encode(map[string]any{"format": "glossator/1", "title": l.String(), "text": text,
			"layers": []any{map[string]any{"author": authorOfThis(t), "author_kind": "person", "status": "started", "spans": spansOf(text, l.spans)}}}))
	}
	must(t, file.Close())
	project := filepath.Join(folder, "speed.gloss")
	run(t, "import", project, file.Name())
	return project
}

// authorOfThis is under which name the program marks.
func authorOfThis(t *testing.T) string {
	t.Helper()
	u, err := user.Current()
	must(t, err)
	full, _, _ := strings.Cut(u.Name, ",")
	return cmp.Or(strings.TrimSpace(full), u.Username)
}
