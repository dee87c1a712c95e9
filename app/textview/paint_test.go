package textview

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2/theme"
)

// newSheet returns a sheet with a text on it.
func newSheet(text string, scale float32) sheet {
	s := newShaper(bookOf(theme.DefaultTextFont(), ""), 16)
	l := s.line(sourceOf(text, 0), nil, false)
	m := metricsOf(16, scale, latinRise)
	return sheet{
		img: image.NewRGBA(image.Rect(0, 0, int(400*scale), m.pitch)), line: &l, metrics: m, origin: 16 * scale,
		palette: palette{text: color.NRGBA{0, 0, 0, 255}, paper: color.NRGBA{255, 255, 255, 255}},
		tags:    newShaper(bookOf(theme.DefaultTextBoldFont(), ""), 1),
	}
}

func opening(name string, start, end int) band {
	return band{id: name, name: name, colour: red, start: start, end: end, opens: true, closes: true}
}

func TestTagsNeverCoverEachOther(t *testing.T) {
	s := newSheet("many short words in a line", 1)
	for n := range 12 {
		var bands []band
		for i := range n {
			bands = append(bands, opening("casualty", i*2, i*2+3))
		}
		tags := s.placeTags(bands, 400)
		if len(tags) != n {
			t.Fatalf("%d tags of %d", len(tags), n)
		}
		for i, tag := range tags {
			if tag.r.Min.X < 0 || tag.r.Max.X > 400 || tag.r.Max.Y > s.metrics.chip {
				t.Errorf("tag %d of %d lies at %v", i, n, tag.r)
			}
			if i > 0 && tags[i-1].r.Overlaps(tag.r) {
				t.Errorf("tags %d and %d of %d overlap", i-1, i, n)
			}
		}
	}
}

func TestATagWithoutRoomIsADot(t *testing.T) {
	s := newSheet("word", 1)
	tags := s.placeTags([]band{opening("casualty", 0, 4), opening("claim", 0, 2), opening("place", 0, 1)}, 400)
	if tags[0].dot || !tags[2].dot {
		t.Errorf("dots: %v %v %v", tags[0].dot, tags[1].dot, tags[2].dot)
	}
}

func TestEveryPartOfALineHasItsPlace(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2, 3} {
		for _, size := range []float32{10, 14, 16.5, 20, 32} {
			m := metricsOf(size, scale, latinRise)
			if m.laneTop(maxLanes-1) >= m.pitch {
				t.Errorf("size %v scale %v: the last lane is below the line", size, scale)
			}
			if m.bandTop(maxLanes-1) < 0 || m.laneTop(0) <= m.baseline {
				t.Errorf("size %v scale %v: a band begins at %d, lanes at %d", size, scale, m.bandTop(2), m.laneTop(0))
			}
		}
	}
}

func TestAMarkOfManyLinesCostsOnlyTheLinesInSight(t *testing.T) {
	marks := []Mark{mark("book", 0, 1<<30)}
	ix := newIndex(marks, 1<<30, index{})
	visits := 0
	ix.each(Range{1 << 20, 1<<20 + 80}, func(int) bool { visits++; return true })
	if visits != 1 {
		t.Errorf("%d visits", visits)
	}
}

func TestEachLookIsDrawnDifferently(t *testing.T) {
	seen := map[string]string{}
	for name, change := range map[string]func(*band){
		"solid": func(*band) {}, "hollow": func(b *band) { b.look = Hollow }, "dashed": func(b *band) { b.look = Dashed },
		"current": func(b *band) { b.current = true }, "hover": func(b *band) { b.hover = true },
		"gap": func(b *band) { b.gap, b.opens = true, false }, "second lane": func(b *band) { b.lane = 1 },
		"going on": func(b *band) { b.closes, b.current = false, true }, "other colour": func(b *band) { b.colour = blue },
	} {
		s := newSheet("some marked words", 1)
		b := opening("place", 5, 11)
		change(&b)
		s.paint(state{bands: []band{b}})
		if other, ok := seen[string(s.img.Pix)]; ok {
			t.Errorf("%s looks like %s", name, other)
		}
		seen[string(s.img.Pix)] = name
	}
}

func TestNamesCanBeReadUponTheirColour(t *testing.T) {
	for _, c := range []color.NRGBA{red, blue, {255, 220, 60, 255}, {120, 220, 160, 255}, {142, 90, 168, 255}, {46, 139, 87, 255}} {
		a, b := luminance(c), luminance(on(c))
		if contrast := (max(a, b) + 0.05) / (min(a, b) + 0.05); contrast < 3 {
			t.Errorf("upon %v the contrast is %.1f", c, contrast)
		}
	}
}
