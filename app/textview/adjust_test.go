package textview

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// adjusts returns a desk with a current mark, and what OnAdjust is told.
func adjusts(t *testing.T, text string, r Range) (*desk, *[]string) {
	d := newDesk(t, text)
	var told []string
	d.OnAdjust = func(id string, r Range) { told = append(told, fmt.Sprint(id, " ", d.text[r.Start:r.End])) }
	d.SetMarks([]Mark{{ID: "m", Range: r, Name: "actor", Colour: red}})
	d.SetCurrent("m")
	return d, &told
}

// taken returns where the handle of an edge of the current mark stands.
func (d *desk) taken(e edge) fyne.Position {
	d.t.Helper()
	for _, r := range d.surface.rows {
		for _, b := range r.shows.bands {
			for _, h := range d.handles(r, b) {
				if h.edge == e && r.raster.Visible() {
					return r.at.AddXY(h.x, (h.top+h.bottom)/2)
				}
			}
		}
	}
	d.t.Fatalf("handle %d is out of sight", e)
	return fyne.Position{}
}

func wantTold(t *testing.T, told []string, want ...string) {
	t.Helper()
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestAnEdgeOfTheCurrentMarkIsDragged(t *testing.T) {
	d, told := adjusts(t, report, Range{4, 9})
	d.sweep(d.taken(endEdge), d.edge(14))
	d.sweep(d.taken(startEdge), d.edge(0))
	wantTold(t, *told, "m ferry left", "m The ferry")
	if len(d.told) > 0 || len(d.clicks) > 0 {
		t.Errorf("selected %v, clicked %v", d.told, d.clicks)
	}
	d.wantCaret("after drags of handles", 0)
}

// The picture of a line is no higher than its ink; a handle can be taken at each place of it all the same.
func TestAHandleIsTakenFromItsTopToItsBottom(t *testing.T) {
	d, _ := adjusts(t, report, Range{4, 9})
	places := 0
	for _, r := range d.surface.rows {
		for _, b := range r.shows.bands {
			for _, h := range d.handles(r, b) {
				for y := h.top; y <= h.bottom; y++ {
					places++
					if got := d.handleAt(r.at.AddXY(h.x, y)); got != h.edge {
						t.Errorf("%v below the line's top, of %v to %v, handle %d is taken, not %d", y, h.top, h.bottom, got, h.edge)
					}
				}
			}
		}
	}
	if places < 20 {
		t.Errorf("%d places were tried", places)
	}
}

func TestADraggedEdgeSnapsUnlessAltIsHeld(t *testing.T) {
	d, told := adjusts(t, report, Range{4, 9})
	d.Snap = wordsAround(report)
	d.sweep(d.taken(endEdge), d.edge(12))
	d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
	d.sweep(d.taken(endEdge), d.edge(12))
	d.sweep(d.taken(startEdge), d.edge(6))
	wantTold(t, *told, "m ferry left", "m ferry le", "m rry")
}

func TestWhatADragWouldMakeIsShown(t *testing.T) {
	d, _ := adjusts(t, report, Range{4, 9})
	from := d.taken(endEdge)
	d.down(from, 0)
	d.drag(d.edge(50)) // on the second line
	var seen []string
	for _, bands := range d.bandsIn() {
		for _, b := range bands {
			seen = append(seen, d.text[b.start:b.end])
		}
	}
	if want := []string{"ferry left Orrin at noon.", report[30:50]}; !slices.Equal(seen, want) {
		t.Errorf("while dragging %q is shown, want %q", seen, want)
	}
	if d.Cursor() != desktop.HResizeCursor {
		t.Error("the cursor is another while dragging")
	}
	d.up(d.edge(50))
	if got := d.bandsIn()[0][0]; d.text[got.start:got.end] != "ferry" {
		t.Error("the mark changed before it was set anew")
	}
}

func TestAnEdgeStopsBeforeTheOther(t *testing.T) {
	d, told := adjusts(t, "x👍🏽e\u0301 y", Range{1, 12})
	d.sweep(d.taken(endEdge), d.edge(0))
	d.sweep(d.taken(startEdge), d.edge(14))
	wantTold(t, *told, "m 👍🏽", "m e\u0301")
}

func TestAHandleIsEasyToTakeAndShowsItself(t *testing.T) {
	d, _ := adjusts(t, report, Range{4, 9})
	for _, e := range []edge{startEdge, endEdge} {
		at := d.taken(e)
		wide := 0
		for dx := float32(-12); dx <= 12; dx += 0.5 {
			if d.handleAt(at.AddXY(dx, 0)) == e {
				wide++
			}
		}
		if wide < 12 {
			t.Errorf("handle %d can be taken over %.1f units only", e, float32(wide)/2)
		}
	}
	d.SetMarks([]Mark{{ID: "m", Range: Range{14, 15}}}) // a space
	wide := 0
	for dx := float32(-12); dx <= 12; dx += 0.5 {
		if d.handleAt(d.taken(startEdge).AddXY(dx, 0)) == startEdge {
			wide++
		}
	}
	if wide < 12 {
		t.Errorf("the handle of a space can be taken over %.1f units only", float32(wide)/2)
	}
	d.SetMarks([]Mark{{ID: "m", Range: Range{4, 9}}})
	move := func(p fyne.Position) { d.MouseMoved(&desktop.MouseEvent{PointEvent: pointer(p)}) }
	move(d.taken(endEdge))
	if d.Cursor() != desktop.HResizeCursor {
		t.Error("over a handle the cursor is another")
	}
	move(d.at(6))
	if d.Cursor() != desktop.TextCursor {
		t.Error("over the text the cursor is another")
	}
}

// The space behind a mark is halved: the nearer half is the handle's, from the other half on one selects
// what follows. So it is before a mark, and in Hebrew.
func TestASelectionBeginsInTheSpaceBesideTheCurrentMark(t *testing.T) {
	for _, text := range []string{report, "אבג דהו זחט ייי"} {
		first := strings.Index(text, " ") + 1
		second := first + strings.Index(text[first:], " ")
		third := second + 1 + strings.Index(text[second+1:], " ")
		d, told := adjusts(t, text, Range{first, second})
		d.Snap = wordsAround(text)
		part := func(space int, part float32) fyne.Position {
			from, to := d.edge(space), d.edge(space+1)
			return from.AddXY((to.X-from.X)*part, 0)
		}
		for _, c := range []struct {
			space    int
			part     float32
			taken    edge
			to       int
			selected string
		}{
			{second, 0.3, endEdge, 0, ""},
			{second, 0.7, noEdge, third, text[second+1 : third]},
			{first - 1, 0.7, startEdge, 0, ""},
			{first - 1, 0.3, noEdge, 0, text[:first-1]},
		} {
			from := part(c.space, c.part)
			if got := d.handleAt(from); got != c.taken {
				t.Errorf("%q: at %.1f of the space %d the handle is %d, want %d", text, c.part, c.space, got, c.taken)
			}
			if c.taken == noEdge {
				d.sweep(from, d.edge(c.to))
				d.wantSelected("from the space", c.selected)
			}
		}
		wantTold(t, *told)
	}
}

func TestAHandleCanBeTakenOnlyOfTheCurrentMarkAndWhereAskedFor(t *testing.T) {
	d, _ := adjusts(t, report, Range{4, 9})
	at := d.taken(endEdge)
	d.SetCurrent("")
	if d.handleAt(at) != noEdge {
		t.Error("a mark that is not current has a handle")
	}
	d.SetCurrent("m")
	d.OnAdjust = nil
	if d.handleAt(at) != noEdge {
		t.Error("there is a handle though nobody asked")
	}
}

func TestAClickOnAHandleIsAClickOnTheText(t *testing.T) {
	d, told := adjusts(t, report, Range{4, 9})
	p := d.taken(endEdge).AddXY(-1, 0)
	d.click(p)
	d.wantCaret("click", 9)
	d.again(p)
	d.wantSelected("two clicks", "ferry")
	wantTold(t, *told)
	wantTold(t, d.clicks, "m")
}

func TestEscapeGivesUpADragOfAnEdge(t *testing.T) {
	d, told := adjusts(t, report, Range{4, 9})
	d.down(d.taken(endEdge), 0)
	d.drag(d.edge(14))
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.drag(d.edge(20))
	d.up(d.edge(20))
	wantTold(t, *told)
	d.wantCaret("given up", 0)
}

func TestAnEdgeDraggedPastTheViewScrolls(t *testing.T) {
	d, told := adjusts(t, strings.Repeat("A line of text that says little.\n", 100), Range{0, 6})
	below := fyne.NewPos(100, d.Size().Height+60)
	d.now = d.now.Add(time.Minute)
	d.down(d.taken(endEdge), 0)
	for range 40 {
		d.drag(below)
	}
	d.up(below)
	if d.scrolled < 500 || len(*told) != 1 || len((*told)[0]) < 600 {
		t.Errorf("scrolled by %.0f, told %d", d.scrolled, len(*told))
	}
}

func TestTheHandlesOfARightToLeftMarkAreDragged(t *testing.T) {
	d, told := adjusts(t, "אבג דהו זחט", Range{7, 13})
	if d.taken(startEdge).X < d.taken(endEdge).X {
		t.Fatal("a Hebrew word begins at its left")
	}
	d.sweep(d.taken(endEdge), d.edge(18))
	d.sweep(d.taken(startEdge), d.edge(0))
	wantTold(t, *told, "m דהו זח", "m אבג דהו")
}

func TestAHandleStandsAtTheOuterSideOfANumberInHebrew(t *testing.T) {
	d, told := adjusts(t, "אבג 14 דהו 25", Range{7, 16})
	number, _, _ := d.Place(7) // to the left of the number
	if got := d.taken(startEdge).X; got < number.X+8 {
		t.Errorf("the handle stands at %.1f, the number begins at %.1f", got, number.X)
	}
	d.sweep(d.taken(endEdge), fyne.NewPos(0, d.taken(endEdge).Y))
	d.SetMarks([]Mark{{ID: "m", Range: Range{0, 19}}})
	if got, left := d.taken(endEdge).X, d.lineLeft(d.shape(0)); got > left+0.1 {
		t.Errorf("the handle stands at %.1f, the line ends at %.1f", got, left)
	}
	wantTold(t, *told, "m 14 דהו 25")
}

func TestASelectionIsOfWholeCharactersAsTheyAreSeen(t *testing.T) {
	text := "a e\u0301 👍🏽\r\n" + strings.Repeat("字", 3000) + "👨‍👩‍👧"
	d := newDesk(t, text)
	for offset, want := range map[int]int{0: 0, 1: 1, 3: 2, 4: 2, 5: 5, 8: 6, 12: 6, 15: 15, 16: 16, 9017: 9016, 9020: 9016, 9999: len(text)} {
		d.Select(offset, offset)
		if _, c := d.Selection(); c != want {
			t.Errorf("a caret at %d stands at %d, want %d", offset, c, want)
		}
	}
	if got := d.stopAfter(9020); got != len(text) {
		t.Errorf("behind 9020 the stop is %d, want %d", got, len(text))
	}
}
