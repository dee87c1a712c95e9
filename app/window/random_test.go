package window

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
)

// Whatever is pressed and clicked, in any order: the window stands, and it shows what is kept.
func TestAnythingCanBePressedAtAnyTime(t *testing.T) {
	d := drive(t)
	random := rand.New(rand.NewPCG(7, 7))
	var pressable []key
	for _, c := range d.commands {
		if c.Menu != "Project" {
			pressable = append(pressable, c.Keys...)
		}
	}
	pressable = append(pressable, keys("Left", "Right", "Shift+Right", "Shift+Left", "Up", "Down", "Home", "End", "Escape", "Escape", "Return")...)
	for range 1500 {
		switch random.IntN(8) {
		case 0, 1:
			d.dragAnywhere(random)
		case 2:
			d.tapAnything(random)
		default:
			d.pressKey(pressable[random.IntN(len(pressable))])
		}
	}
	for d.dialog != nil {
		d.dialog.escape()
	}
	d.expectWhatIsKept()
}

// dragAnywhere drags between two places of the text, or clicks.
func (d *driver) dragAnywhere(random *rand.Rand) {
	if d.session == nil || d.dialog != nil {
		return
	}
	room := d.view.Size()
	at := func() fyne.Position { return fyne.NewPos(random.Float32()*room.Width, random.Float32()*room.Height/2) }
	from, to := at(), at()
	d.view.MouseDown(d.mouse(from))
	if random.IntN(3) > 0 {
		d.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	}
	d.view.MouseUp(d.mouse(to))
	d.view.DragEnd()
}

// tapAnything clicks on a label, a row, or the button beside the title.
func (d *driver) tapAnything(random *rand.Rand) {
	if d.dialog != nil {
		return
	}
	switch random.IntN(5) {
	case 0, 1:
		test.Tap(d.panel.labels.buttons[random.IntN(len(d.panel.labels.buttons))])
	case 2:
		if n := len(d.panel.spans.spans); n > 0 {
			d.panel.spans.list.Select(random.IntN(n))
		}
	case 3:
		if n := d.list.matches; n > 0 {
			d.list.list.Select(random.IntN(n))
		}
	case 4:
		d.list.clearFilter()
	}
}

// expectWhatIsKept compares each article as it is shown with what the project file holds of it.
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
		if !work.Layer.Equal(shown.Layer) {
			d.Errorf("%q is not kept as it is shown", row.Title)
		}
		if row.Spans != len(shown.Layer.Spans()) || row.Status != shown.Layer.Status() {
			d.Errorf("the list says %d spans and %s of %q", row.Spans, row.Status, row.Title)
		}
		for d.session.State().Undo != "" {
			d.press("Ctrl+Z")
		}
		d.expectSpans().expectStatus(annotate.New)
	}
}
