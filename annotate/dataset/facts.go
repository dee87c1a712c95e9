package dataset

import (
	"fmt"
	"hash/maphash"
	"strings"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// shelves is how many sums facts are parted into, by their article's text.
const shelves = 1 << 12

// facts sum up what documents say, in constant memory. Each fact, a row or one
// of its spans or links, is a number that follows from all that is said, and is
// added when it is meant and taken away when it is read: what is the same leaves
// zeros, in whatever order it comes. Where it does not, details can be collected
// for the shelves on which something differs.
type facts struct {
	seed    maphash.Seed
	sums    [shelves]uint64
	details map[uint64]*detail // by fact; nil: not collected
	differ  []bool             // shelves for which they are
}

// A detail is a fact in words, and how often it was meant more than it was read.
type detail struct {
	of            sort
	article, what string
	at            annotate.Range // of a span
	more          int
}

// A sort is what a fact tells of.
type sort int

const (
	aSpan sort = iota
	aLink
	aRow
)

// What is done with a fact.
const (
	meant = 1
	found = -1
)

func newFacts() *facts { return &facts{seed: maphash.MakeSeed()} }

// same reports whether all that was meant was read, and nothing else.
func (f *facts) same() bool { return f.sums == [shelves]uint64{} }

// collecting are new facts that collect details where these differ.
func (f *facts) collecting() *facts {
	g := &facts{seed: f.seed, details: map[uint64]*detail{}, differ: make([]bool, shelves)}
	for i, sum := range f.sums {
		g.differ[i] = sum != 0
	}
	return g
}

// add adds a row that was meant, or takes away one that was read.
func (f *facts) add(r row, which int) {
	text := maphash.String(f.seed, r.article.Text)
	shelf := text % shelves
	f.count(shelf, f.row(text, r), which, func() detail { return rowDetail(r) }, r)
	numbers := make(map[annotate.ID]uint64, len(r.spans))
	for _, s := range r.spans {
		n := f.span(text, r, s)
		if _, first := numbers[s.ID]; !first {
			numbers[s.ID] = n
		}
		f.count(shelf, n, which, func() detail { return spanDetail(r, s) }, r)
	}
	for _, k := range r.links {
		f.count(shelf, f.link(numbers, r, k), which, func() detail { return linkDetail(r, k) }, r)
	}
}

func (f *facts) count(shelf, fact uint64, which int, words func() detail, r row) {
	if which == meant {
		f.sums[shelf] += fact
	} else {
		f.sums[shelf] -= fact
	}
	if f.details == nil || !f.differ[shelf] {
		return
	}
	d := f.details[fact]
	if d == nil {
		said := words()
		d, said.article = &said, r.article.Title
		if said.article == "" {
			said.article = shorten(squeezed(r.article.Text), 60)
		}
		f.details[fact] = d
	}
	d.more += which
}

// row is the fact that an article came with a layer, and what is said of both.
func (f *facts) row(text uint64, r row) uint64 {
	var h fact
	h.SetSeed(f.seed)
	h.say("row", fmt.Sprint(text, r.labels), r.article.Title, r.author.Name, string(r.author.ID), string(r.author.Kind))
	h.pairs(r.article.Meta)
	h.pairs(r.values)
	return h.Sum64()
}

func (f *facts) span(text uint64, r row, s annotate.Span) uint64 {
	var h fact
	h.SetSeed(f.seed)
	h.number(int(text))
	h.say("span", r.author.Name, s.Label, s.Note, s.Source)
	h.number(s.Start)
	h.number(s.End)
	for _, gap := range s.Gaps {
		h.number(gap.Start)
		h.number(gap.End)
	}
	h.pairs(s.Attrs)
	return h.Sum64()
}

func (f *facts) link(spans map[annotate.ID]uint64, r row, k annotate.Link) uint64 {
	var h fact
	h.SetSeed(f.seed)
	h.say("link", r.author.Name, k.Kind, k.Note, k.Source)
	h.number(int(spans[k.From]))
	h.number(int(spans[k.To]))
	return h.Sum64()
}

// A fact is a number in the making.
type fact struct{ maphash.Hash }

func (h *fact) number(n int) {
	for range 8 {
		_ = h.WriteByte(byte(n)) // never fails
		n >>= 8
	}
}

func (h *fact) say(parts ...string) {
	for _, part := range parts {
		h.number(len(part))
		_, _ = h.WriteString(part) // never fails
	}
}

func (h *fact) pairs(pairs map[string]string) {
	h.number(len(pairs))
	for name, value := range sorted(pairs) {
		h.say(name, value)
	}
}

// rowDetail is what is said of an article and of a layer as a whole.
func rowDetail(r row) detail {
	what := "the article"
	if r.article.Title != "" {
		what += fmt.Sprintf(" with the title “%s”", shorten(squeezed(r.article.Title), 60))
	}
	for _, pairs := range []map[string]string{r.article.Meta, r.values} {
		for name, value := range sorted(pairs) {
			what += fmt.Sprintf(", %s “%s”", name, shorten(squeezed(value), 40))
		}
	}
	if !r.labels {
		what += ", labelled by nobody"
	}
	return detail{of: aRow, what: what + by(r)}
}

func spanDetail(r row, s annotate.Span) detail {
	text := r.article.Text
	if s.Check(text) != nil {
		return detail{what: fmt.Sprintf("%s at %v", s.Label, s.Range)}
	}
	from := utf8.RuneCountInString(text[:s.Start])
	what := fmt.Sprintf("%s, %d to %d", quoted(s, text), from, from+utf8.RuneCountInString(text[s.Start:s.End]))
	for _, gap := range s.Gaps {
		from := utf8.RuneCountInString(text[:gap.Start])
		what += fmt.Sprintf(" without %d to %d", from, from+utf8.RuneCountInString(text[gap.Start:gap.End]))
	}
	for name, value := range sorted(s.Attrs) {
		what += fmt.Sprintf(", %s “%s”", name, shorten(squeezed(value), 40))
	}
	if s.Note != "" {
		what += fmt.Sprintf(", noted “%s”", shorten(squeezed(s.Note), 40))
	}
	return detail{what: what + by(r), at: s.Range}
}

// by says whose a layer is.
func by(r row) string {
	if r.author.Name == "" {
		return ""
	}
	return ", by " + r.author.Name
}

func linkDetail(r row, k annotate.Link) detail {
	ends := map[annotate.ID]string{}
	for _, s := range r.spans {
		ends[s.ID] = s.Label
		if s.Check(r.article.Text) == nil {
			ends[s.ID] = quoted(s, r.article.Text)
		}
	}
	return detail{of: aLink, what: strings.TrimSpace(fmt.Sprintf("%s from %s to %s", k.Kind, ends[k.From], ends[k.To])) + by(r)}
}
