package textview

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// lookBack bounds how far before an offset the beginning of its grapheme cluster is looked for.
const lookBack = 4 << 10

// stop returns the caret stop at or before an offset: where a grapheme cluster begins, or the
// text's end.
func (v *View) stop(offset int) int {
	offset = v.within(offset)
	if offset == 0 || offset == len(v.text) || parts(v.text[offset-1], v.text[offset]) {
		return offset
	}
	from := v.within(max(0, offset-lookBack))
	if n := strings.LastIndexByte(v.text[from:offset], '\n'); n >= 0 {
		from += n + 1
	}
	for i := offset - 1; i > from; i-- {
		if parts(v.text[i-1], v.text[i]) {
			from = i
			break
		}
	}
	at := from
	for g := graphemes.FromString(v.text[from:min(len(v.text), offset+lookBack)]); g.Next() && from+g.End() <= offset; {
		at = from + g.End()
	}
	return at
}

// stopAfter returns the caret stop at or behind an offset.
func (v *View) stopAfter(offset int) int {
	at := v.stop(offset)
	if at >= offset || at == len(v.text) {
		return at
	}
	for g := graphemes.FromString(v.text[at:min(len(v.text), at+lookBack)]); g.Next(); {
		return at + g.End()
	}
	return at
}

// parts tells whether a cluster surely ends between two bytes: both are ASCII. A line feed always
// stands by itself, since it ends a paragraph.
func parts(a, b byte) bool { return a < 0x80 && b < 0x80 }
