package suggest_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
	"github.com/glossator/glossator/annotate/suggest"
)

func TestNothingIsTaggedInsideACharacter(t *testing.T) {
	for _, c := range []struct {
		what, drawing string
		how           suggest.How
		want          int
	}{
		{"a letter and its sign", "[x e], cafe\u0301, e", suggest.How{Within: true}, 1},
		{"a Thai letter and its vowel", "[x ก] กี ก", suggest.How{}, 1},
		{"a Hindi word and a longer one", "[x राम] रामा राम", suggest.How{}, 1},
		{"one of a family", "[x 👨] 👨‍👩‍👧 👨", suggest.How{}, 1},
		{"half a flag", "[x 🇩] 🇩🇪 🇫🇩 🇩", suggest.How{}, 1},
		{"a stem before a joiner", "[x می] می\u200cخواهم می", suggest.How{}, 1},
	} {
		d := annotatetest.Draw(t, c.drawing)
		layer := d.Document(t, "A report", "Ada").Layers[0]
		got := slices.Collect(suggest.Repeats(d.Text, layer, layer.Spans()[0], c.how))
		if len(got) != c.want || len(got) > 0 && got[len(got)-1].End != len(d.Text) {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

func TestEdgesAreThoseOfCharacters(t *testing.T) {
	text := strings.Repeat("e\u0301👨‍👩‍👧 🇩🇪🇫🇷क्षि漢กี\r\n", 40) + "x"
	units := annotate.In(annotate.Graphemes, text)
	layer := annotatetest.Draw(t, "[x y]").Document(t, "A report", "Ada").Layers[0]
	for _, word := range []string{"e", "e\u0301", "👨", "👧", "🇪🇫", "🇩", "क", "क्षि", "漢", "ก", "x"} {
		var want []annotate.Range
		for r := range suggest.Occurrences(text, word, suggest.How{Within: true}) {
			for _, at := range []int{r.Start, r.End} {
				if back, err := units.Byte(units.Of(at)); err != nil || back != at {
					r = annotate.Range{}
				}
			}
			if !r.Empty() {
				want = append(want, r)
			}
		}
		span := annotate.Span{Label: "z"}
		span.Range = annotate.Range{Start: strings.Index(text, word), End: strings.Index(text, word) + len(word)}
		if got := slices.Collect(suggest.Repeats(text, layer, span, suggest.How{Within: true})); !slices.Equal(got, want) {
			t.Errorf("%q: %d occurrences, not %d", word, len(got), len(want))
		}
	}
}

// Once each character that is missing in one case was looked for anew behind each that is there in the
// other, which took the square of the length.
func TestCapitalsAreSearchedInOneGo(t *testing.T) {
	text := strings.Repeat("SO THE SHIPS SAILED SOUTH. ", 80_000)
	begun := time.Now()
	n := 0
	for range suggest.Occurrences(text, "sx", suggest.How{AnyCase: true, Within: true}) {
		n++
	}
	if spent := time.Since(begun); n > 0 || spent > 2*time.Second {
		t.Errorf("%d found in %v", n, spent)
	}
}
