//go:build display

package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// A series is what was measured again and again.
type series []time.Duration

// at is the value that a part of the series does not exceed: at(0.5) is the median.
func (s series) at(part float64) time.Duration {
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))]
}

// startOwn opens the window on a project of projectOf. The program has not been used before, and asks
// whether the labels are the user's.
func startOwn(t *testing.T, on screen, project string, first load) *program {
	t.Helper()
	p := start(t, on, t.TempDir(), nil, project)
	p.theyAreMine()
	if e := p.expect("article"); e.Spans != first.spans {
		t.Fatalf("%q opened with %d spans of the user, not %d", e.Title, e.Spans, first.spans)
	}
	return p
}

// A hand is one xdotool that stays, so that a key is with the program a tenth of a millisecond after
// it was asked for.
type hand struct {
	in   io.WriteCloser
	rand *rand.Rand
}

// hand takes the program in hand until the test ends.
func (p *program) hand() *hand {
	p.t.Helper()
	cmd := exec.Command("xdotool", "-")
	cmd.Env, cmd.Stderr = p.env, os.Stderr
	in, err := cmd.StdinPipe()
	must(p.t, err)
	must(p.t, cmd.Start())
	p.t.Cleanup(func() { in.Close(); cmd.Wait() })
	return &hand{in, rand.New(rand.NewPCG(1, 2))}
}

// A shown is how long something took: from the key or the wheel to the picture on the screen, and
// our share of it, from when the program heard of it until all was handed to OpenGL. What follows is
// the exchange of buffers, in which OpenGL draws.
type shown struct{ whole, ours, exchange time.Duration }

// act does one thing and waits until a frame shows what came of it. An event of a kind is waited for
// before that; "" waits for none. The screen is drawn sixty times in a second; a thing is done at any
// moment between.
func (p *program) act(h *hand, what, kind string) shown {
	p.t.Helper()
	<-time.After(time.Duration(h.rand.IntN(16_667)) * time.Microsecond)
	sent := time.Now()
	_, err := fmt.Fprintln(h.in, what)
	must(p.t, err)
	drawn := sent.UnixMicro()
	if kind != "" {
		drawn = p.expect(kind).At
	}
	frame := p.expectWhere("frame", func(e event) bool { return e.Asked >= sent.UnixMicro() && e.Drawn >= drawn })
	return shown{
		whole:    time.Duration(frame.Shown-sent.UnixMicro()) * time.Microsecond,
		ours:     time.Duration(frame.Drawn-frame.Asked) * time.Microsecond,
		exchange: time.Duration(frame.Shown-frame.Drawn) * time.Microsecond,
	}
}

// hit is act with a key.
func (p *program) hit(h *hand, key, kind string) shown {
	p.t.Helper()
	return p.act(h, "key --delay 0 "+key, kind)
}

// openings goes through all articles and back, so many times, and tells how long each took to open.
func (p *program) openings(h *hand, loads []load, times int) map[load]series {
	p.t.Helper()
	took := map[load]series{}
	for range times {
		for i := 1; i < len(loads); i++ {
			took[loads[i]] = append(took[loads[i]], p.hit(h, "ctrl+Next", "article").whole)
		}
		for i := len(loads) - 2; i >= 0; i-- {
			took[loads[i]] = append(took[loads[i]], p.hit(h, "ctrl+Prior", "article").whole)
		}
	}
	return took
}

// turn opens the article that is so many further in the list.
func (p *program) turn(h *hand, by int) {
	p.t.Helper()
	for range by {
		p.hit(h, "ctrl+Next", "article")
	}
}

// scrolls turns the wheel over the text, and tells our share of each frame.
func (p *program) scrolls(h *hand, times int) series {
	p.t.Helper()
	_, ours := p.wheel(h, times)
	return ours
}

// scrolled turns the wheel over the text, and tells how long it took until the frame was shown.
func (p *program) scrolled(h *hand, times int) series {
	p.t.Helper()
	whole, _ := p.wheel(h, times)
	return whole
}

func (p *program) wheel(h *hand, times int) (whole, ours series) {
	p.t.Helper()
	x, y := p.place("text")
	p.xdotool("mousemove", "--sync", fmt.Sprint(x), fmt.Sprint(y))
	for range times {
		took := p.act(h, "click --delay 0 5", "")
		whole, ours = append(whole, took.whole), append(ours, took.ours)
	}
	return whole, ours
}

// tags labels words, one after another, and takes each label away again.
func (p *program) tags(h *hand, times int) (whole, ours, exchange series) {
	p.t.Helper()
	p.hit(h, "ctrl+Home", "select")
	for range times {
		p.hit(h, "ctrl+Right", "select")
		p.hit(h, "shift+Right", "select")
		for _, key := range []string{"1", "Delete"} {
			took := p.hit(h, key, "edit")
			whole, ours, exchange = append(whole, took.whole), append(ours, took.ours), append(exchange, took.exchange)
		}
	}
	return whole, ours, exchange
}

// pages goes through the text page by page for a time, and tells how many pages that were and how
// much memory the program had after a third of it and at the end.
func (p *program) pages(h *hand, last time.Duration) (pages int, early, late float64) {
	p.t.Helper()
	p.hit(h, "ctrl+Home", "select")
	for begun := time.Now(); time.Since(begun) < last; pages++ {
		sent := time.Now()
		_, err := fmt.Fprintln(h.in, "key --delay 0 Next")
		must(p.t, err)
		p.expectWhere("frame", func(e event) bool { return e.Asked >= sent.UnixMicro() })
		if early == 0 && time.Since(begun) > last/3 {
			early = p.memory()
		}
	}
	return pages, early, p.memory()
}

// memory is what the program has resident, in millions of bytes.
func (p *program) memory() float64 {
	p.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	must(p.t, err)
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	var kilobytes float64
	_, err = fmt.Sscan(after, &kilobytes)
	must(p.t, err)
	return kilobytes * 1024 / 1e6
}

// starts starts the program again and again until its first frame is on the screen. The first start
// of all makes the sample project.
func starts(t *testing.T, on screen, times int) (first time.Duration, then series) {
	t.Helper()
	home := t.TempDir()
	for n := range times + 1 {
		p := start(t, on, home, nil)
		took := time.Duration(p.first.Shown-p.begun.UnixMicro()) * time.Microsecond
		if n == 0 {
			first = took
		} else {
			then = append(then, took)
		}
		p.kill()
	}
	return first, then
}
