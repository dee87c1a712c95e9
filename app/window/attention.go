package window

import (
	"sync/atomic"
	"time"
)

// A Screen is what the window system can do beyond what Fyne asks of it. Fyne looks at the keyboard
// and draws sixty times in a second; a key that comes just after it has looked waits for all of the
// time between. All of it is used on Fyne's goroutine.
type Screen struct {
	// Hear waits until keys or the mouse have said something, and does it. False means that nothing is
	// to be heard any more: Fyne has ended, and calls what it is given on any goroutine.
	Hear func(atMost time.Duration) bool
	Draw func() // draws what has changed
}

// The window is attentive for a while after each edit, and each key, press or turn of the wheel in the text. Fyne's ticks are due at
// whole periods after its start, and must find it idle; after each the window lets Fyne do what waits.
const (
	attentive  = 20 * time.Second
	tickPeriod = time.Second / 60
	beforeTick = 300 * time.Microsecond
	afterTick  = time.Millisecond
	tooLate    = 1500 * time.Microsecond // then Fyne was busy, and a tick waits
)

// An attention hears keys and the mouse between Fyne's ticks, and draws at once what they bring about.
// Without a screen that can it does nothing.
type attention struct {
	screen  Screen
	later   func(time.Duration, func())
	now     func() time.Time
	started time.Time // when Fyne's ticks began; zero: not yet
	until   time.Time // it listens
	due     time.Time // when it is to listen next
	listens bool
	hurried bool // what is going to be drawn is waited for
	over    atomic.Bool
}

// hurry has what has just changed drawn as soon as all that came of it is done.
func (a *attention) hurry() {
	if a.screen.Hear == nil || a.started.IsZero() || a.over.Load() {
		return
	}
	a.hurried = true
	a.until = a.now().Add(attentive)
	if !a.listens {
		a.listens = true
		a.rest()
	}
}

// end has nothing be heard any more.
func (a *attention) end() { a.over.Store(true) }

// rest lets Fyne do what waits, and its tick if that is near, before the window listens again.
func (a *attention) rest() {
	now := a.now()
	a.due = now.Add(afterTick)
	if tick := a.tick(now); a.due.After(tick.Add(-beforeTick)) {
		a.due = tick.Add(afterTick)
	}
	a.later(a.due.Sub(now), a.listen)
}

// tick returns when Fyne's next tick is due.
func (a *attention) tick(now time.Time) time.Time {
	return now.Add(tickPeriod - now.Sub(a.started)%tickPeriod)
}

// listen hears keys and the mouse until something was drawn or Fyne's next tick is near.
func (a *attention) listen() {
	if a.over.Load() {
		return
	}
	now := a.now()
	if now.After(a.until) {
		a.listens = false
		return
	}
	if now.Sub(a.due) < tooLate {
		end := a.tick(now).Add(-beforeTick)
		a.hurried = false // that was drawn with a tick
		for ; !a.hurried && now.Before(end); now = a.now() {
			if !a.screen.Hear(end.Sub(now)) {
				a.end()
				return
			}
		}
		if a.hurried {
			a.hurried = false
			a.screen.Draw()
		}
	}
	a.rest()
}
