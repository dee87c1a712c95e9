package textview

import (
	"unicode"
	"unicode/utf8"
)

// A quotation is a stretch of text between two quotation marks that belong together.
type quotation struct {
	outer Range // with its marks
	inner Range // without them
}

// closers says which marks may close what a mark opens. Some close in one country what they open
// in another, such as “ and ».
var closers = map[rune]string{
	'“': "”", '”': "”", '„': "“”", '‟': "”",
	'‘': "’", '‚': "‘’", '‹': "›", '›': "‹",
	'«': "»", '»': "«»", '「': "」", '『': "』", '﹁': "﹂", '﹃': "﹄",
	'《': "》", '〈': "〉", '〝': "〞〟", '"': `"`, '＂': "＂", '\'': "'", '״': "״",
}

// A quoteMark is a quotation mark and what stands beside it; 0 for nothing.
type quoteMark struct {
	mark          rune
	at            Range
	before, after rune
}

// quotations returns those of a paragraph, the inner before the outer. Marks that have no
// counterpart in the paragraph quote nothing.
func quotations(text string, paragraph Range) []quotation {
	var all []quotation
	var open []quoteMark
	before := rune(0)
	for i := paragraph.Start; i < paragraph.End; {
		r, n := utf8.DecodeRuneInString(text[i:paragraph.End])
		if quoting(r) {
			after, _ := utf8.DecodeRuneInString(text[i+n : paragraph.End])
			if i+n == paragraph.End {
				after = 0
			}
			m := quoteMark{r, Range{i, i + n}, before, after}
			if k := m.closes(open); k >= 0 {
				all = append(all, quotation{Range{open[k].at.Start, m.at.End}, Range{open[k].at.End, m.at.Start}})
				open = open[:k]
			} else if m.opens() {
				open = append(open, m)
			}
		}
		before = r
		i += n
	}
	return all
}

// quoting tells whether a rune is a quotation mark.
func quoting(r rune) bool {
	switch {
	case r == '"', r == '\'':
		return true
	case r < 0xAB:
		return false
	}
	switch r {
	case '”', '’', '」', '』', '﹂', '﹄', '》', '〉', '〞', '〟':
		return true
	}
	_, opens := closers[r]
	return opens
}

// closes returns which of the open marks this one closes, or -1.
func (m quoteMark) closes(open []quoteMark) int {
	if m.apostrophe() || m.straight() && blank(m.before) && !blank(m.after) {
		return -1
	}
	for k := len(open) - 1; k >= 0; k-- {
		for _, c := range closers[open[k].mark] {
			if c == m.mark {
				return k
			}
		}
	}
	return -1
}

// opens tells whether a mark may begin a quotation.
func (m quoteMark) opens() bool {
	if _, can := closers[m.mark]; !can || m.apostrophe() || blank(m.after) && !m.spaced() {
		return false
	}
	if m.straight() || m.mark == '”' || m.mark == '»' || m.mark == '›' {
		return !letter(m.before) // not inches, and not the end of what began elsewhere
	}
	return true
}

// spaced tells of marks behind which French sets a space.
func (m quoteMark) spaced() bool { return m.mark == '«' || m.mark == '‹' }

// straight tells of marks whose look does not say whether they open or close.
func (m quoteMark) straight() bool {
	return m.mark == '"' || m.mark == '\'' || m.mark == '״' || m.mark == '＂'
}

// apostrophe tells of marks within a word, as in it's and צה"ל.
func (m quoteMark) apostrophe() bool {
	return (m.straight() || m.mark == '’') && letter(m.before) && letter(m.after)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func blank(r rune) bool { return r == 0 || unicode.IsSpace(r) }

// quotationsAround returns the quotations of a paragraph, remembered for the next time.
func (v *View) quotationsAround(offset int) []quotation {
	q := &v.quoted
	if !q.known || offset < q.paragraph.Start || offset > q.paragraph.End {
		q.known, q.paragraph = true, v.paragraphOf(offset)
		q.all = quotations(v.text, q.paragraph)
	}
	return q.all
}

// quoted is what is known of the quotations of one paragraph.
type quoted struct {
	known     bool
	paragraph Range
	all       []quotation
}

// QuotationAt returns the innermost quotation that holds an offset, with its quotation marks, if
// it begins and ends in one paragraph. Marks of many languages are known, and where one mark can
// both open and close, what stands open before it decides.
func (v *View) QuotationAt(offset int) (Range, bool) {
	offset = v.within(offset)
	for _, q := range v.quotationsAround(offset) {
		if q.outer.Start <= offset && offset < q.outer.End {
			return q.outer, true
		}
	}
	return Range{}, false
}
