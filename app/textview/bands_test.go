package textview

import (
	"strings"
	"testing"
)

// bandsIn returns the bands of a view's lines, one slice a line.
func (d *desk) bandsIn() [][]band {
	all := make([][]band, len(d.layout.lines))
	for n, ln := range d.layout.lines {
		all[n] = d.appendBands(nil, ln, false)
	}
	return all
}

func TestAMarkHasOneTagHoweverManyLinesItCovers(t *testing.T) {
	d := newDesk(t, strings.Repeat("several words to be wrapped ", 30))
	second := d.layout.lines[1].start
	for _, start := range []int{0, 5, second, second - 1} { // the last begins in the space at the wrap
		d.SetMarks([]Mark{mark("x", start, len(d.text))})
		opens := 0
		for _, bands := range d.bandsIn() {
			for _, b := range bands {
				if b.opens {
					opens++
				}
			}
		}
		if opens != 1 {
			t.Errorf("a mark from %d on begins on %d lines", start, opens)
		}
	}
}

func TestTheSpaceAtAWrapIsNotPainted(t *testing.T) {
	d := newDesk(t, strings.Repeat("several words to be wrapped ", 30))
	d.SetMarks([]Mark{mark("x", 0, len(d.text))})
	for n, bands := range d.bandsIn()[:3] {
		if ln := d.layout.lines[n]; bands[0].end != ln.end-1 {
			t.Errorf("line %d ends at %d, its band at %d", n, ln.end, bands[0].end)
		}
	}
}

func TestAGapPartsAMark(t *testing.T) {
	d := newDesk(t, "one two three four")
	d.SetMarks([]Mark{{ID: "x", Range: Range{0, 18}, Gaps: []Range{{4, 8}}}})
	bands := d.bandsIn()[0]
	if len(bands) != 3 || bands[0].gap || !bands[1].gap || bands[2].gap {
		t.Fatalf("bands %+v", bands)
	}
	if !bands[0].opens || bands[0].closes || bands[1].opens || bands[2].opens || !bands[2].closes {
		t.Errorf("ends of bands %+v", bands)
	}
}

func TestNoMarkIsCurrentWithoutAName(t *testing.T) {
	d := newDesk(t, "one two three four")
	d.SetMarks([]Mark{{Range: Range{0, 3}}})
	if b := d.bandsIn()[0][0]; b.current || b.hover {
		t.Errorf("band %+v", b)
	}
}

func TestADarkThemeTakesTheDarkHue(t *testing.T) {
	d := newDesk(t, "one two")
	d.SetMarks([]Mark{{ID: "a", Range: Range{0, 3}, Colour: red, Dark: blue}, {ID: "b", Range: Range{4, 7}, Colour: red}})
	bands := d.appendBands(nil, d.layout.lines[0], true)
	if bands[0].colour != blue || bands[1].colour != red {
		t.Errorf("hues %v and %v", bands[0].colour, bands[1].colour)
	}
}
