package storage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestPositionsAreThoseOfTheRows compares the positions of queries with the
// rows that they list.
func TestPositionsAreThoseOfTheRows(t *testing.T) {
	p, ana, _ := newsroom(t)
	var many []annotate.Document
	for i := range 60 {
		many = append(many, article(fmt.Sprint("Note ", i), fmt.Sprintf("Number %d of sixty, %s.", i, map[bool]string{true: "even", false: "odd"}[i%2 == 0])))
	}
	mustImport(t, p, ImportOptions{}, many...)
	for _, n := range []int{7, 8, 20, 64} {
		s, _ := begin(t, p, n, ana)
		if err := s.SetValue("Done", annotate.StatusValue, string(annotate.Done)); err != nil {
			t.Fatal(err)
		}
	}
	for _, author := range []annotate.ID{"", ana.ID, id("stranger")} {
		for _, text := range []string{"", "even", "odd", "nowhere", "Vell"} {
			for _, status := range []annotate.Status{"", annotate.New, annotate.Done, annotate.Skipped} {
				q := Query{Author: author, Text: text, Status: status}
				rows := list(t, p, q)
				found, err := p.Positions(t.Context(), q)
				if err != nil || found.Len() != len(rows) {
					t.Fatalf("%+v: %d positions of %d rows, %v", q, found.Len(), len(rows), err)
				}
				var at []int64
				for i, row := range rows {
					at = append(at, found.At(i))
					if n, there := found.Index(row.Position); found.At(i) != row.Position || n != i || !there {
						t.Errorf("%+v: row %d is at %d, the positions say %d and %d", q, i, row.Position, found.At(i), n)
					}
				}
				again, err := p.RowsAt(t.Context(), author, at...)
				if err != nil || len(rows) > 0 && !slices.Equal(again, rows) {
					t.Errorf("%+v: the rows at their positions are %v, %v", q, again, err)
				}
			}
		}
	}
}

func TestPositionsAreKeptInRuns(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var all, gone Positions
		var left []int64
		for at := int64(1); at < 80; at++ {
			if r.IntN(8) == 0 {
				continue
			}
			all.add(at, 1)
			if r.IntN(3) == 0 {
				gone.add(at, 1)
			} else {
				left = append(left, at)
			}
		}
		rest := all.without(gone)
		var got []int64
		for i := range rest.Len() {
			got = append(got, rest.At(i))
		}
		if !slices.Equal(got, left) {
			t.Fatalf("%v without %v is %v", all, gone, got)
		}
		for at := int64(0); at < 82; at++ {
			if i, there := rest.Index(at); there != slices.Contains(left, at) || there && left[i] != at {
				t.Fatalf("%d is said to be number %d (%v) of %v", at, i, there, left)
			}
		}
	}
}
