package window

import "sync"

// A tally counts the jobs that go on beside the window. Unlike those of a sync.WaitGroup they may begin
// while somebody waits for the others.
type tally struct {
	mu   sync.Mutex
	many int
	none chan struct{} // closed when there are none any more; nil: nobody waits
}

// Add counts jobs that begin.
func (t *tally) Add(jobs int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.many += jobs
	if t.many == 0 && t.none != nil {
		close(t.none)
		t.none = nil
	}
}

// Done counts a job that has ended.
func (t *tally) Done() { t.Add(-1) }

// idle is closed as soon as no job goes on.
func (t *tally) idle() <-chan struct{} {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.none == nil {
		t.none = make(chan struct{})
	}
	idle := t.none
	if t.many == 0 {
		close(t.none)
		t.none = nil
	}
	return idle
}
