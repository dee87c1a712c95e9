package textview

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Expand widens the selection to the next larger of: whole words, what is within quotation marks,
// that with its marks, whole sentences, whole paragraphs, all of the text. It tells OnSelect, does
// not scroll, and returns whether there was anything larger.
func (v *View) Expand() bool {
	sel := v.selection()
	best := sel
	for _, r := range v.larger(sel) {
		if r.holds(sel) && r != sel && (best == sel || r.length() < best.length()) {
			best = r
		}
	}
	if best == sel {
		return false
	}
	if !v.grownTo(v.anchor, v.caret) {
		v.grown = nil
	}
	v.grown = append(v.grown, step{v.anchor, v.caret}, step{best.Start, best.End})
	v.choose(best.Start, best.End)
	return true
}

// Shrink takes back the last Expand, if the selection is still what that made of it, and returns
// whether it was.
func (v *View) Shrink() bool {
	if !v.grownTo(v.anchor, v.caret) {
		v.grown = nil
		return false
	}
	n := len(v.grown)
	before := v.grown[n-2]
	v.grown = v.grown[:n-2]
	v.choose(before.anchor, before.caret)
	return true
}

// A step is a selection on the way to a larger one.
type step struct{ anchor, caret int }

// grownTo tells whether the last Expand made this selection.
func (v *View) grownTo(anchor, caret int) bool {
	n := len(v.grown)
	return n > 0 && v.grown[n-1] == step{anchor, caret}
}

// choose selects, and tells it.
func (v *View) choose(anchor, caret int) {
	v.Select(anchor, caret)
	v.tellSelection()
}

func (r Range) length() int { return r.End - r.Start }

func (r Range) holds(s Range) bool { return r.Start <= s.Start && s.End <= r.End }

// larger returns stretches of the text that a selection may grow to; some of them are too small.
func (v *View) larger(sel Range) []Range {
	last := max(sel.Start, sel.End-1)
	first, end := v.paragraphOf(sel.Start), v.paragraphOf(last)
	sentence := v.sentencesOf(first, end, sel)
	all := []Range{{0, len(v.text)}, {first.Start, end.End}, v.wordsOf(sel, last)}
	if first == end {
		for _, q := range v.quotationsAround(sel.Start) {
			all = append(all, q.inner, q.outer, v.trimmed(sentence.within(q.inner)))
		}
		sentence = v.unbroken(sentence)
	}
	return append(all, sentence)
}

// within returns what of r lies in s.
func (r Range) within(s Range) Range { return Range{max(r.Start, s.Start), min(r.End, s.End)} }

// unbroken widens a sentence to the whole of each quotation that begins or ends in it: a quotation
// of several sentences goes with the words that introduce it.
func (v *View) unbroken(sentence Range) Range {
	for _, q := range v.quotationsAround(sentence.Start) {
		if cut := sentence.within(q.outer); !cut.Empty() && cut != q.outer && !q.inner.holds(sentence) {
			sentence = Range{min(sentence.Start, q.outer.Start), max(sentence.End, q.outer.End)}
		}
	}
	return sentence
}

// trimmed returns a range without the spaces at its ends.
func (v *View) trimmed(r Range) Range {
	if r.Empty() {
		return r
	}
	r.Start += len(v.text[r.Start:r.End]) - len(strings.TrimLeft(v.text[r.Start:r.End], spaces))
	r.End = r.Start + len(strings.TrimRight(v.text[r.Start:r.End], spaces))
	return r
}

// spaces are the characters of which nothing is seen.
const spaces = " \t\n\u00a0\u202f"

// wordsOf widens a selection to whole words.
func (v *View) wordsOf(sel Range, last int) Range {
	if sel.Empty() {
		return v.wordBeside(sel.Start)
	}
	return Range{min(sel.Start, v.wordBeside(sel.Start).Start), max(sel.End, v.wordBeside(last).End)}
}

// wordBeside returns the word that holds a byte or ends before it.
func (v *View) wordBeside(offset int) Range {
	if !v.ready() {
		return Range{offset, offset}
	}
	return v.wordAt(offset)
}

// paragraphOf returns the paragraph that holds an offset, without its line feed.
func (v *View) paragraphOf(offset int) Range {
	r := Range{strings.LastIndexByte(v.text[:offset], '\n') + 1, len(v.text)}
	if n := strings.IndexByte(v.text[offset:], '\n'); n >= 0 {
		r.End = offset + n
	}
	return r
}

// sentencesOf widens a selection to whole sentences of its first and last paragraph, without the
// spaces behind them.
func (v *View) sentencesOf(first, end, sel Range) Range {
	begins := v.sentenceAt(first, sel.Start)
	r := Range{begins.Start, max(begins.End, v.sentenceAt(end, max(sel.Start, sel.End-1)).End)}
	return Range{r.Start, max(sel.End, v.trimmed(r).End)}
}

// sentenceAt returns the sentence of a paragraph that holds an offset (UAX #29); at the paragraph's
// end, the last one.
func (v *View) sentenceAt(paragraph Range, offset int) Range {
	found := Range{offset, offset}
	for s := sentences.FromString(v.text[paragraph.Start:paragraph.End]); s.Next(); {
		found = Range{paragraph.Start + s.Start(), paragraph.Start + s.End()}
		if offset < found.End {
			break
		}
	}
	return found
}
