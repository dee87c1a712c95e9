package textview

import "testing"

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
