//go:build display

package main

import (
	"fmt"
	"testing"
	"time"
)

// A figure is a line of the table of speed.
type figure struct {
	what, measured, aim string
	holds               bool
}

// loads are all sizes with all numbers of spans, a short article first.
var loads = []load{
	{5 << 10, 10}, {5 << 10, 1_000}, {5 << 10, 10_000},
	{100 << 10, 10}, {100 << 10, 1_000}, {100 << 10, 10_000},
	{1 << 20, 10}, {1 << 20, 1_000}, {1 << 20, 10_000},
	{10 << 20, 10}, {10 << 20, 1_000}, {10 << 20, 10_000},
}

// TestSpeed measures what the program promises of its speed, in the real window, and prints the
// table. It is run by make bench alone; an aim that does not hold is printed, and fails nothing.
func TestSpeed(t *testing.T) {
	on, project := newScreen(t, 1280, 720), projectOf(t, loads)
	fmt.Print(speedIsTaken, "\n")
	fmt.Printf(row, "figure", "measured", "aim", "holds")
	part := func(name string, measure func(p *program, h *hand)) {
		t.Run(name, func(t *testing.T) {
			p := startOwn(t, on, project, loads[0])
			measure(p, p.hand())
		})
	}
	part("open", func(p *program, h *hand) { openingFigures(p.openings(h, loads, 4)) })
	part("scroll", scrollFigures)
	part("tag", tagFigures)
	part("memory", memoryFigures)
	t.Run("start", func(t *testing.T) { startFigures(starts(t, on, 9)) })
}

const speedIsTaken = `
Speed, in the real window (1280 × 720) on a screen in memory (Xvfb), OpenGL in software (llvmpipe).
The articles are made up and imported as JSON Lines; spans of one to ten words lie anywhere in them.
Times are what the program's own trace says, and are in milliseconds.
  open    from the key "next article" sent to the first frame of the article on the screen
  scroll  our share of a frame after a notch of the wheel: from the event to the last thing laid out,
          drawn and handed to OpenGL, without the exchange of buffers
  tag     from a label's key (or Delete) sent to the frame on the screen, the edit saved on the disk
          before it is shown; of this, our share as above, and the exchange of buffers, in which
          llvmpipe draws. Keys come at any moment between two ticks of the screen
  memory  resident, while Page Down goes through 10 MB
  start   from the program's start to its first frame with the sample project in it
`

// row is how a line of the table is printed: at once, so that what was measured is not lost when the
// rest takes too long.
const row = "%-48s  %-56s  %-20s  %s\n"

func (f figure) print() {
	fmt.Printf(row, f.what, f.measured, f.aim, map[bool]string{true: "yes", false: "NO"}[f.holds])
}

// ms writes a time in milliseconds.
func ms(d time.Duration) string {
	if d < 10*time.Millisecond {
		return fmt.Sprintf("%.1f", d.Seconds()*1000)
	}
	return fmt.Sprintf("%.0f", d.Seconds()*1000)
}

func openingFigures(took map[load]series) {
	for _, l := range loads[3:] {
		aim := 300 * time.Millisecond
		switch {
		case l.spans <= 1000 && l.bytes == 100<<10:
			aim = 100 * time.Millisecond
		case l.spans <= 1000 && l.bytes == 1<<20:
			aim = 150 * time.Millisecond
		}
		s := took[l]
		figure{fmt.Sprintf("open %v", l), fmt.Sprintf("p50 %s, longest %s", ms(s.at(0.5)), ms(s.at(1))), "p50 < " + ms(aim), s.at(0.5) < aim}.print()
	}
}

func scrollFigures(p *program, h *hand) {
	for i, l := range loads {
		p.turn(h, min(i, 1))
		if l.bytes < 100<<10 || l.spans < 1000 {
			continue
		}
		ours := p.scrolls(h, 100)
		aim := 4 * time.Millisecond
		if l.spans == 10_000 {
			aim = 8 * time.Millisecond
		}
		figure{fmt.Sprintf("scroll %v", l), fmt.Sprintf("p50 %s, p95 %s", ms(ours.at(0.5)), ms(ours.at(0.95))), "p95 < " + ms(aim), ours.at(0.95) < aim}.print()
	}
}

func tagFigures(p *program, h *hand) {
	const aim = 30 * time.Millisecond
	for i, l := range loads {
		p.turn(h, min(i, 1))
		whole, ours, exchange := p.tags(h, 25)
		figure{fmt.Sprintf("tag %v", l),
			fmt.Sprintf("p50 %s, p95 %s (ours %s, %s; exchange %s, %s)", ms(whole.at(0.5)), ms(whole.at(0.95)), ms(ours.at(0.5)), ms(ours.at(0.95)),
				ms(exchange.at(0.5)), ms(exchange.at(0.95))), "p95 < " + ms(aim), whole.at(0.95) < aim}.print()
	}
}

func memoryFigures(p *program, h *hand) {
	p.turn(h, len(loads)-1)
	pages, early, late := p.pages(h, time.Minute)
	figure{"memory after a minute of paging, " + thousands(pages) + " pages", fmt.Sprintf("%.0f MB (%.0f MB after 20 s)", late, early), "< 300 MB, no growth", late < 300 && late < 1.03*early}.print()
}

func startFigures(first time.Duration, then series) {
	const aim = 400 * time.Millisecond
	figure{"start, sample project", fmt.Sprintf("median %s, longest %s", ms(then.at(0.5)), ms(then.at(1))), "median < " + ms(aim), then.at(0.5) < aim}.print()
	figure{"the very first start, which makes the sample", ms(first), "", true}.print()
}
