package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// shortPause is how long the window may be busy, with drawing a frame perhaps, without a word of it.
const shortPause = 25 * time.Millisecond

// Pauses tell how long the window looked neither at the keyboard nor at the mouse. Fyne looks at both
// 60 times a second, tells animations that time has passed, and draws: an animation that changes
// nothing is called once after each look. A pause is the time between two calls. What comes after the
// last part of a frame was handed to OpenGL is the exchange of the buffers, which is the screen's, and
// what was done between that and the next look.
type pauses struct {
	widget.BaseWidget
	write  func(event)
	looked time.Time // at the keyboard and the mouse; zero before the first look
	drawn  time.Time // what was to be drawn
	beat   *fyne.Animation
}

// newPauses begins to watch. What it gives back is to be the last thing in the window to be drawn.
func newPauses(write func(event)) *pauses {
	p := &pauses{write: write}
	p.ExtendBaseWidget(p)
	p.beat = fyne.NewAnimation(time.Hour, func(float32) { p.look() })
	p.beat.RepeatCount = fyne.AnimationRepeatForever
	p.beat.Start()
	return p
}

// look writes how long it was since the look before.
func (p *pauses) look() {
	now := time.Now()
	if took := now.Sub(p.looked); took > shortPause && !p.looked.IsZero() {
		e := event{"event": "pause", "ms": milliseconds(took)}
		if p.drawn.After(p.looked) {
			e["swap"] = milliseconds(now.Sub(p.drawn))
		}
		p.write(e)
	}
	p.looked = now
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// CreateRenderer is Fyne's.
func (p *pauses) CreateRenderer() fyne.WidgetRenderer { return pausesRenderer{p} }

type pausesRenderer struct{ *pauses }

func (pausesRenderer) Destroy()           {}
func (pausesRenderer) Layout(fyne.Size)   {}
func (pausesRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (pausesRenderer) Refresh()           {}

// Objects is asked for when all before it was handed to OpenGL.
func (r pausesRenderer) Objects() []fyne.CanvasObject {
	r.drawn = time.Now()
	return nil
}
