package textview

import (
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"
)

func TestDrawnGlyphsAreForgottenBeforeTheyFillTheMemory(t *testing.T) {
	f := parsed(theme.DefaultTextFont())
	for size := float32(200); size < 220; size++ {
		for r := 'A'; r <= 'Z'; r++ {
			id, _ := f.NominalGlyph(r)
			stampOf(glyphKey{face: f, id: id, size: size})
			if stampBytes > maxGlyphBytes+1<<20 || len(stamps) > maxGlyphs {
				t.Fatalf("%d drawn glyphs take %d bytes", len(stamps), stampBytes)
			}
		}
	}
}

func TestPagingThroughALongTextKeepsNothing(t *testing.T) {
	var text strings.Builder
	for n := 0; text.Len() < 2<<20; n++ {
		for _, name := range []string{"latin", "ukrainian", "arabic", "mixed", "emoji"} {
			text.WriteString(samples[name] + "\n")
		}
	}
	d := newDesk(t, text.String())
	d.SetMarks(marksIn(len(d.text), 3000))
	page := func(times int) uint64 {
		for range times {
			d.scrollTo(d.scrolled + d.page())
			d.strip.raster.Generator(stripWidth, 300)
			for _, r := range d.surface.rows {
				r.draw(r.shows.width, r.shows.metrics.pitch)
			}
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := page(60) // fills what is kept of lines and glyphs
	if after := page(120); after > before+8<<20 {
		t.Errorf("the heap grew from %d to %d KB", before>>10, after>>10)
	}
	if len(d.shapes) > maxShapes+1 {
		t.Errorf("%d lines are kept", len(d.shapes))
	}
}
