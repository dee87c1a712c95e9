package textview

import "math"

// metrics are the heights of a line in device pixels, the same for every line. From the top: tags,
// the text, the lanes of underlines.
type metrics struct {
	scale    float32 // device pixels in a Fyne unit
	size     float32 // of the text
	pitch    int     // from line to line
	baseline int     // from the line's top
	chip     int     // height of a tag
	chipSize float32 // text size in a tag
	lane     int     // thickness of the first lanes
	hair     int     // a thin line
}

// linePitch is the distance of lines as a part of the text size: room for a tag above the text
// and for three lanes below it.
const linePitch = 1.88

func metricsOf(size, scale float32) metrics {
	px := size * scale
	m := metrics{scale: scale, size: px}
	m.pitch = whole(px * linePitch)
	m.chip = whole(px * 0.56)
	m.chipSize = px * 0.49
	m.baseline = m.chip + whole(px*0.735)
	m.lane = max(1, whole(px*0.11))
	m.hair = max(1, whole(scale))
	m.pitch = max(m.pitch, m.laneTop(maxLanes-1)+m.hair)
	return m
}

// laneTop returns where a lane begins, from the line's top.
func (m metrics) laneTop(lane int) int {
	gap := m.hair
	return m.baseline + whole(m.size*0.13) + lane*(m.lane+gap)
}

func (m metrics) laneBottom(lane int) int { return min(m.pitch, m.laneTop(lane)+m.lane) }

// bandTop returns where the tint of a mark in a lane begins: the further out, the higher.
func (m metrics) bandTop(lane int) int {
	return max(0, m.baseline-whole(m.size*0.80)-lane*max(1, whole(m.size*0.1)))
}

func whole(f float32) int { return int(math.Round(float64(f))) }
