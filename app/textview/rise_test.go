package textview

import (
	"math"
	"testing"

	"github.com/go-text/typesetting/font"
)

// highest returns how far the ink of a line reaches above its baseline, in Fyne units.
func (l *shaped) highest() float32 {
	top := float32(0)
	for _, g := range l.glyphs {
		data, ok := g.face.GlyphData(g.id).(font.GlyphOutline)
		for _, s := range data.Segments {
			for _, p := range s.ArgsSlice() {
				if ok {
					top = max(top, g.y+p.Y*g.size/float32(g.face.Upem()))
				}
			}
		}
	}
	return top
}

// The letters of each script, where a font of the system has them, end below the tags.
func TestTagsStandAboveTheLetters(t *testing.T) {
	const size = 16.5
	s := testShaper(size)
	for _, name := range []string{"latin", "arabic", "hebrew", "chinese", "hindi", "thai"} {
		l := lay(samples[name], s, 100000)
		m := metricsOf(size, 1, l.rise)
		line := l.shape(s, 0)
		if len(line.boxes) > 0 {
			continue
		}
		if room, top := float32(m.baseline-m.chip), line.highest(); top > room+1.5 {
			t.Errorf("%s reaches %.1f above the baseline, where tags begin at %v", name, top, room)
		}
		if m.bandTop(0) > m.baseline-int(math.Floor(float64(line.highest()))) {
			t.Errorf("%s reaches %.1f above the baseline, its tint from %d to %d", name, line.highest(), m.bandTop(0), m.baseline)
		}
	}
}

func TestOnlyHigherScriptsPartTheLines(t *testing.T) {
	for text, want := range map[string]float32{
		"": latinRise, "Ångmar – №": latinRise, "Київ": latinRise, "שלום": latinRise, "👍🏽 🇺🇦": latinRise,
		"a قال": arabicRise, "漢字": hanRise, "한국": hanRise, "क": tallRise, "ไทย": tallRise, "漢字 قال ไ": tallRise,
	} {
		if got := riseOf(text); got != want {
			t.Errorf("letters of %q reach %v, want %v", text, got, want)
		}
	}
}
