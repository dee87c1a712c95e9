package window

import (
	"runtime/debug"
	"time"
)

// How much garbage there may be, in percent of what is used: while the window comes up, when there is
// little to collect and no time for it; and afterwards, when a long article is open for hours.
const (
	garbageAtStart = 400
	garbage        = 75
	startTakes     = 2 * time.Second
)

// spareMemory has garbage collected later than Go would at the start, and sooner after it.
func spareMemory() {
	debug.SetGCPercent(garbageAtStart)
	later(startTakes, func() { debug.SetGCPercent(garbage) })
}
