package window

import (
	"runtime"
	"runtime/debug"
	"testing"
)

func TestGarbageIsAllowedByWhatIsInUse(t *testing.T) {
	for live, want := range map[uint64]int{0: 400, 1 << 20: 400, 11 << 20: 400, 22 << 20: 200, 44 << 20: 100, 88 << 20: 50, 1 << 30: 50} {
		if got := garbagePercent(live); got != want {
			t.Errorf("beside %d MB %d %% are allowed, not %d", live>>20, got, want)
		}
	}
}

// What is allowed follows what is in use.
func TestEachCollectionIsHeardOf(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	(&collected{}).watch()
	if got := debug.SetGCPercent(7); got == 100 {
		t.Error("nothing was allowed")
	}
	used := make([]byte, 200<<20)
	for range 100 { // a finalizer is called some time after its collection
		runtime.GC()
		if got := debug.SetGCPercent(7); got == leastGarbage {
			runtime.KeepAlive(used)
			return
		}
	}
	t.Error("a collection was not heard of")
}
