package textview

import "math"

// metrics are the heights of a line in device pixels, the same for every line but for its lanes.
// From the top: tags, the text, the lanes of underlines.
type metrics struct {
	scale    float32 // device pixels in a Fyne unit
	size     float32 // of the text
	rise     float32 // how high letters reach above the baseline, as a part of the size
	pitch    int     // from line to line
	baseline int     // from the line's top
	chip     int     // height of a tag
	chipSize float32 // text size in a tag
	lane     int     // thickness of a lane
	lanes    int     // how many there are
	sole     int     // the lower end of a selection
	hair     int     // a thin line
}

// linePitch is the distance of lines as a part of the text size: room for a tag above the text
// and for three thick lanes, or five thin ones, below it. Where letters are higher than Latin ones
// it is that much more.
const linePitch = 2.0

// usualLanes is how many lanes a line has where no more marks lie above each other.
const usualLanes = 3

func metricsOf(size, scale, rise float32) metrics {
	px := size * scale
	m := metrics{scale: scale, size: px, rise: rise, lanes: usualLanes}
	m.chip = whole(px * 0.56)
	m.chipSize = px * 0.49
	m.baseline = m.chip + whole(px*rise)
	m.lane = max(1, whole(px*0.11))
	m.hair = max(1, whole(scale))
	m.pitch = max(whole(px*(linePitch+rise-latinRise)), m.laneTop(usualLanes-1)+m.hair)
	m.sole = m.laneBottom(0) + m.hair
	return m
}

// deep returns the metrics of a line on which so many marks lie above each other: with thinner
// lanes if it takes more, as many as there is room for. The text stays where it is.
func (m metrics) deep(marks int) metrics {
	if marks <= usualLanes {
		return m
	}
	room := m.pitch - m.laneTop(0)
	m.lanes = max(usualLanes, min(marks, maxLanes, room/(1+m.hair)))
	m.lane = max(1, room/m.lanes-m.hair)
	return m
}

// laneTop returns where a lane begins, from the line's top.
func (m metrics) laneTop(lane int) int {
	return m.baseline + whole(m.size*0.13) + min(lane, m.lanes-1)*(m.lane+m.hair)
}

func (m metrics) laneBottom(lane int) int { return min(m.pitch, m.laneTop(lane)+m.lane) }

// bandTop returns where the tint of a mark in a lane begins: the further out, the higher.
func (m metrics) bandTop(lane int) int {
	lane = min(lane, maxLanes-1)
	step := min(lane, 2)*max(1, whole(m.size*0.1)) + max(0, lane-2)*max(1, whole(m.size*0.06))
	return max(0, m.baseline-whole(m.size*(m.rise+0.065))-step)
}

func whole(f float32) int { return int(math.Round(float64(f))) }
