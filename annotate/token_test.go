package annotate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
)

func TestTokensOfNewsText(t *testing.T) {
	for text, want := range map[string]string{
		"Al-Shabaab's men, 1,200 of them.":  "Al-Shabaab's|men|,|1,200|of|them|.",
		"“We don’t know,” said Col. Rusk":   "“|We|don’t|know|,|”|said|Col|.|Rusk",
		"cross-border—and on -- 5-year-old": "cross-border|—|and|on|-|-|5-year-old",
		"no\u00a0break\u2028line\ttab":      "no|break|line|tab",
		"Військові з'явилися у Києві":       "Військові|з'явилися|у|Києві",
		"قُتل 12 شخصًا":                     "قُتل|12|شخصًا",
		"👩\u200d👩\u200d👦🇺🇦 e\u0301a":        "👩\u200d👩\u200d👦|🇺🇦|e\u0301a",
		"end-": "end|-",
		"a--b": "a|-|-|b",
	} {
		var got []string
		for token := range annotate.Tokens(text, annotate.Range{End: len(text)}) {
			got = append(got, text[token.Start:token.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %s, want %s", text, strings.Join(got, "|"), want)
		}
	}
}

func TestTokensOfAStretchAreThoseOfTheWholeText(t *testing.T) {
	text := "The 3rd-largest town, Port-Amrel (in the north-\neast), fell.  Two e\u0301lite units — 40 men — fled; “why?”"
	all := slices.Collect(annotate.Tokens(text, annotate.Range{End: len(text)}))
	for start := range len(text) {
		for end := start + 1; end <= len(text); end++ {
			r := annotate.Range{Start: start, End: end}
			want := slices.DeleteFunc(slices.Clone(all), func(token annotate.Token) bool { return !token.Overlaps(r) })
			if got := slices.Collect(annotate.Tokens(text, r)); !slices.Equal(got, want) {
				t.Fatalf("%v: %v, want %v", r, got, want)
			}
		}
	}
}

func TestSnapTakesWholeWordsAndDropsSpaces(t *testing.T) {
	for drawing, want := range map[string]string{
		"The l<egio>n said":    "The <legion> said",
		"The< legion >said":    "The <legion> said",
		"The <legion, >said":   "The <legion,> said",
		"cross<-b>order raid":  "<cross-border> raid",
		"at least 1<2 peopl>e": "at least <12 people>",
		"fire <🔥> out":         "fire <🔥> out",
		"the “<lin>e” here":    "the “<line>” here",
	} {
		d := annotatetest.Draw(t, drawing)
		if got := annotatetest.Picture(d.Text, nil, annotate.Snap(d.Text, d.Selection)); got != want {
			t.Errorf("%q snaps to %q, want %q", drawing, got, want)
		}
	}
	if got := annotate.Snap("a   b", annotate.Range{Start: 1, End: 3}); !got.Empty() {
		t.Errorf("white space alone snaps to %v", got)
	}
}

func TestSentencesAreTheText(t *testing.T) {
	text := "Twelve died. “We know nothing,” he said. “Nothing at all.”\nThe army denied it!  No."
	var b strings.Builder
	n := 0
	for r := range annotate.Sentences(text) {
		b.WriteString(text[r.Start:r.End])
		n++
	}
	if b.String() != text || n < 4 {
		t.Errorf("%d sentences: %q", n, b.String())
	}
}

func FuzzSnapIsStable(f *testing.F) {
	f.Add("The legion’s “men” — 12", 3, 9)
	f.Fuzz(func(t *testing.T, raw string, start, end int) {
		text, _ := annotate.Clean(raw)
		if start < 0 || end < start || end > len(text) {
			return
		}
		once := annotate.Snap(text, annotate.Range{Start: start, End: end})
		if once.Empty() {
			return
		}
		if twice := annotate.Snap(text, once); twice != once {
			t.Errorf("%q: %v, then %v", text, once, twice)
		}
		if trimmed := annotate.Trim(text, once); trimmed != once {
			t.Errorf("%q: snapped to %v with white space at its edges", text, once)
		}
	})
}
