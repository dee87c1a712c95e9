//go:build display

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// millionVariable names, in the environment, a project file of a million short articles, which is
// made if it is not there. Without it a project of 20,000 stands in for it.
const millionVariable = "GLOSSATOR_MILLION"

// longestPause is how long the window may leave anybody waiting in a project of a million articles,
// and longestOfFew what is allowed where much else may run on the machine.
const (
	longestPause = 100.0
	longestOfFew = 1000.0
)

// largeProject is the project, how many articles it has, and how long its window may not answer.
func largeProject(t *testing.T) (path string, articles int, most float64) {
	t.Helper()
	path, articles, most = os.Getenv(millionVariable), 1_000_000, longestPause
	if path == "" {
		path, articles, most = filepath.Join(t.TempDir(), "large.gloss"), 20_000, longestOfFew
	}
	if _, err := os.Stat(path); err == nil {
		return path, articles, most
	}
	lines := filepath.Join(t.TempDir(), "large.jsonl")
	writeBriefs(t, lines, articles)
	begun := time.Now()
	run(t, "import", path, lines)
	t.Logf("%s articles were imported in %v", thousands(articles), time.Since(begun).Round(time.Second))
	return path, articles, most
}

// writeBriefs writes so many short articles as JSON Lines.
func writeBriefs(t *testing.T, path string, n int) {
	t.Helper()
	file, err := os.Create(path)
	must(t, err)
	out := bufio.NewWriter(file)
	lines := json.NewEncoder(out)
	r := rand.New(rand.NewPCG(3, 5))
	of := func(words []string) string { return words[r.IntN(len(words))] }
	for i := range n {
		text := fmt.Sprintf("Report %d. The %s of %s %s %d %s %s. The %s of %s %s %d %s %s.", i,
			of(people), of(places), of(verbs), 2+r.IntN(90), of(things), of(details), of(people), of(places), of(verbs), 2+r.IntN(90), of(things), of(details))
		must(t, lines.Encode(map[string]string{"title": fmt.Sprint("Report ", i), "text": text}))
	}
	must(t, out.Flush())
	must(t, file.Close())
}

// TestALargeProjectKeepsNobodyWaiting opens a large project, goes to the end of its list, scrolls,
// filters, searches, opens a hit, labels and closes, and measures the longest time in each of these
// that the window did not answer.
func TestALargeProjectKeepsNobodyWaiting(t *testing.T) {
	path, articles, most := largeProject(t)
	begun := time.Now()
	home := path + ".home" // the user is the same each time
	must(t, os.MkdirAll(home, 0o700))
	p := start(t, newScreen(t, 1280, 720), home, nil, path)
	p.place("label:actor") // a small one is open before it says that it is ready
	p.step("open", begun, most)
	for _, s := range []struct {
		name string
		do   func()
	}{
		{"to the end of the list", func() { p.press("alt+End"); p.expect("article") }},
		{"to its beginning", func() { p.press("alt+Home"); p.expect("article") }},
		{"scroll the list", func() { p.scroll("row:0", 40) }},
		{"filter by a word that is in one", func() {
			p.press("ctrl+shift+l")
			p.write("4242")
			p.listed(func(n int) bool { return n > 0 && n < 200 })
		}},
		{"filter by a word that is in all", func() { p.press("ctrl+a"); p.write("report"); p.listed(func(n int) bool { return n == articles }) }},
		{"clear the filter", func() { p.press("Escape"); p.listed(func(n int) bool { return n == articles }) }},
		{"search a word that is in all", func() { p.press("ctrl+shift+f"); p.write("report"); p.foundFor("report") }},
		{"scroll the results", func() {
			for range 60 {
				p.press("Down")
			}
		}},
		{"search a word that is in few", func() { p.press("ctrl+a"); p.write("report 4242"); p.foundFor("report 4242") }},
		{"open a hit", func() { p.press("Return"); p.expect("article") }},
		{"label", func() { p.press("shift+Right", "1"); p.expect("edit"); p.press("ctrl+z"); p.expect("edit") }},
		{"mark as done and open the next", func() { p.press("ctrl+Return"); p.expect("article") }},
		{"close", func() { p.press("ctrl+q"); p.ended() }},
	} {
		begun := time.Now()
		s.do()
		p.step(s.name, begun, most)
	}
}

// step tells how long a step took, the longest pause in it, and the longest time that the window
// took by itself, the exchange of the buffers left out.
func (p *program) step(name string, begun time.Time, most float64) {
	p.t.Helper()
	took := time.Since(begun).Round(time.Millisecond)
	<-time.After(300 * time.Millisecond) // what comes after belongs to it
	p.settle()
	var longest event
	var own float64
	for _, e := range p.pauses {
		own = max(own, e.MS-e.Swap)
		if e.MS > longest.MS {
			longest = e
		}
	}
	p.pauses = nil
	p.t.Logf("%-34s %8v, longest pause %3.0f ms (%3.0f of them after all was drawn), longest before %3.0f ms", name, took, longest.MS, longest.Swap, own)
	if longest.MS > most {
		p.t.Errorf("%s: the window did not answer for %.0f ms, %.0f of them after all was drawn", name, longest.MS, longest.Swap)
	}
}

// write types words.
func (p *program) write(words string) { p.xdotool("type", "--delay", "30", words) }

// scroll turns the wheel over something.
func (p *program) scroll(target string, times int) {
	x, y := p.place(target)
	p.xdotool("mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "--repeat", fmt.Sprint(times), "--delay", "15", "5")
}

// listed waits until the list shows a number of articles that fits.
func (p *program) listed(fits func(n int) bool) {
	p.t.Helper()
	p.expectWhere("list", func(e event) bool { return fits(e.N) })
}

// foundFor waits until the search shows what it found for words.
func (p *program) foundFor(words string) {
	p.t.Helper()
	p.expectWhere("found", func(e event) bool { return e.Text == words && e.N > 0 })
}

// ended waits until the program has ended.
func (p *program) ended() {
	p.t.Helper()
	if err := p.cmd.Wait(); err != nil {
		p.t.Errorf("the program did not end well: %v", err)
	}
}
