package textview

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestOneGoesBackToWhereOneWas(t *testing.T) {
	d := newDesk(t, thousand)
	d.SetTop(33 * 20)
	d.Select(33*21, 33*21+6)
	d.GoTo(33 * 500)
	d.wantCaret("a jump", 33*500)
	if p, _, visible := d.Place(33 * 500); !visible || p.Y < 120 || p.Y > 180 {
		t.Errorf("a jump shows its aim at %.0f of 300", p.Y)
	}
	d.GoTo(33 * 800)
	if !d.Back() || !d.CanGoBack() || !d.CanGoForward() {
		t.Fatal("there is no way back")
	}
	d.wantCaret("back once", 33*500)
	d.Back()
	d.wantSelected("back twice", "A line")
	if d.Top() != 33*20 || d.Back() || d.CanGoBack() {
		t.Errorf("back twice shows %d", d.Top())
	}
	d.Forward()
	d.Forward()
	d.wantCaret("forward twice", 33*800)
	if d.Forward() || d.CanGoForward() {
		t.Error("forward further than one had been")
	}
	if len(d.told) != 6 {
		t.Errorf("told %d selections, want 6", len(d.told))
	}
}

func TestANewJumpForgetsTheWayForward(t *testing.T) {
	d := newDesk(t, thousand)
	d.GoTo(9000)
	d.Back()
	d.GoTo(5000)
	if d.Forward() {
		t.Error("went forward to a place that was left")
	}
	d.SetText("another")
	if d.Back() {
		t.Error("went back into another text")
	}
}

func TestAJumpWithinSightDoesNotScroll(t *testing.T) {
	d := newDesk(t, thousand)
	d.GoTo(33 * 3)
	if d.scrolled != 0 {
		t.Errorf("scrolled by %.0f", d.scrolled)
	}
}

func TestJumpsAreForgottenAtLast(t *testing.T) {
	d := newDesk(t, thousand)
	for i := range 2 * maxJumps {
		d.GoTo(i * 40)
	}
	if n := len(d.jumps.back); n != maxJumps {
		t.Errorf("%d places are remembered", n)
	}
}

func TestAClickOnTheOverviewCanBeGoneBackFrom(t *testing.T) {
	d := newDesk(t, thousand)
	d.click(fyne.NewPos(d.Size().Width-barWide-3, 150))
	if !d.Back() || d.scrolled != 0 {
		t.Errorf("back to %.0f", d.scrolled)
	}
}
