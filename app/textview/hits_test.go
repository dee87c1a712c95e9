package textview

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTheHitsOfALineAreThoseThatShareAByteWithIt(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	var ranges []Range
	for range 400 {
		start := r.IntN(2000)
		ranges = append(ranges, Range{start, start + r.IntN(50)})
	}
	h := newHits(ranges, 7, 1900)
	for start := 0; start < 1900; start += 13 {
		ln := line{start: start, end: start + 40}
		want := 0
		for _, x := range ranges {
			if x = (Range{x.Start, min(x.End, 1900)}); !x.within(Range{ln.start, ln.end}).Empty() {
				want++
			}
		}
		got := h.on(ln)
		if len(got) != want {
			t.Fatalf("[%d,%d): %d hits, want %d", ln.start, ln.end, len(got), want)
		}
	}
	if h.chosen != ranges[7] {
		t.Errorf("the current hit is %v, want %v", h.chosen, ranges[7])
	}
}

func TestHitsAreShownBesideMarksAndTheCurrentOneStandsOut(t *testing.T) {
	d := newDesk(t, strings.Repeat(report+"\n", 3))
	d.SetMarks([]Mark{mark("m", 0, 9)})
	plain := copied(d.photo())
	d.SetHits([]Range{{4, 9}, {71, 76}}, -1)
	soft := copied(d.photo())
	d.SetHits([]Range{{4, 9}, {71, 76}}, 1)
	strong := copied(d.photo())
	d.SetHits(nil, -1)
	if same(plain, soft) || same(soft, strong) {
		t.Error("hits cannot be told apart")
	}
	if !same(plain, d.photo()) {
		t.Error("hits left something behind")
	}
	if len(d.index.marks) != 1 {
		t.Error("hits changed the marks")
	}
}

func TestAHundredThousandHitsAreFine(t *testing.T) {
	d := newDesk(t, strings.Repeat("a b c d e f g h i j k l m n o p q r s t ", 10000))
	var ranges []Range
	for i := 0; i < 400000; i += 4 {
		ranges = append(ranges, Range{i, i + 1})
	}
	slices.Reverse(ranges)
	start := time.Now()
	d.SetHits(ranges, 50000)
	d.photo()
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("showing them took %v", took)
	}
	if got := len(d.surface.rows[1].shows.hits); got < 10 || got > 40 {
		t.Errorf("%d hits on a line", got)
	}
}

func TestTheQuotationAtTheCaretIsShownOnWish(t *testing.T) {
	d := newDesk(t, "He said “we saw it all” and went.")
	d.caretBefore("saw")
	before := copied(d.photo())
	d.ShowQuotation = true
	d.Refresh()
	if same(before, d.photo()) {
		t.Error("the quotation cannot be seen")
	}
	d.caretBefore("went")
	d.caretBefore("He")
	if got := d.surface.rows[0].shows.spoken; !got.Empty() {
		t.Errorf("outside of it %v is shown", got)
	}
}
