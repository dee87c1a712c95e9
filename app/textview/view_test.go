package textview

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestMarksMoveNoLetter(t *testing.T) {
	var text strings.Builder
	for _, name := range []string{"latin", "ukrainian", "arabic", "hebrew", "mixed", "emoji", "cjk"} {
		fmt.Fprintln(&text, samples[name])
	}
	d := newDesk(t, text.String())
	d.SetTop(40)
	var before []fyne.Position
	for i := 0; i < len(d.text); i += 5 {
		p, _, _ := d.Place(i)
		before = append(before, p)
	}
	picture := copied(d.photo())
	var marks []Mark
	for i := range 60 {
		m := mark(fmt.Sprint(i), i*3, i*3+1+i*i%90)
		m.Colour, m.Look = red, Look(i%3)
		m.Gaps = []Range{{i*3 + 2, i*3 + 3}}
		marks = append(marks, m)
	}
	d.SetMarks(marks)
	d.SetCurrent("7")
	for n, p := range before {
		if got, _, _ := d.Place(n * 5); got != p {
			t.Fatalf("offset %d moved from %v to %v", n*5, p, got)
		}
	}
	if same(picture, d.photo()) {
		t.Error("marks cannot be seen")
	}
	d.SetMarks(nil)
	if !same(picture, d.photo()) {
		t.Error("marks left something behind")
	}
}

func copied(img image.Image) image.Image {
	c := image.NewNRGBA(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			c.Set(x, y, img.At(x, y))
		}
	}
	return c
}

func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

func TestAMarkChangesOnlyItsOwnLines(t *testing.T) {
	d := newDesk(t, "first line\nsecond line\nthird line")
	before := copied(d.photo())
	d.SetMarks([]Mark{{ID: "x", Range: Range{11, 17}, Name: "place", Colour: blue}})
	after := d.photo()
	top, bottom := int(d.lineTop(1)), int(d.lineTop(2))
	changed := false
	for y := range before.Bounds().Dy() {
		for x := range before.Bounds().Dx() {
			if before.At(x, y) == after.At(x, y) {
				continue
			}
			changed = true
			if y < top || y >= bottom {
				t.Fatalf("pixel %d,%d outside the line [%d,%d) changed", x, y, top, bottom)
			}
		}
	}
	if !changed {
		t.Error("the mark cannot be seen")
	}
}

// kept is a state whose bands are not written over when the row is drawn anew.
func (a state) kept() state {
	a.bands = slices.Clone(a.bands)
	return a
}

func TestOnlyChangedLinesAreDrawnAnew(t *testing.T) {
	d := newDesk(t, strings.Repeat("some words on a line\n", 50))
	d.photo()
	shown := func() map[int]state {
		all := map[int]state{}
		for _, r := range d.surface.rows {
			all[r.shows.line] = r.shows.kept()
		}
		return all
	}
	before := shown()
	d.SetMarks([]Mark{mark("x", 22, 30)})
	for n, s := range shown() {
		if s.same(before[n]) == (n == 1) {
			t.Errorf("line %d: drawn anew: %v", n, n != 1)
		}
	}
	if len(d.surface.rows) > 12 {
		t.Errorf("%d rows for a view of 300", len(d.surface.rows))
	}
}

func TestTheViewFollowsTheTheme(t *testing.T) {
	d := newDesk(t, "some words")
	app := fyne.CurrentApp()
	app.Settings().SetTheme(forced{theme.DefaultTheme(), theme.VariantLight})
	d.Refresh()
	light := d.palette
	app.Settings().SetTheme(forced{theme.DefaultTheme(), theme.VariantDark})
	d.Refresh()
	if d.palette.dark == light.dark || d.palette.text == light.text {
		t.Error("the palette stayed as it was")
	}
	if d.surface.rows[0].shows.palette != d.palette {
		t.Error("the lines were not drawn anew")
	}
}

// forced is a theme of one variant.
type forced struct {
	fyne.Theme
	variant fyne.ThemeVariant
}

func (f forced) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return f.Theme.Color(n, f.variant)
}

func TestARendererMayDieAndBeMadeAgain(t *testing.T) {
	d := newDesk(t, report)
	d.SetMarks([]Mark{mark("x", 4, 9)})
	before := copied(d.photo())
	d.CreateRenderer().Destroy()
	d.window.SetContent(container.NewStack())
	d.window.SetContent(d.View)
	if !same(before, d.photo()) {
		t.Error("the view looks different")
	}
}

func TestATinyViewIsLeftAlone(t *testing.T) {
	test.NewTempApp(t)
	v := New()
	v.SetText(report)
	v.SetTop(40)
	v.Reveal(Range{40, 45})
	v.SetMarks([]Mark{mark("x", 4, 9)})
	v.Select(3, 9)
	for _, width := range []float32{0, 1, 20, 49, 60, 30, 500, 10} {
		v.Resize(fyne.NewSize(width, 100))
		v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -20}})
		v.Place(12)
	}
}

func TestAPlaceAskedForBeforeThereIsALayoutIsKept(t *testing.T) {
	test.NewTempApp(t)
	v := New()
	v.SetText(strings.Repeat("A line of text.\n", 100))
	v.SetTop(16 * 50)
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(400, 200))
	if got := v.Top(); got != 16*50 {
		t.Errorf("the top line begins at %d", got)
	}
}

func TestTheTopLineStaysThroughResizingAndZooming(t *testing.T) {
	d := newDesk(t, strings.Repeat("A longer line of text that is going to be wrapped here and there.\n", 200))
	d.SetTop(6600)
	at := d.Top()
	within := func(what string) {
		t.Helper()
		if got := d.Top(); got > at || got < at-140 {
			t.Errorf("%s: the top line begins at %d, was %d", what, got, at)
		}
	}
	d.window.Resize(fyne.NewSize(300, 300))
	within("narrower")
	d.SetTypography(Typography{Size: 24})
	within("larger")
	d.SetTypography(Typography{Size: 12, Measure: 200, Family: "Serif"})
	within("narrow column")
}

func TestRevealScrollsAsLittleAsItMust(t *testing.T) {
	d := newDesk(t, strings.Repeat("A line of text.\n", 100))
	d.Reveal(Range{16 * 2, 16*2 + 4})
	if d.scrolled != 0 {
		t.Error("what is in sight was scrolled to")
	}
	d.Reveal(Range{16 * 50, 16*50 + 4})
	p, h, visible := d.Place(16 * 50)
	if !visible || p.Y+h < d.Size().Height/2 {
		t.Errorf("line 50 is shown at %.0f", p.Y)
	}
	d.Reveal(Range{16 * 20, 16*20 + 4})
	if p, _, visible := d.Place(16 * 20); !visible || p.Y > d.Size().Height/2 {
		t.Errorf("line 20 is shown at %.0f", p.Y)
	}
	d.Reveal(Range{0, len(d.text)})
	if d.scrolled != 0 {
		t.Error("of a long range the beginning is wanted")
	}
}

func TestArabicStandsAtTheRight(t *testing.T) {
	d := newDesk(t, "قال الرئيس\nLatin")
	right := d.columnLeft() + d.setting.measure
	if p, _, _ := d.Place(0); p.X < right-1 || p.X > right+1 {
		t.Errorf("the beginning is at %.1f, the column's right edge at %.1f", p.X, right)
	}
}

func TestOddOffsetsAreHarmless(t *testing.T) {
	d := newDesk(t, "їжак")
	d.Select(1, 999)
	if a, c := d.Selection(); a != 0 || c != len(d.text) {
		t.Errorf("selection %d to %d", a, c)
	}
	d.Select(-5, -1)
	d.SetTop(-1)
	d.SetTop(999)
	d.Reveal(Range{-4, 999})
	d.Place(999)
	d.SetMarks([]Mark{mark("a", -3, 999), mark("b", 50, 60), mark("c", 3, 2), {}})
	d.SetText("")
	d.Place(0)
	d.click(fyne.NewPos(100, 100))
	d.types(fyne.KeyRight, 0)
	d.types(fyne.KeyPageDown, 0)
	d.wantCaret("in an empty text", 0)
}

func TestTextIsSharpAtAnyScale(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2, 3} {
		d := newDesk(t, "sharp")
		d.window.Canvas().(test.WindowlessCanvas).SetScale(scale)
		d.Refresh()
		r := d.surface.rows[0]
		if got := r.raster.Size().Height * scale; got != float32(r.ink.Dy()) {
			t.Errorf("at %.2f a line is %.2f pixels high, drawn with %d", scale, got, r.ink.Dy())
		}
		for _, y := range []float32{r.at.Y * scale, r.raster.Position().Y * scale} {
			if y != float32(whole(y)) {
				t.Errorf("at %.2f a line lies between pixels: %.2f", scale, y)
			}
		}
	}
}

func TestChangesMadeTogetherAreDrawnOnce(t *testing.T) {
	d := newDesk(t, "several words to be marked")
	row := d.surface.rows[0]
	before := row.shows.kept()
	d.Together(func() {
		d.Together(func() { d.SetMarks([]Mark{mark("a", 0, 7), mark("b", 8, 13)}) })
		d.SetCurrent("b")
		d.Select(2, 5)
		if !row.shows.same(before) {
			t.Error("drawn before all is changed")
		}
	})
	if s := row.shows; len(s.bands) != 2 || !s.bands[1].current || s.selected != (selected{2, 5, false}) {
		t.Errorf("drawn with %d bands, %+v selected", len(s.bands), s.selected)
	}
	d.SetMarks(nil)
	if len(row.shows.bands) != 0 {
		t.Error("what is changed afterwards is not drawn")
	}
}
