package textview

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
)

// Where a line may end by our rules it may end by those of UAX #14, but for hyphens and spaces: behind
// a space it always may.
func TestLinesEndOnlyWhereTheRulesOfUnicodeAllow(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	pool := []rune("abר قا1٣ 漢字かなカーっ々한국ไท กเ्षि👍🏽🚤❤\ufe0f\u0301\u200d、。「」『』（）！？：・…—–“”‘’«»\"'()[]{}.,:;!?%$€+/-\u00a0\u200b\u3000")
	var s segmenter.Segmenter
	allowed, taken := 0, 0
	for range 3000 {
		text := []rune(randomText(r, pool, 2+r.IntN(20)))
		may := map[int]bool{}
		s.Init(text)
		for words := s.LineIterator(); words.Next(); {
			may[words.Line().Offset+len(words.Line().Text)] = true
		}
		src := sourceOf(string(text), 0)
		allowed += len(may)
		eachWord(text, func(from, to int) {
			other := to < len(text) && (isSpace(text[to-1]) || text[to-1] == '\u3000') || mayBreak(text[to-1]) && to < len(text) && breaksBetween(text[to-1], text[to])
			if !may[to] && slices.Contains(src.first, to) && !other && to < len(text) {
				t.Errorf("%+q %s: a line may end before %q", text[max(0, to-2):min(len(text), to+2)], string(text[max(0, to-2):min(len(text), to+2)]), text[to])
			}
			if may[to] {
				taken++
			}
		})
	}
	t.Logf("%d of %d places are taken", taken, allowed)
	if taken < allowed*6/10 {
		t.Errorf("of %d places at which a line may end %d are taken", allowed, taken)
	}
}

func TestChineseAndJapaneseLinesEndBetweenLetters(t *testing.T) {
	for text, want := range map[string]string{
		"港务局说，6月3日「十四人」在Orrin。又": "港|务|局|说，|6|月|3|日|「十|四|人」|在|Orrin。|又",
		"キャッチ（3人）ー":              "キャッ|チ|（3|人）ー",
		"한국어 문장도":                "한|국|어 |문|장|도",
		"ไทยไทย ไทย (14)":        "ไทยไทย |ไทย |(14)",
		"go 🚤🚤 now":              "go |🚤|🚤 |now",
	} {
		var parts []string
		runes := []rune(text)
		eachWord(runes, func(from, to int) { parts = append(parts, string(runes[from:to])) })
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("%q is parted as %q, want %q", text, got, want)
		}
	}
}
