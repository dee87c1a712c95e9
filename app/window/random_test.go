package window

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/glossator/glossator/annotate"
)

// An anybody does anything at all with the window, and looks after each deed at what must always hold.
type anybody struct {
	*driver
	random    *rand.Rand
	home      string // the project to come back to
	quitted   bool   // the window was closed
	pressable []key
	stops     map[annotate.ID]map[int]bool // where characters begin and end, by article
}

// scripts are what random articles are made of.
var scripts = strings.Fields("Two people died in Vessmark. Поліція заперечила це. قال الرئيس إن 12 شخصا أصيبوا. נהרגו שלושה אנשים. " +
	"警察は否定した。 洪水 पुलिस ने क्षेत्र को ตำรวจปฏิเสธ 경찰은 부인했다 ᄀᄂ e\u0301lite Z\u0335\u0301algo 👩‍🚒 🇺🇦🇺🇦 👍🏽 “quoted ‘twice’” 3,000 12:30 — … \u200f\u2067x\u2069 a\u00adb \u0600١")

// newAnybody opens the window on a project of random articles.
func newAnybody(t *testing.T, seed uint64) *anybody {
	random := rand.New(rand.NewPCG(seed, 7))
	d := drive(t)
	folder := t.TempDir()
	for n := range 4 {
		var text strings.Builder
		fmt.Fprintf(&text, "Article %d\n\n", n)
		for range 20 + random.IntN(300) {
			text.WriteString(scripts[random.IntN(len(scripts))] + []string{" ", " ", " ", "", "\n", "\n\n", "  "}[random.IntN(7)])
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.txt", n)), []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.importPaths([]string{folder})
	d.wait()
	d.press("Escape")
	u := &anybody{driver: d, random: random, home: d.project.Path(), stops: map[annotate.ID]map[int]bool{}}
	u.win.SetOnClosed(func() { u.quitted = true })
	for _, c := range d.commands {
		if c.Menu != "Project" { // the palette leads there often enough
			u.pressable = append(u.pressable, c.Keys...)
		}
	}
	for _, k := range append(viewKeys, keys("Escape", "Escape", "Return", "Tab", "Tab", "Space")...) {
		u.pressable = append(u.pressable, k, k)
	}
	return u
}

// acts does one thing with the mouse or the keyboard.
func (u *anybody) acts() {
	switch u.random.IntN(16) {
	case 0, 1, 2, 3:
		u.dragAnywhere()
	case 4, 5:
		u.tapAnything()
	case 6:
		u.types()
	case 7:
		u.pass()
	default:
		u.pressKey(u.pressable[u.random.IntN(len(u.pressable))])
	}
	if u.random.IntN(20) == 0 {
		u.wait()
		u.comesBack()
	}
	u.look()
}

// comesBack opens the window again if it was closed, and the project if another one was made or opened.
func (u *anybody) comesBack() {
	if u.quitted {
		u.wait()
		u.Window.close()
		u.driver, u.quitted = beginIn(u.T, u.app, Options{Project: u.home}), false
		u.win.SetOnClosed(func() { u.quitted = true })
	}
	if u.project.Path() != u.home {
		u.leavesAll()
		u.Window.open(u.home)
		u.wait()
	}
}

// leavesAll closes what is open in front of the article.
func (u *anybody) leavesAll() {
	u.wait()
	u.pass()
	for u.dialog != nil {
		u.dialog.escape()
		u.wait()
	}
	u.leaveSheet()
}

// edits is how many edits the project holds, those that undo others too.
func (u *anybody) edits() int {
	u.Helper()
	stats, err := u.project.Stats(u.Context())
	if err != nil {
		u.Fatal(err)
	}
	return int(stats.Edits)
}

// dragAnywhere drags between two places of the text, or clicks once or twice, with whatever button.
func (u *anybody) dragAnywhere() {
	if u.session == nil || u.dialog != nil || !u.view.Visible() {
		return
	}
	room := u.view.Size()
	at := func() fyne.Position {
		return fyne.NewPos(u.random.Float32()*(room.Width+80)-40, u.random.Float32()*(room.Height+80)-40)
	}
	from, to := at(), at()
	down, up := u.mouse(from), u.mouse(to)
	down.Modifier = fyne.KeyModifier(u.random.IntN(16))
	if u.random.IntN(12) == 0 {
		down.Button = desktop.MouseButtonSecondary
	}
	u.view.MouseDown(down)
	for range u.random.IntN(4) {
		u.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at()}})
	}
	u.view.MouseUp(up)
	u.view.DragEnd()
	if u.random.IntN(3) == 0 {
		u.view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: (u.random.Float32() - 0.5) * 900}})
	}
	for top := u.win.Canvas().Overlays().Top(); top != nil && u.dialog == nil; top = u.win.Canvas().Overlays().Top() {
		u.win.Canvas().Overlays().Remove(top) // the menu of the other button
	}
}

// tapAnything clicks on a label, a row, or what clears the filter.
func (u *anybody) tapAnything() {
	if u.dialog != nil {
		return
	}
	switch u.random.IntN(5) {
	case 0, 1:
		test.Tap(u.panel.labels.buttons[u.random.IntN(len(u.panel.labels.buttons))])
	case 2:
		if n := len(u.panel.spans.spans); n > 0 {
			u.panel.spans.list.Select(u.random.IntN(n))
		}
	case 3:
		if n := u.list.matches; n > 0 {
			u.list.list.Select(u.random.IntN(n))
		}
	case 4:
		u.list.clearFilter()
	}
}

// types types into whatever has the keyboard, or into a field of the card.
func (u *anybody) types() {
	if fields := u.panel.card.fields; len(fields) > 0 && u.dialog == nil && u.random.IntN(2) == 0 {
		if e := fields[u.random.IntN(len(fields))].entry; e != nil {
			u.win.Canvas().Focus(e)
		}
	}
	if focused := u.win.Canvas().Focused(); focused != nil {
		for _, r := range []string{"12", "on the river", "א", "-", "🚒 "}[u.random.IntN(5)] {
			focused.TypedRune(r)
		}
	}
}

// look checks that what is selected and every span begin and end between characters.
func (u *anybody) look() {
	u.Helper()
	if u.session == nil {
		return
	}
	state := u.session.State()
	text := state.Article.Text
	stops, known := u.stops[state.Article.ID]
	if !known {
		stops = map[int]bool{0: true, len(text): true}
		for g := graphemes.FromString(text); g.Next(); {
			stops[g.Start()] = true
		}
		u.stops[state.Article.ID] = stops
	}
	must := func(what string, at ...int) {
		for _, offset := range at {
			if !stops[offset] {
				u.Fatalf("%s of %q is inside a character: %d", what, state.Article.Title, offset)
			}
		}
	}
	anchor, caret := u.view.Selection()
	if u.view.Text() == text {
		must("the text's selection", anchor, caret)
	}
	must("the selection", state.Selection.Range.Start, state.Selection.Range.End)
	for _, span := range state.Layer.Spans() {
		must("a span", span.Start, span.End)
		for _, gap := range span.Gaps {
			must("a gap", gap.Start, gap.End)
		}
	}
}

// endsWell closes what is open, compares all articles with the file, and undoes everything.
func (u *anybody) endsWell() {
	u.Helper()
	u.leavesAll()
	u.comesBack()
	u.expectWhatIsKept()
}

// expectWhatIsKept compares each article as it is shown with what the project file holds of it, and
// undoes all that was done to it.
func (d *driver) expectWhatIsKept() {
	d.Helper()
	d.list.clearFilter()
	for i := range d.list.matches {
		row, _ := d.list.row(i)
		d.openArticle(row.ID)
		shown := d.session.State()
		work, err := d.project.Work(d.Context(), row.ID, d.author)
		if err != nil {
			d.Fatal(err)
		}
		// A layer is made anew each time before its first edit.
		if begun := len(work.Past) > 0; begun != (shown.Undo+shown.Redo != "") || begun && !work.Layer.Equal(shown.Layer) {
			d.Errorf("%q is not kept as it is shown", row.Title)
		}
		if row.Spans != len(shown.Layer.Spans()) || row.Status != shown.Layer.Status() {
			d.Errorf("the list says %d spans and %s of %q", row.Spans, row.Status, row.Title)
		}
		for d.session.State().Undo != "" {
			if err := d.session.Undo(); err != nil {
				d.Fatal(err)
			}
		}
		if after := d.session.State().Layer; len(after.Spans())+len(after.Links())+len(after.Values()) > 0 {
			d.Errorf("with all undone %q has %v, %v, %v", row.Title, after.Spans(), after.Links(), after.Values())
		}
		if work, err = d.project.Work(d.Context(), row.ID, d.author); err != nil {
			d.Fatal(err)
		}
		if l := work.Layer; len(l.Spans())+len(l.Links())+len(l.Values()) > 0 {
			d.Errorf("with all undone the file holds %v, %v, %v of %q", l.Spans(), l.Links(), l.Values(), row.Title)
		}
		d.expectSpans().expectStatus(annotate.New)
	}
}

// Whatever is pressed and clicked, in any order: the window stands, it shows what is kept, nothing
// cuts a character in two, and undoing leads back to the beginning. With GLOSSATOR_TORTURE=1 in the
// environment it does that 100,000 times.
func TestAnythingCanBePressedAtAnyTime(t *testing.T) {
	seeds, events := uint64(2), 600
	if os.Getenv("GLOSSATOR_TORTURE") == "1" {
		seeds, events = 25, 4000
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			u := newAnybody(t, seed)
			for range events {
				u.acts()
			}
			u.leavesAll()
			u.comesBack()
			edits := u.edits()
			u.endsWell()
			if edits < events/100 {
				t.Errorf("%d events made only %d edits", events, edits)
			}
			t.Logf("%d events, %d edits", events, edits)
		})
	}
}

// FuzzWindow looks for what the random events of one seed can break.
func FuzzWindow(f *testing.F) {
	f.Add(uint64(1), uint16(100))
	f.Fuzz(func(t *testing.T, seed uint64, events uint16) {
		u := newAnybody(t, seed)
		for range events % 500 {
			u.acts()
		}
		u.endsWell()
	})
}
