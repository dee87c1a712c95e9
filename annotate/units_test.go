package annotate

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// family is one grapheme cluster: 3 emoji joined, 5 code points, 8 UTF-16 units, 18 bytes.
const family = "👩\u200d👩\u200d👦"

func TestOffsetsInEachUnit(t *testing.T) {
	text := "é" + family + "e\u0301!"
	for _, c := range []struct {
		unit Unit
		want [4]int // behind é, the family, e with its accent, !
	}{
		{Bytes, [4]int{2, 20, 23, 24}},
		{CodePoints, [4]int{1, 6, 8, 9}},
		{UTF16, [4]int{1, 9, 11, 12}},
		{Graphemes, [4]int{1, 2, 3, 4}},
	} {
		u := In(c.unit, text)
		for i, offset := range []int{2, 20, 23, 24} {
			if got := u.Of(offset); got != c.want[i] {
				t.Errorf("byte %d is %d %v, want %d", offset, got, c.unit, c.want[i])
			}
			if back, err := u.Byte(c.want[i]); err != nil || back != offset {
				t.Errorf("%d %v is byte %d (%v), want %d", c.want[i], c.unit, back, err, offset)
			}
		}
	}
}

func TestOffsetsPastTheTextAreRefused(t *testing.T) {
	u := In(CodePoints, "дім")
	if _, err := u.Range(1, 4); err == nil || err.Error() != "end 4 is past the text (3 code points)" {
		t.Errorf("got %v", err)
	}
	if _, err := u.Range(2, 1); err == nil {
		t.Error("an end before the start passed")
	}
	if _, err := In(UTF16, "🔥").Byte(1); err == nil {
		t.Error("an offset between surrogates passed")
	}
}

func FuzzUnitsAgreeWithPlainCounting(f *testing.F) {
	f.Add("Nairobi 🔥: Al-Shabaab", 9)
	f.Add(strings.Repeat("аб"+family, 90), 700)
	f.Fuzz(func(t *testing.T, raw string, at int) {
		text, _ := Clean(raw)
		if at < 0 || at > len(text) || !boundary(text, at) {
			return
		}
		runes := []rune(text[:at])
		for unit, want := range map[Unit]int{Bytes: at, CodePoints: len(runes), UTF16: len(utf16.Encode(runes))} {
			u := In(unit, text)
			if got := u.Of(at); got != want {
				t.Errorf("byte %d of %q is %d %v, want %d", at, text, got, unit, want)
			}
			if back, err := u.Byte(want); err != nil || back != at {
				t.Errorf("%d %v of %q is byte %d (%v), want %d", want, unit, text, back, err, at)
			}
		}
	})
}

func TestUnitsHaveNames(t *testing.T) {
	for u := Bytes; u <= Graphemes; u++ {
		if got, err := ParseUnit(u.Name()); got != u || err != nil {
			t.Errorf("%v: %v, %v", u, got, err)
		}
	}
	if _, err := ParseUnit("words"); err == nil || !strings.Contains(err.Error(), "code-points, utf16") {
		t.Error(err)
	}
}
