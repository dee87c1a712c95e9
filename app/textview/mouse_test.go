package textview

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const report = "The ferry left Orrin at noon.\nTwo sailors of the guard were hurt."

func TestDraggingSelectsCharacters(t *testing.T) {
	d := newDesk(t, report)
	d.sweep(d.edge(5), d.edge(12))
	d.wantSelected("drag", "erry le")
	if a, c := d.Selection(); a != 5 || c != 12 {
		t.Errorf("from %d to %d", a, c)
	}
	d.sweep(d.edge(12), d.edge(5))
	d.wantSelected("drag back", "erry le")
	if a, c := d.Selection(); a != 12 || c != 5 {
		t.Errorf("back from %d to %d", a, c)
	}
	if want := []Range{{5, 12}, {5, 12}}; !slices.Equal(d.told, want) {
		t.Errorf("told %v, want %v", d.told, want)
	}
}

func TestDraggingSnapsToWordsButNotWithAlt(t *testing.T) {
	d := newDesk(t, report)
	d.Snap = wordsAround(report)
	d.now = d.now.Add(time.Minute)
	d.down(d.edge(6), 0)
	d.drag(d.edge(12))
	d.wantSelected("while dragging", "ferry left")
	d.up(d.edge(12))
	d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
	d.sweep(d.edge(6), d.edge(12))
	d.wantSelected("with Alt", "rry le")
	d.KeyUp(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
}

func TestTwoClicksSelectAWordAndThreeAParagraph(t *testing.T) {
	d := newDesk(t, report)
	p := d.at(6)
	d.click(p)
	d.wantSelected("one click", "")
	d.again(p)
	d.wantSelected("two clicks", "ferry")
	d.again(p)
	d.wantSelected("three clicks", "The ferry left Orrin at noon.")
	d.again(p)
	d.wantSelected("four clicks", "")
}

func TestDraggingAfterTwoClicksSelectsWords(t *testing.T) {
	d := newDesk(t, report)
	d.click(d.at(6))
	d.down(d.at(6), 0)
	d.drag(d.at(17))
	d.up(d.at(17))
	d.wantSelected("forward", "ferry left Orrin")
	d.click(d.at(17))
	d.down(d.at(17), 0)
	d.drag(d.at(5))
	d.up(d.at(5))
	d.wantSelected("backward", "ferry left Orrin")
}

func TestASlowSecondClickIsNoDoubleClick(t *testing.T) {
	d := newDesk(t, report)
	d.click(d.at(6))
	d.click(d.at(6))
	d.wantSelected("two slow clicks", "")
}

func TestShiftClickExtends(t *testing.T) {
	d := newDesk(t, report)
	d.click(d.edge(4))
	d.now = d.now.Add(time.Minute)
	d.down(d.edge(14), fyne.KeyModifierShift)
	d.up(d.edge(14))
	d.wantSelected("Shift-click", "ferry left")
	d.now = d.now.Add(time.Minute)
	d.down(d.edge(0), fyne.KeyModifierShift)
	d.up(d.edge(0))
	d.wantSelected("Shift-click before", "The ")
}

func TestATremblingHandSelectsNothing(t *testing.T) {
	d := newDesk(t, report)
	d.Snap = wordsAround(report)
	d.sweep(d.edge(6), d.edge(6).AddXY(2, 1))
	d.wantSelected("two units of drag", "")
}

func TestClicksOnStackedMarksGoOutward(t *testing.T) {
	d := newDesk(t, report)
	d.SetMarks([]Mark{mark("sentence", 0, 29), mark("name", 15, 20), mark("half", 10, 28)})
	for range 4 {
		d.click(d.at(16))
	}
	d.click(d.at(1))
	d.click(d.at(40))
	if want := []string{"name", "half", "sentence", "name", "sentence", ""}; !slices.Equal(d.clicks, want) {
		t.Errorf("clicked %v, want %v", d.clicks, want)
	}
}

func TestADragOrADoubleClickClicksNoMark(t *testing.T) {
	d := newDesk(t, report)
	d.SetMarks([]Mark{mark("sentence", 0, 29)})
	d.sweep(d.edge(3), d.edge(9))
	if len(d.clicks) > 0 {
		t.Errorf("clicked %v", d.clicks)
	}
	d.click(d.at(5))
	d.again(d.at(5))
	if want := []string{"sentence"}; !slices.Equal(d.clicks, want) {
		t.Errorf("clicked %v, want %v", d.clicks, want)
	}
}

func TestATagCanBeClicked(t *testing.T) {
	d := newDesk(t, report)
	d.SetMarks([]Mark{{ID: "long", Range: Range{0, 29}, Name: "claim"}, {ID: "short", Range: Range{0, 3}, Name: "actor"}})
	p, _, _ := d.Place(0)
	d.click(fyne.NewPos(p.X+8, p.Y-4))
	d.click(fyne.NewPos(p.X+40, p.Y-4))
	if want := []string{"long", "short"}; !slices.Equal(d.clicks, want) {
		t.Errorf("clicked %v, want %v", d.clicks, want)
	}
}

func TestThePointerIsToldOfMarks(t *testing.T) {
	d := newDesk(t, report)
	d.SetMarks([]Mark{mark("name", 15, 20)})
	var told []string
	d.OnHover = func(id string) { told = append(told, id) }
	move := func(p fyne.Position) { d.MouseMoved(&desktop.MouseEvent{PointEvent: pointer(p)}) }
	move(d.at(2))
	move(d.at(16))
	move(d.at(17))
	move(d.at(25))
	move(d.at(16))
	d.MouseOut()
	if want := []string{"name", "", "name", ""}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestTheSecondButtonAsksForAMenu(t *testing.T) {
	d := newDesk(t, report)
	d.SetMarks([]Mark{mark("name", 15, 20)})
	var told []string
	d.OnMenu = func(_ fyne.Position, id string) { told = append(told, id) }
	press := func(p fyne.Position) {
		e := &desktop.MouseEvent{PointEvent: pointer(p), Button: desktop.MouseButtonSecondary}
		d.MouseDown(e)
		d.MouseUp(e)
	}
	d.sweep(d.edge(4), d.edge(14))
	press(d.at(6))
	d.wantSelected("a menu on the selection", "ferry left")
	press(d.at(16))
	d.wantSelected("a menu elsewhere", "")
	if want := []string{"", "name"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestDraggingPastTheEdgeScrolls(t *testing.T) {
	d := newDesk(t, strings.Repeat("A line of text that says little.\n", 100))
	d.down(d.edge(3), 0)
	for range 40 {
		d.drag(fyne.NewPos(100, d.Size().Height+60))
	}
	d.up(fyne.NewPos(100, d.Size().Height+60))
	if d.scrolled < 500 {
		t.Errorf("scrolled by %.0f", d.scrolled)
	}
	if r := d.selection(); r.Start != 3 || r.End < 600 {
		t.Errorf("selected %v", r)
	}
}

func TestTheScrollBarIsDraggedAndPressed(t *testing.T) {
	d := newDesk(t, strings.Repeat("A line of text that says little.\n", 100))
	edge := d.Size().Width - 4
	d.down(fyne.NewPos(edge, 5), 0)
	d.drag(fyne.NewPos(edge, 1000))
	d.up(fyne.NewPos(edge, 1000))
	if d.scrolled != d.furthest() {
		t.Errorf("dragged to %.0f of %.0f", d.scrolled, d.furthest())
	}
	d.down(fyne.NewPos(edge, 5), 0)
	d.up(fyne.NewPos(edge, 5))
	if want := d.furthest() - d.page(); d.scrolled != want {
		t.Errorf("a press above the thumb goes to %.0f, want %.0f", d.scrolled, want)
	}
	if len(d.told) > 0 {
		t.Errorf("the scroll bar selected %v", d.told)
	}
}

func TestTheWheelScrollsAndWithShiftGoesByPages(t *testing.T) {
	d := newDesk(t, strings.Repeat("A line of text that says little.\n", 100))
	wheel := func(dy float32) { d.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: dy}}) }
	wheel(-25)
	if d.scrolled != 25 {
		t.Errorf("scrolled by %.1f, want 25", d.scrolled)
	}
	wheel(500)
	if d.scrolled != 0 {
		t.Errorf("scrolled by %.1f above the text", d.scrolled)
	}
	d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	wheel(-25)
	if d.scrolled != d.page() {
		t.Errorf("with Shift scrolled by %.1f, want a page of %.1f", d.scrolled, d.page())
	}
}

func TestAPressTakesTheKeyboard(t *testing.T) {
	d := newDesk(t, report)
	var told []bool
	d.OnFocus = func(on bool) { told = append(told, on) }
	d.click(d.at(3))
	d.click(d.at(5))
	d.window.Canvas().Unfocus()
	if want := []bool{true, false}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}
