package textview

import "testing"

// eachLine calls visit with every line of every sample.
func eachLine(t *testing.T, visit func(t *testing.T, l shaped)) {
	t.Helper()
	s := testShaper(16.5)
	for name, text := range samples {
		t.Run(name, func(t *testing.T) {
			l := lay(text, s, 260)
			for n := range l.lines {
				visit(t, l.shape(s, n))
			}
		})
	}
}

func TestACaretStopIsFoundAgainWhereItIsDrawn(t *testing.T) {
	eachLine(t, func(t *testing.T, l shaped) {
		checkShape(t, "", l)
		for _, c := range l.cells {
			if c.x1-c.x0 < 0.5 {
				continue // nothing to point at
			}
			inward := (c.trailing() - c.leading()) / 4
			if got := l.offset(c.leading() + inward); got != c.start {
				t.Errorf("just inside the cell at %d the stop is %d", c.start, got)
			}
			if got := l.offset(c.trailing() - inward); got != c.end {
				t.Errorf("just before the end of the cell at %d the stop is %d, want %d", c.start, got, c.end)
			}
			if got := l.x(c.start); got != c.leading() {
				t.Errorf("the caret at %d stands at %.2f, want %.2f", c.start, got, c.leading())
			}
			if got := l.offset(l.x(c.start)); got != c.start && l.x(got) != l.x(c.start) && !l.meets(c) {
				t.Errorf("offset %d is drawn at %.2f, where the stop is %d", c.start, l.x(c.start), got)
			}
		}
	})
}

// meets tells whether the text changes direction at the beginning of a cell, so that one place
// stands for two offsets.
func (l *shaped) meets(c cell) bool {
	for _, d := range l.cells {
		if d.rtl != c.rtl || d.end == d.start {
			return true
		}
	}
	return c.rtl
}

func TestOutsideALineTheNearestEndIsMeant(t *testing.T) {
	s := testShaper(16)
	l := s.line(sourceOf("abc", 10), nil, false)
	if a, b := l.offset(-5), l.offset(l.width+5); a != 10 || b != 13 {
		t.Errorf("ends are %d and %d", a, b)
	}
	src := sourceOf("אבג", 0)
	l = s.line(src, levels(src.text, true), true)
	if a, b := l.offset(-5), l.offset(l.width+5); a != 6 || b != 0 {
		t.Errorf("ends of a Hebrew line are %d and %d", a, b)
	}
}

func TestASelectionAcrossDirectionsIsSeveralPieces(t *testing.T) {
	s := testShaper(16)
	text := "abc אבג def"
	src := sourceOf(text, 0)
	l := s.line(src, levels(src.text, false), false)
	if got := l.stretches(0, len(text)); len(got) != 1 {
		t.Errorf("the whole line is %d pieces", len(got))
	}
	if got := l.stretches(2, 6); len(got) != 2 {
		t.Errorf("from within the Latin to within the Hebrew: %d pieces, want 2", len(got))
	}
}

func TestAnAccentOrAnEmojiIsOneCell(t *testing.T) {
	s := testShaper(16)
	for _, text := range []string{"e\u0301", "👨‍👩‍👧", "🇺🇦", "👍🏽", "і\u0301", "\u0301"} {
		l := s.line(sourceOf(text, 0), nil, false)
		if len(l.cells) != 1 {
			t.Errorf("%+q is %d cells", text, len(l.cells))
		}
	}
}

func TestUkrainianLettersKeepTheirDots(t *testing.T) {
	s := testShaper(16)
	l := s.line(sourceOf("ні", 0), nil, false)
	g := l.glyphs[1]
	if id, _ := g.face.NominalGlyph('і'); id != g.id {
		t.Error("the dot of і is lost")
	}
}
