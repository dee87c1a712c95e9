package dataset

import (
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A raw is a text as it came, whose offsets are to be found again in the clean
// text, see [annotate.Clean].
type raw struct {
	text  string // valid UTF-8, line ends and byte-order mark as they came
	clean string
	gone  []int // bytes of text that clean has not, ascending
}

func newRaw(text string) (raw, annotate.Repairs) {
	clean, repairs := annotate.Clean(text)
	r := raw{text: strings.Map(func(c rune) rune { return c }, text), clean: clean}
	marks := len(r.text) - len(strings.TrimLeft(r.text, "\ufeff"))
	for i := range marks {
		r.gone = append(r.gone, i)
	}
	for i := marks; repairs.LineEnds > 0 && i+1 < len(r.text); i++ {
		if r.text[i:i+2] == "\r\n" {
			r.gone = append(r.gone, i)
		}
	}
	return r, repairs
}

// same reports whether offsets in both texts are the same.
func (r raw) same() bool { return len(r.gone) == 0 }

// place is where a stretch of the raw text, in bytes, lies in the clean one.
func (r raw) place(at annotate.Range) annotate.Range {
	start, _ := slices.BinarySearch(r.gone, at.Start)
	end, _ := slices.BinarySearch(r.gone, at.End)
	return annotate.Range{Start: at.Start - start, End: at.End - end}
}
