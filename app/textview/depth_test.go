package textview

import (
	"fmt"
	"image"
	"slices"
	"testing"
)

// nested returns so many marks, each within the one before.
func nested(n int) []Mark {
	var all []Mark
	for i := range n {
		m := mark(fmt.Sprint(i), i, 60-i)
		m.Colour = red
		m.Colour.B = uint8(i * 20)
		all = append(all, m)
	}
	return all
}

func TestFiveMarksWithinEachOtherHaveALaneEach(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2, 3} {
		for _, size := range []float32{16.5, 18, 20, 24, 33} {
			m := metricsOf(size, scale, latinRise).deep(5)
			if m.lanes != 5 {
				t.Errorf("size %v scale %v: there are %d lanes", size, scale, m.lanes)
			}
			for lane := 1; lane < m.lanes; lane++ {
				if m.laneTop(lane) <= m.laneBottom(lane-1) || m.laneBottom(lane)-m.laneTop(lane) != m.lane {
					t.Errorf("size %v scale %v: lanes %d and %d are not apart, or cut off", size, scale, lane-1, lane)
				}
			}
		}
	}
}

func TestDeepLinesKeepTheirTextInItsPlace(t *testing.T) {
	for size := float32(smallest); size < 48; size++ {
		m := metricsOf(size, 1, latinRise)
		for n := range 12 {
			d := m.deep(n)
			if d.pitch != m.pitch || d.baseline != m.baseline || d.laneTop(0) != m.laneTop(0) || d.sole != m.sole || d.bandTop(1) != m.bandTop(1) {
				t.Errorf("size %v: %d marks turn %+v into %+v", size, n, m, d)
			}
			if d.lanes < usualLanes || d.laneTop(d.lanes-1) >= d.pitch {
				t.Errorf("size %v: %d marks have %d lanes, the last at %d of %d", size, n, d.lanes, d.laneTop(d.lanes-1), d.pitch)
			}
		}
	}
}

func TestMarksBeyondTheLanesAreCountedInTheMargin(t *testing.T) {
	d := newDesk(t, "a line with quite a lot of words that many marks are to lie upon")
	row := d.surface.rows[0]
	plain := row.marginInk()
	for n, want := range map[int]int{1: 0, 3: 0, 5: 0, 6: 2, 7: 3, 9: 5} {
		d.SetMarks(nested(n))
		s, bands := row.sheet, row.shows.bands
		s.deeper = depth(bands) > s.metrics.lanes
		if got := len(slices.DeleteFunc(slices.Clone(bands), func(b band) bool { return !s.crowded(b) })); got != want {
			t.Errorf("of %d marks %d share a lane, want %d", n, got, want)
		}
		if written := row.marginInk() > plain; written != (want > 0) {
			t.Errorf("of %d marks some are counted in the margin: %v", n, written)
		}
	}
}

// marginInk returns how many pixels to the left of the text are painted.
func (r *row) marginInk() int {
	img := image.NewRGBA(image.Rect(0, 0, r.shows.width, r.shows.metrics.pitch))
	r.sheet.onto(img).paint(r.shows)
	n := 0
	for y := range img.Rect.Max.Y {
		for x := range int(r.sheet.left) {
			if img.RGBAAt(x, y).A > 0 {
				n++
			}
		}
	}
	return n
}

func TestClicksWalkThroughEveryMarkOfACrowd(t *testing.T) {
	d := newDesk(t, "a line with quite a lot of words that many marks are to lie upon")
	d.SetMarks(nested(9))
	for range 10 {
		d.click(d.at(30))
	}
	if want := []string{"8", "7", "6", "5", "4", "3", "2", "1", "0", "8"}; !slices.Equal(d.clicks, want) {
		t.Errorf("clicked were %v, want %v", d.clicks, want)
	}
}
