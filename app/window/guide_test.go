package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// guideText is all text of the pane with the guidelines.
func (d *driver) guideText() string {
	var all []string
	for _, o := range test.LaidOutObjects(d.guide.body) {
		switch o := o.(type) {
		case *prose:
			all = append(all, o.text)
		case *line:
			all = append(all, o.text)
		}
	}
	return strings.Join(all, "\n")
}

func TestGuidelinesFollowTheLabelInHand(t *testing.T) {
	d := drive(t).open("Mill fire").press("F2")
	if !d.guide.open || d.guide.shows != "" || !strings.Contains(d.guideText(), "Casualty") {
		t.Fatalf("without a label the pane shows %q", d.guide.shows)
	}
	d.drag("Vessmark").press("2")
	if text := d.guideText(); d.guide.shows != "place" || !strings.Contains(text, "“Vessmark”") || strings.Contains(text, "Casualty") {
		t.Errorf("for a span the pane shows %q: %q", d.guide.shows, text)
	}
	d.capture("guide").panel.labels.buttons[2].MouseIn(nil)
	if d.guide.shows != "casualty" || !strings.Contains(d.guideText(), "max") {
		t.Errorf("for a button the pane shows %q: %q", d.guide.shows, d.guideText())
	}
	d.panel.labels.buttons[2].MouseOut()
	d.press("Escape")
	if d.guide.shows != "place" {
		t.Errorf("for the caret in a span the pane shows %q", d.guide.shows)
	}
	d.press("Ctrl+Home", "4")
	if d.guide.shows != "claim" {
		t.Errorf("for the painting label the pane shows %q", d.guide.shows)
	}
	d.press("Escape", "Escape")
	if d.guide.open || d.win.Canvas().Focused() != fyne.Focusable(d.view) {
		t.Error("Escape does not close the pane")
	}
	if d = d.press("F2").again(); !d.guide.open {
		t.Error("the pane is not open at the next start")
	}
	d.press("F2")
	if d.guide.open {
		t.Error("F2 does not close the pane")
	}
}

// Where there is no room beside the text, the guidelines stand below the list: nothing of the text moves.
func TestGuidelinesLeaveTheTextWhereItIs(t *testing.T) {
	d := drive(t).open("Mill fire")
	for _, size := range []fyne.Size{fyne.NewSize(1280, 720), fyne.NewSize(900, 600)} {
		d.win.Resize(size)
		place := func() [4]float32 {
			at, header := d.at(40), d.page.header.object.Size()
			page := d.app.Driver().AbsolutePositionForObject(d.view)
			return [4]float32{at.X + page.X, at.Y + page.Y, header.Width, d.view.Size().Width}
		}
		before, list := place(), d.list.object.Size()
		d.capturePlain("guide-closed").press("F2").capturePlain("guide-open")
		if now := place(); now != before {
			t.Errorf("%v: the text is at %v, was at %v", size, now, before)
		}
		room, at := d.guide.object.Size(), d.guide.object.Position()
		if d.list.object.Size().Height+room.Height > list.Height || at.Y < d.list.object.Size().Height || room.Width > list.Width || room.Height < 200 {
			t.Errorf("%v: the pane is %v at %v, the list %v", size, room, at, d.list.object.Size())
		}
		d.press("Ctrl+H")
		if !d.guide.object.Visible() {
			t.Error("a sheet covers the pane below the list")
		}
		d.press("Escape", "F2")
		if now := d.list.object.Size(); now != list {
			t.Errorf("%v: the list is %v, was %v", size, now, list)
		}
	}
}

func TestTheOpenArticleIsInSightAboveTheGuidelines(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	d := begin(t, Options{})
	d.press("Alt+End", "F2").refreshMenu()
	if row := d.list.list; row.GetScrollOffset() == 0 {
		t.Errorf("of the list's %v the first rows are in sight", row.Size())
	}
}

func TestGuidelinesTakeTheirRoomFromTheMargin(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.win.Resize(fyne.NewSize(1440, 900))
	places := func() (all []fyne.Position) {
		from := d.at(0)
		for i := range d.view.Text() {
			if at, _, visible := d.view.Place(i); visible {
				all = append(all, at.SubtractXY(from.X, from.Y))
			}
		}
		return all
	}
	before := places()
	d.press("F2")
	after := places()
	for i := range before {
		if moved := before[i].Subtract(after[i]); max(moved.X, -moved.X, moved.Y, -moved.Y) > 0.5 {
			t.Fatalf("the text wraps anew: character %d is at %v, was at %v", i, after[i], before[i])
		}
	}
	if width := d.guide.object.Size().Width; width < leastAside {
		t.Errorf("the pane is %v wide", width)
	}
	d.press("F2")
	if now := d.guide.inside.Visible(); now {
		t.Error("the pane is still there")
	}
}
