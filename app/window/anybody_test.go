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
		if n := u.panel.spans.layer.SpanCount(); n > 0 {
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
