//go:build display

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// compared are the loads with which others are compared.
var compared = []load{{5 << 10, 10}, {100 << 10, 1_000}, {1 << 20, 10_000}}

// A rival is another way to show a text with marks, and what came of measuring it: nothing where it
// cannot run here.
type rival struct {
	name    string
	measure func(t *testing.T, on screen, l load) (rivalFigures, error)
}

// rivalFigures are milliseconds.
type rivalFigures struct{ Labels, Scrolls []float64 }

var rivals = []rival{{"<mark> in Chromium", inChromium}, {"Tk text", inTk}}

// TestComparison measures others with the same texts and spans in the same run, and prints how many
// times as long they take. It is run by make bench alone.
func TestComparison(t *testing.T) {
	on := newScreen(t, 1280, 720)
	p := startOwn(t, on, projectOf(t, compared), compared[0])
	h := p.hand()
	fmt.Print(comparisonIsTaken, "\n")
	fmt.Printf(comparedRow, "text", "what", "Glossator", "other", "its figures", "times as long")
	for i, l := range compared {
		p.turn(h, min(i, 1))
		label, _, _ := p.tags(h, 20)
		scroll := p.scrolled(h, 60)
		for _, r := range rivals {
			figures, err := r.measure(t, on, l)
			if err != nil {
				fmt.Printf(comparedRow, l, "", "", r.name, err, "")
				continue
			}
			compare(l, "add a label", label, r.name, millis(figures.Labels))
			compare(l, "scroll", scroll, r.name, millis(figures.Scrolls))
		}
	}
	p.kill()
	for _, l := range compared[:2] {
		ours, theirs, err := inRichText(t, l)
		if err != nil {
			fmt.Printf(comparedRow, l, "", "", "Fyne's RichText", err, "")
			continue
		}
		compare(l, "add a label, headless", ours, "Fyne's RichText", theirs)
	}
}

// comparedRow is how a line of the comparison is printed, as soon as it is known.
const comparedRow = "%-22v  %-22s  %-18s  %-20s  %-18v  %s\n"

const comparisonIsTaken = `
Comparison, in the same run, with the same texts and spans. Glossator: from the key or the wheel to
the frame on the screen, the label saved on the disk; others: from the change in the page or widget to
its frame, nothing saved and no key to wait for.
  Chromium  headless; a mark element is put around a word, or the page scrolled by 66 pixels; until
            the page has painted (what the compositor does then is not counted)
  Tk        a tag is put on a word, or the text scrolled by 66 pixels; until Tk has drawn it
  RichText  Fyne's test driver, without a screen, for both: one more coloured stretch, laid out and
            painted into a picture of the window
`

// compare prints what was measured of both: p50, p95.
func compare(l load, what string, ours series, name string, theirs series) {
	if len(theirs) == 0 {
		fmt.Printf(comparedRow, l, what, "", name, "not once in 15 s", "")
		return
	}
	pair := func(s series) string { return ms(s.at(0.5)) + ", " + ms(s.at(0.95)) }
	times := func(part float64) float64 { return theirs.at(part).Seconds() / ours.at(part).Seconds() }
	fmt.Printf(comparedRow, l, what, pair(ours), name, pair(theirs), fmt.Sprintf("%.1f, %.1f", times(0.5), times(0.95)))
}

func millis(all []float64) series {
	var s series
	for _, one := range all {
		s = append(s, time.Duration(one*float64(time.Millisecond)))
	}
	return s
}

// loaded is a load as the others read it.
func loaded(l load) []byte {
	text := reportOf(l.bytes, uint64(l.bytes))
	data, err := json.Marshal(map[string]any{"text": text, "spans": spansOf(text, l.spans)})
	if err != nil {
		panic(err) // texts and numbers have a JSON form
	}
	return data
}

// inChromium has a page measure itself.
func inChromium(t *testing.T, on screen, l load) (rivalFigures, error) {
	browser, err := anyOf("chromium", "chromium-browser", "google-chrome")
	if err != nil {
		return rivalFigures{}, errors.New("not installed here")
	}
	page, err := os.ReadFile(".ci/compare/mark.html")
	must(t, err)
	came := make(chan rivalFigures, 1)
	handle := http.NewServeMux()
	handle.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { w.Write(page) })
	handle.HandleFunc("GET /load", func(w http.ResponseWriter, _ *http.Request) { w.Write(loaded(l)) })
	handle.HandleFunc("POST /figures", func(_ http.ResponseWriter, r *http.Request) {
		var f rivalFigures
		if json.NewDecoder(r.Body).Decode(&f) == nil {
			came <- f
		}
	})
	server := httptest.NewServer(handle)
	defer server.Close()
	cmd := exec.CommandContext(t.Context(), browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--window-size=1280,720", "--user-data-dir="+t.TempDir(), server.URL)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	must(t, cmd.Start())
	defer cmd.Wait()
	defer cmd.Process.Kill()
	select {
	case f := <-came:
		return f, nil
	case <-time.After(75 * time.Second):
		return rivalFigures{}, errors.New("not done in 75 s")
	}
}

// inTk runs a program in Python.
func inTk(t *testing.T, on screen, l load) (rivalFigures, error) {
	var f rivalFigures
	if exec.Command("python3", "-c", "import tkinter").Run() != nil {
		return f, errors.New("not installed here")
	}
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(t.Context(), "python3", ".ci/compare/tk.py")
	cmd.Env = append(os.Environ(), "DISPLAY="+on.display)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(loaded(l)), &out, &errs
	if err := cmd.Run(); err != nil {
		return f, fmt.Errorf("%v: %s", err, strings.TrimSpace(errs.String()))
	}
	return f, json.Unmarshal(out.Bytes(), &f)
}

// anyOf is the first program of some names that is there.
func anyOf(names ...string) (string, error) {
	var err error
	for _, name := range names {
		var path string
		if path, err = exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", err
}
