package textview

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// pool is what random texts are made of: letters of many scripts, and what makes trouble.
var pool = []rune("aab bc d  \n\t-— іїж אב ابتلا 12٣.,()“”«»\" 'सक्षि กำ้ 한국ᄀᄂ ёé\u0301\u0301\u200d\u200d\u200f\u2067\u2069👍🏽👩‍🚀🇺🇦漢字、\r\n\u0600\u00ad\u00a0\U0010fffd")

// A user does anything at all with a view, and checks after each event what must always hold.
type user struct {
	*desk
	r     *rand.Rand
	stops []bool // where grapheme clusters begin and end
	exact bool   // marks are set from stop to stop, and must stay so
}

func newUser(t *testing.T, seed uint64) *user {
	u := &user{desk: newDesk(t, ""), r: rand.New(rand.NewPCG(seed, 10))}
	u.OnSelect = func(r Range) { u.mustStop("told a selection", r.Start, r.End) }
	u.OnAdjust = u.adjusted
	u.OnZoom = func(steps int) {
		s := u.Typography()
		s.Size = min(max(8, s.Size+float32(steps)), 40)
		u.SetTypography(s)
	}
	return u
}

// reads gives the user a text.
func (u *user) reads(text string) {
	u.SetText(text)
	u.stops = make([]bool, len(text)+1)
	u.stops[len(text)] = true
	for g := graphemes.FromString(text); g.Next(); {
		u.stops[g.Start()] = true
	}
	for i := range len(text) {
		u.stops[i] = u.stops[i] || text[i] == '\n'
	}
	u.Snap = nil
	if u.r.IntN(2) == 0 {
		u.Snap = wordsAround(text)
	}
	u.ShowQuotation, u.exact = u.r.IntN(2) == 0, u.r.IntN(2) == 0
	u.SetMarks(u.marks())
}

// adjusted is told of an edge that was dragged, and sets the mark to it.
func (u *user) adjusted(id string, to Range) {
	i, ok := u.index.find(id)
	if !ok || to.Empty() {
		u.t.Fatalf("mark %q was adjusted to %v", id, to)
	}
	from := u.index.marks[i].Range
	if to.Start != from.Start {
		u.mustStop("dragged a start", to.Start)
	}
	if to.End != from.End {
		u.mustStop("dragged an end", to.End)
	}
	marks := append([]Mark(nil), u.index.marks...)
	marks[i].Range = to
	u.SetMarks(marks)
}

func (u *user) mustStop(what string, offsets ...int) {
	u.t.Helper()
	for _, at := range offsets {
		if at < 0 || at >= len(u.stops) || !u.stops[at] {
			u.t.Fatalf("%s: %d is no caret stop of %d bytes: %+q|%+q", what, at, len(u.text),
				u.text[min(max(0, at-24), len(u.text)):min(max(0, at), len(u.text))], u.text[min(max(0, at), len(u.text)):min(max(0, at+24), len(u.text))])
		}
	}
}

// check checks what must always hold.
func (u *user) check() {
	u.t.Helper()
	u.mustStop("the selection", u.anchor, u.caret)
	if u.scrolled < 0 || u.scrolled > u.furthest() {
		u.t.Fatalf("scrolled by %.1f of %.1f", u.scrolled, u.furthest())
	}
	for _, m := range u.index.marks {
		if u.exact {
			u.mustStop("a mark", m.Range.Start, m.Range.End)
		}
	}
	if top := u.Top(); top < 0 || top > len(u.text) {
		u.t.Fatalf("the top is at %d of %d", top, len(u.text))
	}
}

// acts does one thing: mostly with the mouse or a key, now and then something rarer.
func (u *user) acts() {
	switch n := u.r.IntN(100); {
	case n < 45:
		u.key()
	case n < 92:
		u.mouse()
	case n < 96:
		u.command()
	default:
		u.change()
	}
	u.now = u.now.Add(time.Duration(u.r.IntN(600)) * time.Millisecond)
}

func (u *user) key() {
	keys := []fyne.KeyName{
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyTab, fyne.KeyDelete, fyne.KeyEscape,
	}
	held := fyne.KeyModifier(0)
	for _, m := range []fyne.KeyModifier{shift, ctrl, alt} {
		if u.r.IntN(3) == 0 {
			held |= m
		}
	}
	u.types(keys[u.r.IntN(len(keys))], held)
}

// where returns a place: often at a handle, at times outside of the view.
func (u *user) where() fyne.Position {
	size := u.Size()
	rows := slices.DeleteFunc(slices.Clone(u.surface.rows), func(r *row) bool { return !r.raster.Visible() })
	if len(rows) > 0 && u.r.IntN(3) == 0 {
		r := rows[u.r.IntN(len(rows))]
		for _, b := range r.shows.bands {
			for _, h := range u.handles(r, b) {
				return r.at.AddXY(h.x, (h.top+h.bottom)/2)
			}
		}
	}
	return fyne.NewPos(u.r.Float32()*(size.Width+100)-50, u.r.Float32()*(size.Height+100)-50)
}

func (u *user) mouse() {
	p := u.where()
	secondary := &desktop.MouseEvent{PointEvent: pointer(p), Button: desktop.MouseButtonSecondary}
	switch u.r.IntN(9) {
	case 0, 1:
		u.down(p, fyne.KeyModifier(u.r.IntN(16)))
	case 2, 3, 4:
		u.drag(p)
	case 5, 6:
		u.up(p)
	case 7:
		u.MouseMoved(&desktop.MouseEvent{PointEvent: pointer(p)})
		u.Cursor()
		u.Scrolled(&fyne.ScrollEvent{PointEvent: pointer(p), Scrolled: fyne.Delta{DY: u.r.Float32()*100 - 50}})
	case 8:
		u.MouseDown(secondary)
		u.MouseUp(secondary)
	}
}

func (u *user) command() {
	at := u.r.IntN(len(u.text)+20) - 10
	switch u.r.IntN(8) {
	case 0:
		u.Expand()
	case 1:
		u.Shrink()
	case 2:
		u.GoTo(at)
	case 3:
		u.Back()
	case 4:
		u.Forward()
	case 5:
		u.Center(at)
	case 6:
		u.Select(at, u.r.IntN(len(u.text)+20)-10)
		u.Reveal(u.selection())
	case 7:
		u.MarksAt(at)
		u.QuotationAt(at)
	}
}

// change changes what is shown, or how.
func (u *user) change() {
	switch u.r.IntN(12) {
	case 0, 1, 2, 3:
		u.SetMarks(u.marks())
	case 4, 5:
		u.SetCurrent(fmt.Sprint(u.r.IntN(12)))
	case 6:
		u.SetHits(u.ranges(), u.r.IntN(12))
	case 7:
		u.SetNotices(u.ranges())
	case 8:
		u.window.Resize(fyne.NewSize(30+u.r.Float32()*600, 30+u.r.Float32()*400))
	case 9:
		u.SetTypography(Typography{Size: u.r.Float32() * 40, Measure: u.r.Float32() * 900, Numbers: u.r.IntN(2) == 0})
	case 10:
		u.KeyDown(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
	case 11:
		u.FocusLost()
	}
}

func (u *user) ranges() []Range {
	all := make([]Range, u.r.IntN(12))
	for i := range all {
		start := u.r.IntN(len(u.text)+10) - 5
		all[i] = Range{start, start + u.r.IntN(40)}
	}
	return all
}

func (u *user) marks() []Mark {
	marks := make([]Mark, u.r.IntN(12))
	for i, r := range u.ranges() {
		if u.exact {
			r = Range{u.stop(r.Start), u.stopAfter(u.within(r.End))}
		}
		if i < len(marks) {
			marks[i] = Mark{ID: fmt.Sprint(i), Name: "place", Range: r, Look: Look(u.r.IntN(3)), Colour: red}
			marks[i].Gaps = []Range{{r.Start + u.r.IntN(20), r.Start + u.r.IntN(40)}}
		}
	}
	return marks
}

// lives does so many things with a text.
func (u *user) lives(text string, events int) {
	u.t.Helper()
	u.reads(text)
	for range events {
		u.acts()
		u.check()
	}
	u.photo()
}

// With GLOSSATOR_TORTURE=1 in the environment it is 100,000 events under the race detector too.
func TestRandomEventsHarmNoText(t *testing.T) {
	events := 100000
	if testing.Short() || raced && os.Getenv("GLOSSATOR_TORTURE") != "1" {
		events = 5000
	}
	const each = 250
	u := newUser(t, 9)
	scripts := make([]string, 0, len(samples))
	for _, name := range []string{"latin", "ukrainian", "arabic", "hebrew", "mixed", "emoji", "combining", "cjk", "controls", "hindi", "thai", "people", "bracketed", "embedded"} {
		scripts = append(scripts, samples[name])
	}
	for n := range events / each {
		text := randomText(u.r, pool, u.r.IntN(600))
		if n%2 == 1 {
			text = strings.Repeat(scripts[u.r.IntN(len(scripts))]+" \n"[u.r.IntN(2):], 1+u.r.IntN(12))
		}
		u.lives(text, each)
	}
}

// A script is a source of chance whose first decisions are given.
type script struct {
	given []byte
	rest  *rand.PCG
}

func (s *script) Uint64() uint64 {
	n := s.rest.Uint64()
	if len(s.given) > 0 {
		n = n>>8 | uint64(s.given[0])<<56
		s.given = s.given[1:]
	}
	return n
}

// The fuzzer chooses a text and what is done with it.
func FuzzEvents(f *testing.F) {
	for n, s := range []string{"", "a", samples["mixed"], samples["emoji"], samples["combining"], samples["thai"], strings.Repeat(samples["arabic"]+"\n", 9)} {
		f.Add(uint64(n), s, []byte("any events will do: "+s))
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string, events []byte) {
		u := newUser(t, seed)
		u.r = rand.New(&script{events, rand.NewPCG(seed, 10)})
		u.lives(strings.ToValidUTF8(text, "\ufffd"), 150)
	})
}
