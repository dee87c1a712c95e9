package window

import (
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestADateBehindAnArabicPlaceKeepsItsOrder(t *testing.T) {
	a := annotate.Article{Text: "two words", Meta: map[string]string{"source": "Lantern", "place": "تل الهزيم", "date": "2026-01-09"}}
	want := "Lantern  ·  \u2068تل الهزيم\u2069  ·  2026-01-09  ·  2 words"
	if got := about(a, 2); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

func FuzzWordsAreCountedAsFieldsAre(f *testing.F) {
	f.Add(" a  b\u00a0c\u2003d\n\te\x85 – ")
	f.Add("a\x85b\xffc \xe2\x80\x83x\xe2\x80")
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := countWords(text), len(strings.Fields(text)); got != want {
			t.Errorf("%q has %d words, not %d", text, want, got)
		}
	})
}
