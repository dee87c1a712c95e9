package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A way is a way in which the offsets of a file may count: in which unit, and
// whether of the clean text or of the text as it came, see [raw].
type way struct {
	unit  annotate.Unit
	clean bool
}

// String says how the offsets count.
func (w way) String() string {
	if w.clean {
		return fmt.Sprintf("%v, a line end of two characters as one", w.unit)
	}
	return w.unit.String()
}

// ways are those that are tried for a format with these units, the usual one
// first; only the given unit if one is given.
func ways(given annotate.Unit, units ...annotate.Unit) []way {
	if given != annotate.Bytes {
		units = []annotate.Unit{given}
	}
	var list, last []way
	for _, clean := range []bool{false, true} {
		for _, unit := range units {
			if unit == annotate.Graphemes { // which count a line end as one anyway
				last = []way{{unit, false}}
				continue
			}
			list = append(list, way{unit, clean})
		}
	}
	return append(list, last...)
}

// A claim is where a file says that a span lies, and what stands there, if it
// says so.
type claim struct {
	start, end int
	quote      string
}

// A placing finds the spans of one text in one way.
type placing struct {
	whole raw
	clean bool
	units annotate.Units
}

func (w way) in(whole raw) placing {
	text := whole.text
	if w.clean {
		text = whole.clean
	}
	if w.unit == annotate.Graphemes && plainASCII(text) {
		w.unit = annotate.CodePoints
	}
	return placing{whole, w.clean, annotate.In(w.unit, text)}
}

// plainASCII reports whether all units count a text alike.
func plainASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r > '~' || r == '\r' })
}

// place is where offsets lie in the clean text, in bytes.
func (p placing) place(start, end int) (annotate.Range, error) {
	at, err := p.units.Range(start, end)
	if err == nil && !p.clean {
		at = p.whole.place(at)
	}
	return at, err
}

// A poll asks all spans of a file in which way its offsets count.
type poll struct {
	ways    []way
	misfits []int    // spans that don't fit, by way
	differ  [][]bool // whether two ways put a span in different places
}

func newPoll(ways []way) *poll {
	p := &poll{ways: ways, misfits: make([]int, len(ways))}
	for range ways {
		p.differ = append(p.differ, make([]bool, len(ways)))
	}
	return p
}

// hear takes the claims of one text.
func (p *poll) hear(whole raw, claims []claim) {
	if len(claims) == 0 || plainASCII(whole.text) {
		return
	}
	var placings []placing
	for _, w := range p.ways {
		placings = append(placings, w.in(whole))
	}
	if whole.same() && !slices.ContainsFunc(placings, func(one placing) bool { return one.units.Total() != placings[0].units.Total() }) {
		return // all count every character alike
	}
	for _, c := range claims {
		p.judge(placings, c)
	}
}

// nowhere is the place of what lies past the text.
var nowhere = annotate.Range{Start: -1, End: -1}

func (p *poll) judge(placings []placing, c claim) {
	var places []annotate.Range
	for _, one := range placings {
		at, err := one.place(c.start, c.end)
		if err != nil {
			at = nowhere
		}
		places = append(places, at)
	}
	if !slices.ContainsFunc(places, func(at annotate.Range) bool { return at != places[0] }) {
		return
	}
	text := placings[0].whole.clean
	fits := func(at annotate.Range) bool { return annotate.Snap(text, at) == at }
	quoted := func(at annotate.Range) bool { return alike(text[at.Start:at.End], c.quote) }
	if c.quote != "" && slices.ContainsFunc(places, func(at annotate.Range) bool { return at != nowhere && quoted(at) }) {
		fits = quoted
	}
	for i, at := range places {
		if at == nowhere || !fits(at) {
			p.misfits[i]++
		}
		for j, other := range places {
			p.differ[i][j] = p.differ[i][j] || at != other
		}
	}
}

// alike reports whether two texts are the same but for white space.
func alike(a, b string) bool { return squeezed(a) == squeezed(b) }

func squeezed(text string) string {
	return strings.Join(strings.FieldsFunc(text, annotate.IsSpace), " ")
}

// way is the way that fits. It fails when another one that would put spans in
// other places fits nearly as well, with a [*UnitsError].
func (p *poll) way() (way, error) {
	best := 0
	for i, n := range p.misfits {
		if n < p.misfits[best] {
			best = i
		}
	}
	for i, n := range p.misfits {
		switch {
		case !p.differ[best][i] || n > 2*p.misfits[best]:
		case !p.oneUnit():
			return way{}, newUnitsError(p.ways[best], p.ways[i])
		case p.ways[best].clean:
			best = i // the text as it came, which is what was said or is usual
		}
	}
	return p.ways[best], nil
}

// oneUnit reports whether only line ends are in question.
func (p *poll) oneUnit() bool {
	return !slices.ContainsFunc(p.ways, func(w way) bool { return w.unit != p.ways[0].unit })
}
