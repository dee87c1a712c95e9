package textview

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var thousand = strings.Repeat("A line of text that says little.\n", 1000)

// overviewOf returns the strip's picture.
func (d *desk) overviewOf() *image.RGBA {
	return d.drawStrip(stripWidth, int(d.Size().Height)).(*image.RGBA)
}

// ticked returns the rows of the overview that have a colour at a place across.
func ticked(img *image.RGBA, x int, c color.NRGBA) []int {
	var rows []int
	for y := range img.Rect.Dy() {
		if img.RGBAAt(x, y) == (color.RGBA{c.R, c.G, c.B, 255}) {
			rows = append(rows, y)
		}
	}
	return rows
}

func TestTheOverviewShowsWhereThingsLie(t *testing.T) {
	d := newDesk(t, thousand)
	half := len(d.text) / 2
	d.SetMarks([]Mark{
		{ID: "short", Range: Range{half, half + 5}, Colour: red},
		{ID: "long", Range: Range{0, len(d.text) / 10}, Colour: blue},
	})
	d.SetNotices([]Range{{len(d.text) - 40, len(d.text)}})
	img := d.overviewOf()
	if rows := ticked(img, 1, red); len(rows) != leastTick || rows[0] < 148 || rows[0] > 151 {
		t.Errorf("a word in the middle of the text is shown at %v of 300", rows)
	}
	if rows := ticked(img, 1, blue); len(rows) < 29 || len(rows) > 32 || rows[0] != 0 {
		t.Errorf("the first tenth of the text is shown at %v of 300", rows)
	}
	if rows := ticked(img, noticeFrom+1, d.palette.notice); len(rows) == 0 || rows[0] < 296 {
		t.Errorf("a notice at the end is shown at %v of 300", rows)
	}
	if rows := ticked(img, noticeFrom+1, red); len(rows) > 0 {
		t.Error("a mark that is not current covers the whole strip")
	}
	d.SetCurrent("short")
	if rows := ticked(d.overviewOf(), noticeFrom+1, red); len(rows) == 0 {
		t.Error("the current mark does not cover the whole strip")
	}
}

func TestTheOverviewIsDrawnAnewOnlyWhenItChanges(t *testing.T) {
	d := newDesk(t, thousand)
	counts := func(what string, change func(), anew bool) {
		t.Helper()
		before := d.strip.shows
		change()
		if (d.strip.shows != before) != anew {
			t.Errorf("%s: drawn anew: %v", what, !anew)
		}
	}
	counts("scrolling", func() { d.scrollTo(500) }, false)
	counts("selecting", func() { d.Select(40, 50) }, false)
	counts("marks", func() { d.SetMarks([]Mark{mark("a", 5, 9)}) }, true)
	counts("hits", func() { d.SetHits([]Range{{5, 9}}, 0) }, true)
	counts("notices", func() { d.SetNotices([]Range{{5, 9}}) }, true)
	counts("size", func() { d.window.Resize(fyne.NewSize(500, 200)) }, true)
	counts("nothing", func() { d.update() }, false)
}

func TestAClickOnTheOverviewGoesThere(t *testing.T) {
	d := newDesk(t, thousand)
	x := d.Size().Width - barWide - 3
	d.MouseMoved(&desktop.MouseEvent{PointEvent: pointer(fyne.NewPos(x, 150))})
	if d.Cursor() != desktop.DefaultCursor {
		t.Error("over the overview the cursor is that for text")
	}
	d.click(fyne.NewPos(x, 150))
	if top := d.Top(); top < len(d.text)*48/100 || top > len(d.text)/2 {
		t.Errorf("a click in the middle goes to %d of %d", top, len(d.text))
	}
	d.down(fyne.NewPos(x, 150), 0)
	d.drag(fyne.NewPos(x, 900))
	d.up(fyne.NewPos(x, 900))
	if d.scrolled != d.furthest() {
		t.Errorf("dragged to %.0f of %.0f", d.scrolled, d.furthest())
	}
	if len(d.told) > 0 || len(d.clicks) > 0 {
		t.Errorf("selected %v, clicked %v", d.told, d.clicks)
	}
}

func TestAShortTextHasNoOverview(t *testing.T) {
	d := newDesk(t, report)
	d.SetMarks([]Mark{mark("a", 0, 5)})
	if d.strip.raster.Visible() || d.onStrip(fyne.NewPos(d.Size().Width-barWide-3, 20)) {
		t.Error("all of the text is in sight, and there is an overview")
	}
}
