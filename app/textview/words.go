package textview

import (
	"sort"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
)

// paragraphIndex returns the paragraph that holds an offset.
func (l *layout) paragraphIndex(offset int) int {
	n := sort.Search(len(l.paragraphs), func(i int) bool { return l.paragraphs[i].start > offset })
	return max(0, n-1)
}

// paragraphAt returns the whole paragraph around an offset, however it was cut.
func (v *View) paragraphAt(offset int) Range {
	all := v.layout.paragraphs
	n := v.layout.paragraphIndex(offset)
	from, to := n, n
	for from > 0 && all[from-1].soft {
		from--
	}
	for to < len(all)-1 && all[to].soft {
		to++
	}
	return Range{all[from].start, all[to].end}
}

// pieces returns the words of a paragraph and what lies between them (UAX #29).
func (v *View) pieces(paragraph int, visit func(r Range, word bool) bool) {
	p := v.layout.paragraphs[paragraph]
	for w := words.FromString(v.text[p.start:p.end]); w.Next(); {
		r := Range{p.start + w.Start(), p.start + w.End()}
		if !visit(r, isWord(w.Value())) {
			return
		}
	}
}

func isWord(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) || r >= 0x1F000 {
			return true
		}
	}
	return false
}

// wordAt returns the word around an offset, or what lies between two words.
func (v *View) wordAt(offset int) Range {
	found := Range{offset, offset}
	v.pieces(v.layout.paragraphIndex(offset), func(r Range, word bool) bool {
		if r.Start <= offset && (offset < r.End || !word && found.Empty()) || word && r.End == offset {
			found = r
		}
		return r.Start <= offset
	})
	return Range{v.stop(found.Start), v.stopAfter(found.End)}
}

// wordEnd returns the next end of a word behind an offset, or the text's end.
func (v *View) wordEnd(offset int) int {
	for n := v.layout.paragraphIndex(offset); n < len(v.layout.paragraphs); n++ {
		at := -1
		v.pieces(n, func(r Range, word bool) bool {
			if word && r.End > offset {
				at = r.End
			}
			return at < 0
		})
		if at >= 0 {
			return v.stopAfter(at)
		}
	}
	return len(v.text)
}

// wordStart returns the last beginning of a word before an offset, or 0.
func (v *View) wordStart(offset int) int {
	for n := v.layout.paragraphIndex(offset); n >= 0; n-- {
		at := -1
		v.pieces(n, func(r Range, word bool) bool {
			if word && r.Start < offset {
				at = r.Start
			}
			return r.Start < offset
		})
		if at >= 0 {
			return v.stop(at)
		}
	}
	return 0
}
