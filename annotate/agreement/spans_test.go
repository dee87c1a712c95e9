package agreement

import (
	"fmt"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
)

func layer(t *testing.T, text string) annotate.Layer {
	t.Helper()
	return annotatetest.Draw(t, text).Document(t, "Raid", "Ada").Layers[0]
}

// TestSpansByHand: two authors mark three spans each, of which two are alike:
// precision and recall are 2/3, and so is F.
func TestSpansByHand(t *testing.T) {
	var s Study
	if _, any := s.All.F(); any {
		t.Error("nothing has an agreement")
	}
	s.Add([]annotate.Layer{
		layer(t, "[actor The guard] took [place Tesk] and left [place Vael]."),
		layer(t, "[actor The guard] took [place Tesk] and [claim left] Vael."),
	})
	s.Add([]annotate.Layer{layer(t, "[actor Nobody] else.")})
	f, _ := s.All.F()
	places, _ := s.ByLabel["place"].F()
	claims, any := s.ByLabel["claim"].F()
	if got := fmt.Sprintf("%d %d %.3f %.3f %.3f %v %v", s.Articles, s.Pairs, f, places, claims, any, s.Labels()); got != "1 1 0.667 0.667 0.000 true [actor claim place]" {
		t.Error(got)
	}
}

// TestHripcsakAndRothschild: of 50 and 60 marked 40 are alike.
func TestHripcsakAndRothschild(t *testing.T) {
	if f, any := (Spans{Alike: 40, Marked: 50 + 60}).F(); !any || fmt.Sprintf("%.6f", f) != "0.727273" {
		t.Error(f)
	}
}

// TestSpansOfThree: each is compared with each.
func TestSpansOfThree(t *testing.T) {
	var s Study
	a, b := layer(t, "[actor The guard] left."), layer(t, "The [actor guard] left.")
	s.Add([]annotate.Layer{a, a, b})
	if f, _ := s.All.F(); s.Pairs != 3 || s.All != (Spans{Alike: 1, Marked: 6}) || fmt.Sprintf("%.3f", f) != "0.333" {
		t.Errorf("%+v", s)
	}
}

// TestSpansThatAreThereTwice: a span that one author has twice is alike one of the other's, not two.
func TestSpansThatAreThereTwice(t *testing.T) {
	one := layer(t, "[actor The guard] left.")
	twin := one.Spans()[0]
	twin.ID = annotate.NewID()
	twice, err := one.With(append(one.Spans(), twin), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, layers := range [][]annotate.Layer{{one, twice}, {twice, one}} {
		var s Study
		if s.Add(layers); s.All != (Spans{Alike: 1, Marked: 3}) {
			t.Errorf("%+v", s.All)
		}
	}
}
