package textview

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// oneByOne wraps a plain paragraph as wrapper.plain does, but looks at each letter alone.
func oneByOne(w *wrapper, p paragraph) []line {
	var lines []line
	start, breakAt := p.start, -1
	var width, atBreak float32
	var before rune
	for i := p.start; i < p.end; {
		r, n := utf8.DecodeRuneInString(w.text[i:p.end])
		a := w.advance(r)
		switch {
		case r == ' ' || r == '\t':
			breakAt, atBreak = i+n, width+a
		default:
			if breaksBetween(before, r) {
				breakAt, atBreak = i, width
			}
			if width+a > w.measure && i > start {
				if breakAt <= start {
					breakAt, atBreak = i, width
				}
				lines = append(lines, line{start: start, end: breakAt})
				start, width = breakAt, width-atBreak
				breakAt, atBreak = -1, 0
			}
		}
		width += a
		i += n
		before = r
	}
	return append(lines, line{start: start, end: p.end})
}

func TestRunsOfLettersAreWrappedAsOneByOne(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pieces := strings.Fields("a Wort naïve слово-за-словом — ½ 12/34 well-known x/y λόγος “quoted” straße\xc3 supercalifragilistic- …")
	for range 3000 {
		var b strings.Builder
		for range r.IntN(40) {
			b.WriteString(pieces[r.IntN(len(pieces))])
			b.WriteString([]string{" ", "", "-", "  ", "\t", "/", "\u00a0"}[r.IntN(7)])
		}
		text := b.String()
		l := lay(text, testShaper(16), float32(5+r.IntN(300)))
		if len(l.paragraphs) != 1 || !l.paragraphs[0].plain {
			continue
		}
		w := newWrapper(text, testShaper(16), float32(5+r.IntN(300)))
		got, want := w.plain(nil, l.paragraphs[0]), oneByOne(&w, l.paragraphs[0])
		if !slices.Equal(got, want) {
			t.Fatalf("%q at %v:\n%v, not\n%v", text, w.measure, got, want)
		}
	}
}
