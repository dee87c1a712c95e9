package annotate

import (
	"fmt"
	"math/bits"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// This file is the only place that converts offsets. Who counts in what:
//
//	bytes              Range, Span, the text widget: everything inside the program
//	code points        the project file, our JSON Lines, every number shown to a
//	                   person or a script; brat, spaCy, Prodigy, Label Studio, Python
//	UTF-16 units       doccano, WebAnno TSV, UIMA XMI and CAS JSON, GATE; Java, JavaScript
//	grapheme clusters  doccano projects that count them as one character; carets

// A Unit is what an offset counts.
type Unit int

// The units.
const (
	Bytes Unit = iota
	CodePoints
	UTF16
	Graphemes
)

// String names the unit as messages do.
func (u Unit) String() string {
	return [...]string{"bytes", "code points", "UTF-16 units", "grapheme clusters"}[u]
}

// unitNames are the names of units in commands and scripts.
var unitNames = [...]string{"bytes", "code-points", "utf16", "graphemes"}

// Name is the unit as commands and scripts name it: "code-points".
func (u Unit) Name() string { return unitNames[u] }

// ParseUnit is the unit of a name. It fails, naming those that there are, when
// there is none.
func ParseUnit(name string) (Unit, error) {
	for u, known := range unitNames {
		if known == name {
			return Unit(u), nil
		}
	}
	return Bytes, fmt.Errorf("there is no unit %q; the units are %s", name, strings.Join(unitNames[:], ", "))
}

// checkpoint is the distance in bytes between two positions whose offset in the
// other unit is remembered.
const checkpoint = 256

// Units converts between byte offsets of one text and offsets in one other
// unit. It takes one pass to make and a few hundred bytes' walk to use.
type Units struct {
	text  string
	unit  Unit
	total int
	marks []unitMark // ascending; empty when an offset is the same in both
}

type unitMark struct{ byte, other int }

// In makes a converter between the bytes of text and a unit.
func In(unit Unit, text string) Units {
	u := Units{text: text, unit: unit, total: len(text)}
	if unit == Bytes || unit != Graphemes && isASCII(text) {
		return u
	}
	at := unitMark{}
	u.marks = append(make([]unitMark, 0, len(text)/checkpoint+2), at)
	for at.byte < len(text) {
		at = u.stride(at)
		u.marks = append(u.marks, at)
	}
	u.total = at.other
	return u
}

// stride goes on to the next checkpoint, or to the end of the text.
func (u Units) stride(at unitMark) unitMark {
	if u.unit == Graphemes {
		for from := at.byte; at.byte < len(u.text) && at.byte-from < checkpoint; {
			at = u.step(at)
		}
		return at
	}
	end := min(len(u.text), at.byte+checkpoint)
	for end < len(u.text) && !utf8.RuneStart(u.text[end]) {
		end++
	}
	at.other += u.count(u.text[at.byte:end])
	at.byte = end
	return at
}

// count is how many code points or UTF-16 units a text has. Bytes are looked at eight at a time: all
// begin a code point but those whose two highest bits are 10.
func (u Units) count(text string) int {
	if u.unit == UTF16 {
		n := 0
		for i := range len(text) {
			n += u.begins(text[i])
		}
		return n
	}
	n, i := len(text), 0
	for ; i+8 <= len(text); i += 8 {
		n -= 8 - runesIn(text[i:i+8])
	}
	for ; i < len(text); i++ {
		n -= 1 - u.begins(text[i])
	}
	return n
}

// runesIn is how many code points begin in eight bytes.
func runesIn(b string) int {
	_ = b[7]
	word := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
	return 8 - bits.OnesCount64(word>>7&^(word>>6)&0x0101010101010101)
}

// begins is how many code points or UTF-16 units begin with a byte of a text.
func (u Units) begins(b byte) int {
	switch {
	case !utf8.RuneStart(b):
		return 0
	case u.unit == UTF16 && b >= 0xF0:
		return 2
	}
	return 1
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// step goes on by one code point, or one grapheme cluster.
func (u Units) step(at unitMark) unitMark {
	if u.unit == Graphemes {
		seg := graphemes.FromString(u.text[at.byte:])
		seg.Next()
		return unitMark{at.byte + len(seg.Value()), at.other + 1}
	}
	next := at.byte + 1
	for next < len(u.text) && !utf8.RuneStart(u.text[next]) {
		next++
	}
	return unitMark{next, at.other + u.begins(u.text[at.byte])}
}

// Total is the length of the text in the unit.
func (u Units) Total() int { return u.total }

// Of is the offset, in the unit, of the byte at offset. An offset inside a
// character counts as that character's beginning. It panics when offset lies
// outside the text, as a slice does.
func (u Units) Of(offset int) int {
	_ = u.text[:offset]
	if u.marks == nil {
		return offset
	}
	i := sort.Search(len(u.marks), func(i int) bool { return u.marks[i].byte > offset })
	at := u.marks[i-1]
	if u.unit == CodePoints {
		for offset > at.byte && offset < len(u.text) && !utf8.RuneStart(u.text[offset]) {
			offset--
		}
		return at.other + u.count(u.text[at.byte:offset])
	}
	for at.byte < offset {
		next := u.step(at)
		if next.byte > offset {
			break
		}
		at = next
	}
	return at.other
}

// Byte is the byte offset of an offset in the unit. It fails when the offset
// lies outside the text or inside a character.
func (u Units) Byte(offset int) (int, error) {
	if offset < 0 {
		return 0, fmt.Errorf("%d lies before the text", offset)
	}
	if offset > u.total {
		return 0, fmt.Errorf("%d is past the text (%d %v)", offset, u.total, u.unit)
	}
	if u.marks == nil {
		return offset, nil
	}
	i := sort.Search(len(u.marks), func(i int) bool { return u.marks[i].other > offset })
	at := u.marks[i-1]
	if u.unit == CodePoints {
		return u.runes(at, offset), nil
	}
	for at.other < offset {
		at = u.step(at)
	}
	if at.other > offset {
		return 0, fmt.Errorf("%d lies inside a character (counted in %v)", offset, u.unit)
	}
	return at.byte, nil
}

// runes is the byte of a code point at or behind a place.
func (u Units) runes(at unitMark, offset int) int {
	text, i, left := u.text, at.byte, offset-at.other
	for left >= 8 && i+8 <= len(text) {
		left -= runesIn(text[i : i+8]) // in eight bytes at most so many begin
		i += 8
	}
	for i < len(text) && text[i]&0xC0 == 0x80 {
		i++
	}
	for ; left > 0; left-- {
		i++
		for i < len(text) && text[i]&0xC0 == 0x80 {
			i++
		}
	}
	return i
}

// OfRange is r counted in the unit.
func (u Units) OfRange(r Range) (start, end int) { return u.Of(r.Start), u.Of(r.End) }

// Range is the stretch of text from start to end, counted in the unit. It fails
// as Byte does, and when the end lies before the start.
func (u Units) Range(start, end int) (Range, error) {
	if end < start {
		return Range{}, fmt.Errorf("the end %d lies before the start %d", end, start)
	}
	s, err := u.Byte(start)
	if err != nil {
		return Range{}, fmt.Errorf("start %w", err)
	}
	e, err := u.Byte(end)
	if err != nil {
		return Range{}, fmt.Errorf("end %w", err)
	}
	return Range{s, e}, nil
}
