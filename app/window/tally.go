package window

import "sync"

// A tally counts the jobs that go on beside the window. Unlike those of a sync.WaitGroup they may begin
// while somebody waits for the others.
type tally struct {
	mu   sync.Mutex
	many int
	none *sync.Cond // there are none any more
}

// Add counts jobs that begin.
func (t *tally) Add(jobs int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.many += jobs
	if t.many == 0 && t.none != nil {
		t.none.Broadcast()
	}
}

// Done counts a job that has ended.
func (t *tally) Done() { t.Add(-1) }

// Wait waits until no job goes on.
func (t *tally) Wait() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.none == nil {
		t.none = sync.NewCond(&t.mu)
	}
	for t.many > 0 {
		t.none.Wait()
	}
}
