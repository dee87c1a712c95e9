package textview

import (
	"math/rand/v2"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// shown returns a line's runes as they stand from left to right, brackets mirrored as drawn.
func shown(s string) string {
	text := []rune(s)
	rtl := readsLeft(s)
	base := uint8(0)
	if rtl {
		base = 1
	}
	l := levels(text, rtl)
	settleLine(text, l, base)
	var out []rune
	for _, run := range visualRuns(l) {
		part := string(text[run.start:run.end])
		if run.level&1 == 1 {
			part = bidi.ReverseString(part)
		}
		out = append(out, []rune(part)...)
	}
	return string(out)
}

func TestMixedTextIsShownInReadingOrder(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"plain (text) 12", "plain (text) 12"},
		{"אבג", "גבא"},
		{"see אבג דה now", "see הד גבא now"},
		{"אבג 123 דה", "הד 123 גבא"},
		{"אבג (דה) ו", "ו (הד) גבא"},
		{"אבג abc 12 דה", "הד abc 12 גבא"},
		{"אבג 10-15% דה", "הד 10-15% גבא"},
		{"ابج 10-15 ده", "هد 15-10 جبا"}, // the hyphen parts Arabic numbers
		{"ابج 3,500 ده", "هد 3,500 جبا"},
		{"ابج «12» ده", "هد »12« جبا"}, // the shaper mirrors quotes
		{"אבג (abc) דה", "הד (abc) גבא"},
		{"אבג a(b) דה", "הד a(b) גבא"},
		{"a (אב) c", "a (בא) c"},
		{"a אב(ג) c", "a (ג)בא c"},
		{"אב(ג[&ef]!)gh", "gh(![ef&]ג)בא"},
		{"he said \"אבג 12!\".", "he said \"12 גבא!\"."},
		{"אבג.", ".גבא"},
		{"a \u2067אבג\u2069 b", "a \u2067גבא\u2069 b"},
	} {
		if got := shown(c.text); got != c.want {
			t.Errorf("%q is shown as %q, want %q", c.text, got, c.want)
		}
	}
}

// The classes and the directions of runs, not the levels, can be had from golang.org/x/text:
// they must agree with ours for any text without brackets, which it never pairs.
func TestDirectionsAgreeWithTextBidi(t *testing.T) {
	alphabet := []rune("ab אב ابت 12 ٣٤ +-,.:%$ «» !? \u0301\u05b0\u064b \u200e\u200f\u200d")
	controls := append([]rune("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), alphabet...)
	r := rand.New(rand.NewPCG(1, 2))
	wrong := 0
	for n := range 60000 {
		from := alphabet
		if n%2 == 1 {
			from = controls
		}
		text := make([]rune, 1+r.IntN(14))
		for i := range text {
			text[i] = from[r.IntN(len(from))]
		}
		if !agrees(t, text) {
			if wrong++; wrong > 5 {
				t.FailNow()
			}
		}
	}
}

func agrees(t *testing.T, text []rune) bool {
	s := string(text)
	var p bidi.Paragraph
	if _, err := p.SetString(s); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	rtl := readsLeft(s)
	ours := levels(text, rtl)
	base := uint8(0)
	if rtl {
		base = 1
	}
	settleLine(text, ours, base)
	i := 0
	for n := range order.NumRuns() {
		run := order.Run(n)
		for range []rune(run.String()) {
			if removedOrMark(text[i]) {
				i++
				continue
			}
			if (ours[i]&1 == 1) != (run.Direction() == bidi.RightToLeft) {
				t.Errorf("%+q: rune %d has level %d, x/text says %v", s, i, ours[i], run.Direction())
				return false
			}
			i++
		}
	}
	return true
}

// removedOrMark tells of runes whose level no reader can see.
func removedOrMark(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return removed(p.Class())
}
