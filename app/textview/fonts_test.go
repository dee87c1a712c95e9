package textview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
)

func TestAnAddedFontIsTriedAfterTheThemes(t *testing.T) {
	t.Cleanup(func() {
		extraFonts = nil
		clear(books)
	})
	UseFonts([]byte("no font"), theme.DefaultSymbolFont().Content(), nil)
	if len(extraFonts) != 1 {
		t.Fatalf("%d fonts were added", len(extraFonts))
	}
	b := bookOf(theme.DefaultTextFont(), "")
	if b.of('a') != b.faces[0] {
		t.Error("a letter is not set in the theme's font")
	}
	if b.faces[len(b.faces)-2] != extraFonts[0] {
		t.Error("the added font is not before the emoji")
	}
}

func TestEmojiAreSetInTheEmojiFont(t *testing.T) {
	b := bookOf(theme.DefaultTextFont(), "")
	for _, s := range []string{"👨‍👩‍👧", "🇺🇦", "👍🏽", "❤️", "1️⃣", "😀"} {
		if b.ofCluster([]rune(s)) != b.emoji {
			t.Errorf("%s is not", s)
		}
	}
	if b.ofCluster([]rune("1")) == b.emoji {
		t.Error("a digit is set in the emoji font")
	}
}

// Fyne's emoji font has a runner, but neither a running woman nor her sign.
func TestAnEmojiOfSeveralShowsThePartsThatItsFontHas(t *testing.T) {
	s := testShaper(16)
	for _, text := range []string{"🏃🏽‍♀️", "👩🏽‍🚒", "👩‍⚕️", "🏴‍☠️", "👨‍👩‍👧‍👦"} {
		l := s.line(sourceOf(text, 0), nil, false)
		if len(l.glyphs) == 0 || len(l.boxes) > 0 || l.width < 8 {
			t.Errorf("%s is drawn with %d glyphs and %d boxes, %.1f wide", text, len(l.glyphs), len(l.boxes), l.width)
		}
		if slices.ContainsFunc(l.glyphs, func(g glyph) bool { return g.id == 0 }) {
			t.Errorf("%s has a box", text)
		}
	}
}

func TestACharacterWithoutAFontIsABox(t *testing.T) {
	s := testShaper(16)
	text := "a\U0010fffdb\u200f"
	l := s.line(sourceOf(text, 0), nil, false)
	if len(l.boxes) != 1 || l.boxes[0].start != 1 || l.boxes[0].x1-l.boxes[0].x0 < 8 {
		t.Errorf("boxes %+v", l.boxes)
	}
}

func TestArrowsNeedNoFontOfTheSystem(t *testing.T) {
	b := bookOf(theme.DefaultTextFont(), "")
	for _, r := range "←→↑↓" {
		if !hasAny(b.faces, r) {
			t.Errorf("no font that is always there has %c", r)
		}
	}
}

func hasAny(faces []*font.Face, r rune) bool {
	return slices.ContainsFunc(faces, func(f *font.Face) bool { return hasAll(f, []rune{r}) })
}
