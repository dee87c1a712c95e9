package textview

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func mark(id string, start, end int) Mark { return Mark{ID: id, Range: Range{start, end}, Name: id} }

func TestMarksOfAStretchAreThoseThatShareAByteWithIt(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var marks []Mark
	for i := range 300 {
		start := r.IntN(1000)
		marks = append(marks, mark(fmt.Sprint(i), start, start+r.IntN(60)))
	}
	marks = append(marks, mark("all", 0, 2000), mark("empty", 5, 5))
	ix := newIndex(marks, 1000, index{})
	for a := 0; a < 1000; a += 7 {
		want := map[string]bool{}
		for _, m := range marks {
			if !m.Range.Empty() && m.Range.Start < a+9 && m.Range.End > a && m.Range.Start < 1000 {
				want[m.ID] = true
			}
		}
		got := map[string]bool{}
		last := -1
		ix.each(Range{a, a + 9}, func(i int) bool {
			if i <= last {
				t.Fatalf("mark %d after %d", i, last)
			}
			last = i
			got[ix.marks[i].ID] = true
			return true
		})
		if len(got) != len(want) {
			t.Fatalf("[%d,%d): %d marks, want %d", a, a+9, len(got), len(want))
		}
		for id := range want {
			if !got[id] {
				t.Fatalf("[%d,%d): mark %s is missing", a, a+9, id)
			}
		}
	}
}

func TestTheShortestMarkIsOnTop(t *testing.T) {
	m := mark("gappy", 0, 50)
	m.Gaps = []Range{{10, 20}}
	ix := newIndex([]Mark{mark("page", 0, 100), mark("word", 12, 16), mark("line", 5, 40), m}, 100, index{})
	if got := ix.under(13); !slices.Equal(got, []string{"word", "line", "page"}) {
		t.Errorf("under 13: %v", got)
	}
	if got := ix.under(25); !slices.Equal(got, []string{"line", "gappy", "page"}) {
		t.Errorf("under 25: %v", got)
	}
	if got := ix.under(99); !slices.Equal(got, []string{"page"}) {
		t.Errorf("under 99: %v", got)
	}
}

func laneOf(ix index, id string) int {
	i, _ := ix.find(id)
	return ix.lanes[i]
}

func TestNestedMarksLieInLanesFromTheInsideOut(t *testing.T) {
	ix := newIndex([]Mark{mark("outer", 0, 90), mark("middle", 10, 50), mark("inner", 20, 30), mark("other", 60, 70)}, 100, index{})
	for id, want := range map[string]int{"inner": 0, "middle": 1, "outer": 2, "other": 0} {
		if got := laneOf(ix, id); got != want {
			t.Errorf("%s lies in lane %d, want %d", id, got, want)
		}
	}
}

func TestCrossingMarksNeverShareALane(t *testing.T) {
	ix := newIndex([]Mark{mark("a", 0, 20), mark("b", 10, 30), mark("c", 25, 50)}, 100, index{})
	if laneOf(ix, "a") == laneOf(ix, "b") || laneOf(ix, "b") == laneOf(ix, "c") {
		t.Errorf("lanes %v", ix.lanes)
	}
}

func TestANewMarkMovesOnlyThoseAroundIt(t *testing.T) {
	marks := []Mark{mark("outer", 0, 90), mark("inner", 20, 30), mark("other", 60, 70)}
	before := newIndex(marks, 100, index{})
	after := newIndex(append(marks, mark("new", 22, 24)), 100, index{})
	if laneOf(before, "other") != laneOf(after, "other") {
		t.Error("a mark elsewhere changed its lane")
	}
}

func TestGapsAreTidied(t *testing.T) {
	got := tidy([]Range{{40, 60}, {5, 12}, {20, 20}, {200, 300}}, Range{10, 50})
	if !slices.Equal(got, []Range{{10, 12}, {40, 50}}) {
		t.Errorf("gaps %v", got)
	}
}

func TestWhatIsTakenOverIsWhatWouldBeReckonedAnew(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	taken := 0
	for round := range 300 {
		var marks []Mark
		length := 20 + r.IntN(600)
		anyMark := func() Mark {
			start := r.IntN(length)
			return mark(fmt.Sprint(r.Uint64()), start, start+r.IntN(12))
		}
		most := 60
		if round%10 == 0 {
			most, length = 600, 40 // more upon each other than a mark looks at
		}
		for range r.IntN(most) {
			marks = append(marks, anyMark())
		}
		before := newIndex(marks, length, index{})
		for range 4 {
			for range r.IntN(4) {
				if at := r.IntN(len(marks) + 1); at < len(marks) && r.IntN(2) == 0 {
					marks = slices.Delete(marks, at, at+1)
				} else {
					marks = slices.Insert(marks, at, anyMark())
				}
			}
			if new(index).lanesAfter(&before, nil) {
				t.Fatal("without a mark in common nothing can be taken over")
			}
			got, want := newIndex(marks, length, before), newIndex(marks, length, index{})
			if !slices.Equal(got.lanes, want.lanes) {
				t.Fatalf("lanes %v, reckoned anew %v", got.lanes, want.lanes)
			}
			if !slices.EqualFunc(got.marks, want.marks, func(a, b Mark) bool { return a.ID == b.ID && a.Range == b.Range }) {
				t.Fatalf("marks %v, reckoned anew %v", got.marks, want.marks)
			}
			if got.lanesAfter(&before, slices.Clone(got.lanes)) {
				taken++
			}
			before = got
		}
	}
	if taken < 300 {
		t.Errorf("of 1200 indexes %d took over what was before", taken)
	}
}

func TestSortingKeepsTheOrderOfEquals(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for n := range 200 {
		keys := make([]int, n)
		for i := range keys {
			keys[i] = r.IntN(1 + n/3)
		}
		got := sorted(firstGuess(nil, n), func(a, b int) int { return keys[a] - keys[b] })
		for i := 1; i < n; i++ {
			if a, b := got[i-1], got[i]; keys[a] > keys[b] || keys[a] == keys[b] && a > b {
				t.Fatalf("%d numbers: %d comes before %d", n, a, b)
			}
		}
	}
}
