package window

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// How much garbage there may be: in percent of what is used while the window comes up, when there is
// little to collect and no time for it, and in bytes afterwards, within limits in percent. Collecting it takes
// both cores for several frames; with little in use that would come about every few labels.
const (
	garbageAtStart = 400
	garbage        = 44 << 20
	leastGarbage   = 50
	mostGarbage    = 400
	startTakes     = 2 * time.Second
)

// spareMemory has garbage collected later than Go would at the start, and sooner after it.
func spareMemory() {
	debug.SetGCPercent(garbageAtStart)
	later(startTakes, func() { (&collected{}).watch() })
}

// A collected is garbage as soon as it is watched, so that it hears of each collection.
type collected struct{ _ *byte }

// watch allows as much garbage as suits what is in use now, and again after each collection.
func (c *collected) watch() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(garbagePercent(live[0].Value.Uint64()))
	runtime.SetFinalizer(c, (*collected).watch)
}

// garbagePercent is how much garbage there may be beside so many bytes that are in use.
func garbagePercent(live uint64) int {
	return int(min(mostGarbage, max(leastGarbage, 100*garbage/max(live, 1))))
}
