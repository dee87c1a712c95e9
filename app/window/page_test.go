package window

import (
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestADateBehindAnArabicPlaceKeepsItsOrder(t *testing.T) {
	a := annotate.Article{Text: "two words", Meta: map[string]string{"source": "Lantern", "place": "تل الهزيم", "date": "2026-01-09"}}
	want := "Lantern  ·  \u2068تل الهزيم\u2069  ·  2026-01-09  ·  2 words"
	if got := about(a); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}
