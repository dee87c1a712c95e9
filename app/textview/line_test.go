package textview

import (
	"image"
	"image/color"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// newLine returns a line of a width in a window of its own.
func newLine(t *testing.T, text string, width float32) *Line {
	t.Helper()
	test.NewTempApp(t)
	l := NewLine(text)
	l.Resize(fyne.NewSize(width, l.MinSize().Height))
	l.CreateRenderer()
	return l
}

// shown returns what of its text a single line shows, and whether an ellipsis follows.
func (l *Line) shown() (text string, more bool) {
	end := l.lines[0].end
	return l.Text[:end], end < len(strings.TrimRight(l.Text, " "))
}

// shaped returns a whole text as the line would show it.
func (l *Line) shaped(text string) shaped {
	f := l.fit
	f.text, f.whole = text, true
	return f.set()[0]
}

func TestALineIsCutBetweenCharacters(t *testing.T) {
	for name, text := range samples {
		ends := map[int]bool{0: true}
		for g := graphemes.FromString(text); g.Next(); {
			ends[g.End()] = true
		}
		for width := float32(20); width < 700; width += 7 {
			l := newLine(t, text, width)
			if text == "" {
				continue
			}
			shown, more := l.shown()
			if !ends[len(shown)] || !strings.HasPrefix(text, shown) {
				t.Errorf("%s at %v is cut in %q", name, width, shown)
			}
			if got := l.lines[0].width; got > width+0.5 {
				t.Errorf("%s at %v is %v wide", name, width, got)
			}
			if whole := l.shaped(text).width; more != (whole > width+0.5) {
				t.Errorf("%s is %v wide, has room of %v, and cut is %v", name, whole, width, more)
			}
		}
	}
}

func TestAnEllipsisStandsWhereReadingEnds(t *testing.T) {
	for text, left := range map[string]bool{
		samples["latin"]: false, samples["hebrew"]: true, samples["arabic"]: true,
		"In Hebrew " + samples["hebrew"]: false, "אבג and then many English words": true,
	} {
		l := newLine(t, text, 120)
		if _, more := l.shown(); !more {
			t.Fatalf("%q is not cut", text)
		}
		s := l.lines[0]
		dots := len(s.cells) - 1
		if left && s.visual[0] != dots || !left && s.visual[dots] != dots {
			t.Errorf("the ellipsis of %q is at %+v of %v", text, s.cells[dots], s.width)
		}
	}
}

func TestAMixedLineIsInTheOrderOfReading(t *testing.T) {
	l := newLine(t, "ab אב 12 גד cd", 400)
	var seen strings.Builder
	for _, n := range l.lines[0].visual {
		c := l.lines[0].cells[n]
		seen.WriteString(l.Text[c.start:c.end])
	}
	if want := "ab דג 12 בא cd"; seen.String() != want {
		t.Errorf("seen is %q, not %q", seen.String(), want)
	}
}

func TestTheCutKeepsTheOrder(t *testing.T) {
	const text = "ab אב 12 גד cd and much more"
	whole, part := newLine(t, text, 900), newLine(t, text, 60)
	shown, _ := part.shown()
	n := len([]rune(strings.TrimRight(shown, " ")))
	order := func(l *Line) (all []int) {
		for _, c := range l.lines[0].visual {
			if c < n {
				all = append(all, c)
			}
		}
		return all
	}
	a, b := order(whole), order(part)
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("%q is ordered %v, in the whole line %v", shown, b, a)
		}
	}
}

func TestEveryScriptHasOneHeightAndOneBaseline(t *testing.T) {
	want := newLine(t, "x", 300)
	bottom := lowestInk(want)
	for name, text := range samples {
		l := newLine(t, text, 300)
		if l.MinSize() != want.MinSize() {
			t.Errorf("%s needs %v, Latin %v", name, l.MinSize(), want.MinSize())
		}
		mixed := newLine(t, "x", 300)
		mixed.SetText(text + "x")
		mixed.SetText("x")
		if got := lowestInk(mixed); got != bottom {
			t.Errorf("after %s an x stands on %d, not %d", name, got, bottom)
		}
	}
	for _, text := range []string{"אx", "😀x", "بx", "字x"} {
		l := newLine(t, text, 300)
		c := l.lines[0].cells[1]
		if got := lowestInkIn(l, c); got != bottom {
			t.Errorf("the x of %q stands on %d, not %d", text, got, bottom)
		}
	}
	if w := want.MinSize().Width; w != 0 {
		t.Errorf("a line that may be cut is at least %v wide", w)
	}
}

func lowestInk(l *Line) int { return lowestInkIn(l, l.lines[0].cells[0]) }

// lowestInkIn returns the lowest row of pixels that a character has ink in.
func lowestInkIn(l *Line, c cell) int {
	size := l.raster.Size()
	img := l.draw(int(size.Width), int(size.Height)).(*image.RGBA)
	for y := img.Rect.Max.Y - 1; y >= 0; y-- {
		for x := int(c.x0) + 1; x < int(c.x1); x++ {
			if img.RGBAAt(x-l.ink.Min.X, y).A > 128 {
				return y + l.ink.Min.Y
			}
		}
	}
	return -1
}

func TestTheHeightIsThatOfTheThemesFont(t *testing.T) {
	for _, size := range []float32{11, 12, 14, 16, 20} {
		l := newLine(t, "Words", 300)
		l.TextSize = size
		want := fyne.MeasureText("Words", size, fyne.TextStyle{})
		if got := l.MinSize().Height; got < want.Height-1 || got > want.Height+1 {
			t.Errorf("at %v the height is %v, that of a label %v", size, got, want.Height)
		}
		l.Whole = true
		if got := l.MinSize().Width; got < want.Width-1 || got > want.Width+1 {
			t.Errorf("at %v the width is %v, that of a label %v", size, got, want.Width)
		}
	}
}

func TestALineIsDrawnOnlyWhenItLooksDifferent(t *testing.T) {
	test.NewTempApp(t)
	l := NewLine("The mayor of Orrin")
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(200, 40))
	look := func() image.Image { return copied(w.Canvas().Capture()) }
	light := look()
	test.ApplyTheme(t, darkTheme{theme.DefaultTheme()})
	if same(light, look()) {
		t.Error("another theme changes nothing")
	}
	shows := l.shows
	l.Refresh()
	l.SetText(l.Text)
	if l.shows != shows {
		t.Error("a refresh changes what is shown")
	}
	before := look()
	for name, change := range map[string]func(){
		"text": func() { l.Text = "The mayor of Tarn" }, "size": func() { l.TextSize = 18 }, "bold": func() { l.Bold = true },
		"colour": func() { l.Colour = theme.ColorNamePrimary }, "side": func() { l.Align = fyne.TextAlignTrailing },
	} {
		change()
		l.Refresh()
		if after := look(); same(before, after) {
			t.Errorf("another %s changes nothing", name)
		} else {
			before = after
		}
	}
}

func TestALineOfSeveralLinesWraps(t *testing.T) {
	l := newLine(t, strings.Repeat("many words ", 12), 120)
	one := l.MinSize().Height
	l.Lines = 3
	l.Refresh()
	if len(l.lines) != 3 || l.MinSize().Height != 3*one {
		t.Fatalf("%d lines of %v, one is %v", len(l.lines), l.MinSize().Height, one)
	}
	last := l.lines[2]
	if last.end >= len(l.Text) {
		t.Error("the last line is not cut")
	}
	for _, s := range l.lines {
		if s.width > 120.5 {
			t.Errorf("a line is %v wide", s.width)
		}
	}
	l.SetText("few words")
	if l.MinSize().Height != one {
		t.Error("few words need several lines")
	}
	l.SetText("מילים")
	if in := l.shows.indent(&l.lines[0]); in+l.lines[0].width < 119 {
		t.Error("a paragraph of Hebrew does not begin at the right")
	}
}

func BenchmarkFiftyRows(b *testing.B) {
	test.NewTempApp(b)
	if arabic, err := os.ReadFile("../../assets/fonts/NotoNaskhArabic-Regular.ttf"); err == nil {
		UseFonts(arabic)
	}
	b.Cleanup(func() {
		extraFonts = nil
		clear(books)
	})
	var rows []*Line
	for range 50 {
		l := NewLine("")
		l.Resize(fyne.NewSize(180, 20))
		rows = append(rows, l)
	}
	var titles []string
	for _, name := range []string{"latin", "ukrainian", "arabic", "mixed", "emoji"} {
		titles = append(titles, samples[name]+" "+samples[name])
	}
	n := 0
	for b.Loop() {
		n++
		clear(sets)
		for i, l := range rows {
			l.SetText(titles[(i+n)%len(titles)])
			size := l.raster.Size()
			l.draw(int(size.Width), int(size.Height))
		}
	}
}

// darkTheme is Fyne's own, dark whatever the system says.
type darkTheme struct{ fyne.Theme }

func (d darkTheme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return d.Theme.Color(name, theme.VariantDark)
}

func TestWhatWasFoundIsMarkedInALine(t *testing.T) {
	l := newLine(t, "the mill at Vessmark burned", 400)
	yellow := func() (from, to int) {
		img := l.draw(int(l.raster.Size().Width), int(l.raster.Size().Height)).(*image.RGBA)
		from = -1
		for x := range img.Rect.Dx() {
			c := img.RGBAAt(x, 1-l.ink.Min.Y)
			if c.R > c.B+40 {
				if from < 0 {
					from = x
				}
				to = x
			}
		}
		return from, to
	}
	if from, _ := yellow(); from >= 0 {
		t.Error("a line of which nothing was found is marked")
	}
	l.Found = []Range{{12, 20}}
	l.Refresh()
	from, to := yellow()
	left := float32(l.ink.Min.X)
	if begin, end := l.lines[0].x(12)-left, l.lines[0].x(20)-left; from < int(begin)-1 || from > int(begin)+1 || to < int(end)-2 || to > int(end)+1 {
		t.Errorf("the mark reaches from %d to %d, the word from %v to %v", from, to, begin, end)
	}
}
