package window

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// A watched is an attention whose time a test tells, with what it did.
type watched struct {
	*testing.T
	*attention
	clock  time.Time
	heard  []time.Duration // how long it was to wait at most
	deaf   bool
	says   func() // what keys and the mouse say while it waits
	drawn  int
	pauses []time.Duration
	calls  []func()
}

func watch(t *testing.T) *watched {
	w := &watched{T: t, clock: time.Unix(1_000_000, 0)}
	w.attention = &attention{
		now:   func() time.Time { return w.clock },
		later: func(pause time.Duration, f func()) { w.pauses, w.calls = append(w.pauses, pause), append(w.calls, f) },
		screen: Screen{
			Hear: func(atMost time.Duration) bool {
				if w.deaf {
					return false
				}
				w.heard = append(w.heard, atMost)
				w.clock = w.clock.Add(atMost)
				if w.says != nil {
					w.clock = w.clock.Add(-atMost / 2)
					w.says()
				}
				return true
			},
			Draw: func() { w.drawn++ },
		},
	}
	w.started = w.clock
	return w
}

// wake does what was put off, so late.
func (w *watched) wake(late time.Duration) {
	w.Helper()
	if len(w.calls) != 1 {
		w.Fatalf("%d calls are put off, not 1", len(w.calls))
	}
	f := w.calls[0]
	w.clock = w.clock.Add(w.pauses[0] + late)
	w.pauses, w.calls = nil, nil
	f()
}

func TestAttentionDrawsWhatAKeyChanged(t *testing.T) {
	w := watch(t)
	w.hurry() // as with the tick, which draws it
	w.says = func() { w.hurry() }
	w.wake(0)
	if len(w.heard) != 1 || w.drawn != 1 {
		t.Errorf("listened %d times and drew %d times, not once each", len(w.heard), w.drawn)
	}
	if want := tickPeriod - afterTick - beforeTick; w.heard[0] != want {
		t.Errorf("was to listen for %s, not for %s: Fyne's tick is due", w.heard[0], want)
	}
	w.says = nil
	w.wake(0)
	if w.drawn != 1 {
		t.Error("drew although nothing changed")
	}
}

func TestAttentionHearsTheMouseMoveAndListensOn(t *testing.T) {
	w := watch(t)
	w.hurry()
	w.says = func() {
		if len(w.heard) == 3 {
			w.hurry()
		}
	}
	w.wake(0)
	if len(w.heard) != 3 || w.drawn != 1 {
		t.Errorf("listened %d times and drew %d times, not 3 and 1", len(w.heard), w.drawn)
	}
}

func TestAttentionLeavesTicksToFyne(t *testing.T) {
	w := watch(t)
	w.hurry()
	for range 100 {
		w.wake(0)
		if next := w.clock.Add(w.pauses[0]); next.Sub(w.started)%tickPeriod < afterTick {
			t.Fatalf("listens again %s after a tick, before Fyne has done it", next.Sub(w.started)%tickPeriod)
		}
	}
	heard := len(w.heard)
	w.wake(tooLate)
	if len(w.heard) != heard {
		t.Error("listened while a tick waited")
	}
}

func TestAttentionEnds(t *testing.T) {
	w := watch(t)
	w.hurry()
	w.wake(attentive)
	if w.listens || len(w.calls) != 0 || len(w.heard) != 0 {
		t.Error("listens although nothing changed for long")
	}
	w.hurry()
	w.wake(0)
	if len(w.heard) != 1 {
		t.Error("does not listen after another change")
	}
}

func TestAttentionIsOverWhenFyneHasEnded(t *testing.T) {
	w := watch(t)
	w.hurry()
	w.deaf = true
	w.wake(0)
	if len(w.heard) != 0 || len(w.calls) != 0 {
		t.Error("listens on although nothing is to be heard")
	}
	w.hurry()
	if len(w.calls) != 0 {
		t.Error("what is kept at the end is hurried")
	}
	w = watch(t)
	w.hurry()
	w.end()
	w.wake(0)
	if len(w.heard) != 0 || len(w.calls) != 0 || w.drawn != 0 {
		t.Error("listens after the end")
	}
}

func TestAttentionNeedsAScreen(t *testing.T) {
	w := watch(t)
	w.screen = Screen{}
	w.hurry()
	if len(w.calls) != 0 {
		t.Error("listens without anything to listen with")
	}
}

func TestWhatIsDoneInTheTextIsHurried(t *testing.T) {
	d := drive(t)
	w := watch(t)
	d.attention.screen, d.attention.later, d.attention.now, d.attention.started = w.screen, w.later, w.now, w.started
	d.press("Right")
	if !d.attention.hurried {
		t.Error("a caret that was moved by a key is not hurried")
	}
	d.drag("Two people")
	d.attention.hurried = false
	d.press("3")
	if !d.attention.hurried {
		t.Error("a label is not hurried")
	}
	d.attention.hurried = false
	d.do("undo")
	if !d.attention.hurried {
		t.Error("what a menu undoes is not hurried")
	}
	d.attention.hurried = false
	d.view.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -30}})
	if !d.attention.hurried {
		t.Error("the wheel is not hurried")
	}
}
