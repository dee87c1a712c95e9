package textview

import (
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestParagraphsAreNumberedOnWish(t *testing.T) {
	d := newDesk(t, "One.\n\n  \nTwo, "+strings.Repeat("and more of it ", 12)+"\nThree.")
	numbers := func() []int {
		var all []int
		for n := range d.layout.lines {
			all = append(all, d.numberOf(n))
		}
		return all
	}
	if got := numbers(); slices.Max(got) != 0 {
		t.Errorf("numbers %v without a wish", got)
	}
	before := copied(d.photo())
	d.SetTypography(Typography{Numbers: true})
	if got := numbers(); got[0] != 1 || got[1] != 0 || got[2] != 0 || got[3] != 2 || got[4] != 0 || got[len(got)-1] != 3 {
		t.Errorf("numbers %v", got)
	}
	if same(before, d.photo()) {
		t.Error("the numbers cannot be seen")
	}
	d.SetTypography(Typography{})
	if !same(before, d.photo()) {
		t.Error("the numbers left something behind")
	}
}

func TestAParagraphCutInPiecesHasOneNumber(t *testing.T) {
	l := lay(strings.Repeat("word ", 5000)+"\nnext", testShaper(16), 600)
	n := numbered(l)
	if len(n) < 4 || n[0] != 1 || n[1] != -1 || n[len(n)-1] != 2 {
		t.Errorf("numbers %v", n)
	}
}

func TestNumbersLeaveRoomForTheText(t *testing.T) {
	for _, width := range []float32{120, 300, 700, 1500} {
		d := newDesk(t, strings.Repeat("A line of text that says little.\n", 2000))
		d.SetTypography(Typography{Numbers: true, Size: 20})
		d.window.Resize(fyne.NewSize(width, 300))
		if right := d.columnLeft() + d.setting.measure; right > d.Size().Width-barRoom {
			t.Errorf("in %.0f the text ends at %.0f", width, right)
		}
		if left := d.surface.rows[0].at.X; left < 0 {
			t.Errorf("in %.0f the numbers begin at %.0f", width, left)
		}
	}
}

// inkBeside returns how many pixels differ from those of a picture left and right of the column.
func (d *desk) inkBeside(before image.Image) (left, right int) {
	now := d.photo()
	from, to := int(d.columnLeft()), int(d.columnLeft()+d.setting.measure)
	for y := range before.Bounds().Dy() {
		for x := range before.Bounds().Dx() {
			switch same := before.At(x, y) == now.At(x, y); {
			case !same && x < from:
				left++
			case !same && x >= to:
				right++
			}
		}
	}
	return left, right
}

// A number stands where its paragraph begins: in Arabic and Hebrew to the right.
func TestNumbersStandWhereTheirParagraphsBegin(t *testing.T) {
	for text, want := range map[string][2]bool{
		"One.\nTwo.":          {true, false},
		"דהו זחט\n\nאבג 12":   {false, true},
		"One.\n12\nדהו\nTwo.": {true, true},
	} {
		d := newDesk(t, text)
		d.window.Resize(fyne.NewSize(900, 300)) // so that the column can stay where it is
		plain := copied(d.photo())
		from := d.columnLeft()
		d.SetTypography(Typography{Numbers: true})
		if left, right := d.inkBeside(plain); left > 0 != want[0] || right > 0 != want[1] {
			t.Errorf("%q: %d pixels to the left and %d to the right, want %v", text, left, right, want)
		}
		if d.columnLeft() != from {
			t.Errorf("%q: the text moved from %v to %v", text, from, d.columnLeft())
		}
		d.window.Resize(fyne.NewSize(300, 300))
		if right := d.columnLeft() + d.setting.measure + d.setting.far; right > d.Size().Width-barRoom+1 {
			t.Errorf("%q: the numbers end at %.1f", text, right)
		}
	}
}

func TestTheWheelZoomsWithControl(t *testing.T) {
	d := newDesk(t, thousand)
	var steps []int
	d.OnZoom = func(n int) { steps = append(steps, n) }
	wheel := func(dy float32) { d.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: dy}}) }
	wheel(-25)
	if len(steps) > 0 || d.scrolled != 25 {
		t.Fatal("the wheel alone zooms")
	}
	d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	for _, dy := range []float32{25, -25, 4, 4, 4, -4, -4, -4} {
		wheel(dy)
	}
	if want := []int{1, -1, 1, -1}; !slices.Equal(steps, want) || d.scrolled != 25 {
		t.Errorf("zoomed by %v, want %v", steps, want)
	}
}

func TestMarksOfAPlaceAreToldTheShortestFirst(t *testing.T) {
	d := newDesk(t, report)
	gappy := mark("gappy", 0, 29)
	gappy.Gaps = []Range{{15, 20}}
	d.SetMarks([]Mark{mark("sentence", 0, 29), mark("name", 15, 20), gappy})
	if got := d.MarksAt(16); !slices.Equal(got, []string{"name", "sentence"}) {
		t.Errorf("at 16: %v", got)
	}
	if got := d.MarksAt(40); len(got) > 0 {
		t.Errorf("at 40: %v", got)
	}
}

func TestClicksOnATagGoOnToTheMarksBelowIt(t *testing.T) {
	d := newDesk(t, report)
	d.SetMarks([]Mark{{ID: "long", Range: Range{0, 29}, Name: "claim"}, {ID: "short", Range: Range{0, 3}, Name: "actor"}})
	p, _, _ := d.Place(0)
	for range 3 {
		d.click(fyne.NewPos(p.X+8, p.Y-4))
	}
	wantTold(t, d.clicks, "long", "short", "long")
}

func TestEachOfManyTagsOnOneSpotIsReached(t *testing.T) {
	d := newDesk(t, strings.Repeat("several words to be wrapped ", 6))
	ln := d.layout.lines[0]
	var marks []Mark
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		marks = append(marks, Mark{ID: id, Range: Range{ln.end - 4, ln.end - 1}, Name: "casualty"})
	}
	d.SetMarks(marks)
	r := d.surface.rows[0]
	tags := r.sheet.placeTags(r.shows.bands, r.shows.width)
	last := tags[len(tags)-1].r
	at := r.at.AddXY(float32(last.Min.X)+1, float32(last.Min.Y)+1)
	for range marks {
		d.click(at)
	}
	slices.Sort(d.clicks)
	wantTold(t, d.clicks, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
}
