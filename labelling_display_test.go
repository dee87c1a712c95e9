//go:build display

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// A wish is a span that a test wants to label: offsets in code points.
type wish struct {
	label      string
	start, end int
	quote      string
}

// exported is an article as our JSON Lines hold it.
type exported struct {
	Title, Text string
	Layers      []struct {
		Author, Status, Note string
		Spans                []exportedSpan
	}
}

type exportedSpan struct {
	Label, Quote string
	Start, End   int // code points
}

// keysOf are the keys of the labels in the default scheme.
var keysOf = map[string]string{"actor": "1", "place": "2", "casualty": "3", "claim": "4"}

// wishes are what a quick reader would label in an article: names of places and
// people, numbers of people, and sentences in which somebody says something.
func wishes(text string) []wish {
	var all []wish
	for label, pattern := range map[string]string{
		"place":    `\b(?:Belgorod|Kursk|Moscow|Kyiv|Ukraine|Russia|Vess\w*|Orvane|Amrel)\b`,
		"actor":    `\b(?:Kremlin|Legion|Battalion|governor|ministry|[Oo]fficials|police)\b`,
		"casualty": `\b(?:\d+|two|three|four|five|several|dozens)(?: \w+)? (?:people|civilians|soldiers|drones|men)\b`,
		"claim":    `\b[A-Z][^.\n“”"]{30,120} said\b`,
	} {
		for _, m := range regexp.MustCompile(pattern).FindAllStringIndex(text, 12) {
			whole := annotate.Range{Start: m[0], End: m[1]}
			if annotate.Snap(text, whole) != whole {
				continue // part of a word such as "pro-Kyiv"
			}
			start := utf8.RuneCountInString(text[:m[0]])
			quote := text[m[0]:m[1]]
			all = append(all, wish{label, start, start + utf8.RuneCountInString(quote), quote})
		}
	}
	slices.SortFunc(all, func(a, b wish) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	return all
}

// newsroom makes a project of real articles where they lie beside the
// repository, else of two reports of our own.
func newsroom(t *testing.T) string {
	t.Helper()
	project := filepath.Join(t.TempDir(), "news.gloss")
	real := "../shared/conformance/articles"
	if _, err := os.Stat(real); err != nil {
		real = t.TempDir()
		for i, text := range ownReports {
			must(t, os.WriteFile(filepath.Join(real, fmt.Sprintf("report-%d.txt", i+1)), []byte(text), 0o600))
		}
	}
	run(t, "import", project, real)
	return project
}

var ownReports = []string{
	"Two people were killed in Vessmark on Monday, officials said.\n\nThe governor of Orvane said on the radio that 14 soldiers had been wounded.\nThe Northern Battalion denied it. “We have lost nobody,” a spokesman wrote.\n",
	"Shelling in Amrel\nAt least three civilians died in Amrel after police closed the bridge, the ministry said.\n",
}

// export reads the project as a training program would.
func export(t *testing.T, project string) []exported {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.jsonl")
	run(t, "export", project, "--format", "jsonl", "-o", path)
	file, err := os.Open(path)
	must(t, err)
	defer file.Close()
	var all []exported
	in := bufio.NewReader(file)
	for decoder := json.NewDecoder(in); decoder.More(); {
		var e exported
		must(t, decoder.Decode(&e))
		all = append(all, e)
	}
	return all
}

// check compares what an article's export holds with what was wished for.
func check(t *testing.T, got exported, want []wish) {
	t.Helper()
	var spans, wanted []string
	text := []rune(got.Text)
	for _, layer := range got.Layers {
		if layer.Status != "done" {
			t.Errorf("%s: the status is %q", got.Title, layer.Status)
		}
		for _, s := range layer.Spans {
			spans = append(spans, fmt.Sprintf("%s %d-%d %s", s.Label, s.Start, s.End, s.Quote))
			if string(text[s.Start:s.End]) != s.Quote {
				t.Errorf("%s: the text from %d to %d is not %q", got.Title, s.Start, s.End, s.Quote)
			}
		}
	}
	for _, w := range want {
		wanted = append(wanted, fmt.Sprintf("%s %d-%d %s", w.label, w.start, w.end, w.quote))
	}
	slices.Sort(spans)
	slices.Sort(wanted)
	if !slices.Equal(spans, wanted) {
		t.Errorf("%s: exported\n%s\nwant\n%s", got.Title, strings.Join(spans, "\n"), strings.Join(wanted, "\n"))
	}
}

// TestAnArticleIsLabelledWithKeysAlone reads an article from its beginning to
// its end and labels it without the mouse: with one key a span beyond those
// that place and extend the selection, and one for the article.
func TestAnArticleIsLabelledWithKeysAlone(t *testing.T) {
	project := newsroom(t)
	first := export(t, project)[0]
	want := wishes(first.Text)
	p := start(t, newScreen(t, 1280, 720), t.TempDir(), nil, project)
	caret := 0
	for _, w := range want {
		p.walkTo(caret, w.start)
		p.extendTo(w.start, w.end)
		p.press(keysOf[w.label])
		p.expect("edit")
		caret = w.end
	}
	p.finish("ctrl+Return")
	p.tellCost(len(want))
	p.wantCost(labelKey, len(want))
	p.wantCost(otherKey, 1)
	p.wantCost(mouse, 0)
	check(t, export(t, project)[0], want)
}

// finish marks the article as done with keys, or with a click if there are
// none, and ends the program as a power cut would.
func (p *program) finish(keys ...string) {
	p.t.Helper()
	if len(keys) == 0 {
		p.click("done")
	} else {
		p.press(keys...)
	}
	p.expectWhere("edit", func(e event) bool { return strings.Contains(strings.ToLower(e.Name), "done") })
	p.kill()
}

// walkTo takes the caret from where it is to an offset as one does: down by
// lines until it is near, then by words, and by characters at last.
func (p *program) walkTo(at, offset int) {
	p.t.Helper()
	const near = 45 // characters: half a line
	for at < offset-near {
		at = p.moveCaret("Down", at)
	}
	for at < offset {
		at = p.moveCaret("ctrl+Right", at)
	}
	for at > offset {
		at = p.moveCaret("ctrl+Left", at)
	}
	for at < offset {
		at = p.moveCaret("Right", at)
	}
}

// moveCaret presses a key that moves the caret, and says where it is then.
func (p *program) moveCaret(key string, from int) int {
	p.t.Helper()
	p.press(key)
	return p.expectWhere("select", func(e event) bool { return e.Start == e.End && e.End != from }).End
}

// extendTo selects words from the caret until an offset.
func (p *program) extendTo(from, end int) {
	p.t.Helper()
	for at := from; at < end; {
		p.press("shift+Right")
		at = p.expectWhere("select", func(e event) bool { return e.Start == from && e.End > at }).End
	}
}

// TestAnArticleIsLabelledWithTheMouseAlone does the same with dragging and
// clicking: one drag and one click a span.
func TestAnArticleIsLabelledWithTheMouseAlone(t *testing.T) {
	project := newsroom(t)
	first := export(t, project)[0]
	want := wishes(first.Text)
	p := start(t, newScreen(t, 1280, 720), t.TempDir(), nil, project)
	for _, w := range want {
		p.drag(w)
		p.click("label:" + w.label)
		p.expect("edit")
	}
	p.finish()
	p.tellCost(len(want))
	p.wantCost(drags, len(want))
	p.wantCost(clicks, len(want)+1)
	p.wantCost(anyKey, 0)
	check(t, export(t, project)[0], want)
}

// TestAnArticleIsLabelledByPainting chooses each label once, with the mouse,
// and then drags alone.
func TestAnArticleIsLabelledByPainting(t *testing.T) {
	project := newsroom(t)
	first := export(t, project)[0]
	want := wishes(first.Text)
	slices.SortStableFunc(want, func(a, b wish) int { return strings.Compare(a.label, b.label) })
	p := start(t, newScreen(t, 1280, 720), t.TempDir(), nil, project)
	paints, choices := "", 0
	for _, w := range want {
		if w.label != paints {
			p.paint(w.label)
			paints = w.label
			choices++
		}
		p.drag(w)
		p.expect("edit")
	}
	p.finish()
	p.tellCost(len(want))
	p.wantCost(drags, len(want))
	p.wantCost(clicks, choices+1)
	p.wantCost(anyKey, 0)
	check(t, export(t, project)[0], want)
}

// paint makes a label the one that each selection gets.
func (p *program) paint(label string) {
	p.t.Helper()
	p.click("label:" + label)
	p.expectWhere("status", func(e event) bool { return strings.HasPrefix(e.Text, "Painting") })
}

// TestAnArticleIsLabelledWithMouseAndKeys takes one drag and one key a span.
func TestAnArticleIsLabelledWithMouseAndKeys(t *testing.T) {
	project := newsroom(t)
	first := export(t, project)[0]
	want := wishes(first.Text)
	p := start(t, newScreen(t, 1280, 720), t.TempDir(), nil, project)
	for _, w := range want {
		p.drag(w)
		p.press(keysOf[w.label])
		p.expect("edit")
	}
	p.finish("ctrl+Return")
	p.tellCost(len(want))
	p.wantCost(drags, len(want))
	p.wantCost(labelKey, len(want))
	p.wantCost(otherKey, 1)
	p.wantCost(clicks, 0)
	check(t, export(t, project)[0], want)
}

// drag selects words from the first to the last with the mouse, and turns the
// wheel until both are to be seen.
func (p *program) drag(w wish) {
	p.t.Helper()
	x, y := p.place("text")
	for {
		from, to, seen := p.words(w)
		if seen {
			p.xdotool("mousemove", from[0], from[1], "mousedown", "1", "mousemove", "--sync", to[0], to[1], "mouseup", "1")
			p.expectWhere("select", func(e event) bool { return e.Start == w.start && e.End == w.end })
			return
		}
		if n := len(p.layout.Words); n > 0 {
			wheel := "5" // down
			if int(p.layout.Words[0][0]) > w.start {
				wheel = "4"
			}
			p.xdotool("mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", wheel)
		}
		before := fmt.Sprint(p.layout.Words)
		p.expectWhere("layout", func(e event) bool { return fmt.Sprint(e.Words) != before })
	}
}

// words are the places where the first word of a wish begins and where its last
// one ends, if both are on the screen.
func (p *program) words(w wish) (from, to [2]string, seen bool) {
	p.settle()
	for _, word := range p.layout.Words {
		middle := fmt.Sprint(int(word[3] + word[5]/2))
		if int(word[0]) == w.start {
			from = [2]string{fmt.Sprint(int(word[2]) + 2), middle}
		}
		if int(word[1]) == w.end {
			to = [2]string{fmt.Sprint(int(word[2]+word[4]) - 2), middle}
		}
	}
	return from, to, from[0] != "" && to[0] != ""
}

// TestNothingIsLostWhenTheProgramIsKilled labels in the window, kills the
// program as soon as a label is shown, and looks for it in the file.
func TestNothingIsLostWhenTheProgramIsKilled(t *testing.T) {
	project := newsroom(t)
	first := export(t, project)[0]
	on, home := newScreen(t, 1280, 720), t.TempDir()
	for n, w := range wishes(first.Text)[:3] {
		p := start(t, on, home, nil, project)
		p.press("ctrl+End", "ctrl+Home")
		p.expectWhere("select", func(e event) bool { return e.End == 0 })
		p.walkTo(0, w.start)
		p.extendTo(w.start, w.end)
		p.press(keysOf[w.label])
		p.expect("edit")
		p.kill()
		spans := export(t, project)[0].Layers[0].Spans
		if len(spans) != n+1 || !slices.Contains(spans, exportedSpan{w.label, w.quote, w.start, w.end}) {
			t.Fatalf("after killing the program: %v; wanted also %v", spans, w)
		}
	}
}

// TestANoteIsKeptWhileItIsTyped kills the program in the middle of a note that
// nobody has left yet.
func TestANoteIsKeptWhileItIsTyped(t *testing.T) {
	project := newsroom(t)
	p := start(t, newScreen(t, 1280, 720), t.TempDir(), nil, project)
	p.press("Return")
	p.xdotool("type", "--delay", "20", "from the wi")
	p.expectWhere("edit", func(e event) bool { return e.Name == "Change the note" })
	p.press("r", "e")
	p.expectWhere("edit", func(e event) bool { return e.Name == "Change the note" })
	p.kill()
	if layers := export(t, project)[0].Layers; len(layers) != 1 || layers[0].Note != "from the wire" {
		t.Errorf("after killing the program the note is in none of %+v", layers)
	}
}
