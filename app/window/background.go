package window

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// onUI runs a function on Fyne's goroutine, some time later. Tests, which have no such goroutine, put
// their own in its place.
var onUI = fyne.Do

// launch runs a job beside the window. What the job gives to ui is done on Fyne's goroutine, in
// the order given. It is the only way to leave that goroutine.
func launch(job func(ui func(func()))) {
	go job(func(f func()) { onUI(f) })
}

// work does a long job beside the window, with a progress dialog that can cancel it, and hands what
// came of it to then. The job says how far it is by calling say, as often as it likes.
func work[T any](w *Window, title string, job func(ctx context.Context, say func(string)) (T, error), then func(T, error)) {
	ctx, cancel := context.WithCancel(context.Background())
	progress := w.showProgress(title, cancel)
	w.jobs.Add(1)
	launch(func(ui func(func())) {
		defer w.jobs.Done()
		defer cancel()
		result, err := job(ctx, paced(ui, progress.say))
		ui(func() {
			progress.close()
			then(result, err)
		})
	})
}

// meanwhile does a job beside what this goroutine does until it asks for what came of it, which is
// waited for. It is for what takes milliseconds.
func meanwhile[T any](job func() (T, error)) (wait func() (T, error)) {
	var answer T
	var err error
	done := make(chan struct{})
	launch(func(func(func())) {
		answer, err = job()
		close(done)
	})
	return func() (T, error) {
		<-done
		return answer, err
	}
}

// pace is how often a progress dialog changes.
const pace = 80 * time.Millisecond

// paced passes on only so many of the words it is given.
func paced(ui func(func()), say func(string)) func(string) {
	var last atomic.Int64
	var waiting atomic.Bool // words that were passed on are not said yet
	return func(words string) {
		now := time.Now().UnixNano()
		if now-last.Load() < int64(pace) || !waiting.CompareAndSwap(false, true) {
			return
		}
		last.Store(now)
		ui(func() {
			say(words)
			waiting.Store(false)
		})
	}
}

// each calls f on Fyne's goroutine every so often, until ctx ends. It waits for a call to be done
// before the next, so that a slow screen is not buried in calls.
func each(ctx context.Context, period time.Duration, f func()) {
	launch(func(ui func(func())) {
		ticks := time.NewTicker(period)
		defer ticks.Stop()
		var waiting atomic.Bool
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticks.C:
				if waiting.CompareAndSwap(false, true) {
					ui(func() {
						f()
						waiting.Store(false)
					})
				}
			}
		}
	})
}

// A latest is work of which only the last counts: what is asked makes what was asked before stop,
// and its answer is not heard.
type latest struct {
	stop   context.CancelFunc
	number int
}

// drop makes what was asked stop.
func (l *latest) drop() {
	l.number++
	if l.stop != nil {
		l.stop()
	}
}

// ask does a job beside the window when a pause has passed, and hands what came of it to then,
// unless something else was asked meanwhile.
func ask[T any](w *Window, l *latest, pause time.Duration, job func(context.Context) (T, error), then func(T, error)) {
	l.drop()
	ctx, cancel := context.WithCancel(context.Background())
	l.stop = cancel
	asked := l.number
	w.jobs.Add(1)
	launch(func(ui func(func())) {
		defer w.jobs.Done()
		defer cancel()
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		answer, err := job(ctx)
		ui(func() {
			if l.number == asked {
				then(answer, err)
			}
		})
	})
}

// later calls f on Fyne's goroutine when some time has passed.
func later(pause time.Duration, f func()) {
	time.AfterFunc(pause, func() { onUI(f) })
}
