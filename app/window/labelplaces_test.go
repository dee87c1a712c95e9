package window

import (
	"fmt"
	"testing"
)

func TestLabelsAreFoundHoweverManyThereAre(t *testing.T) {
	var labels labelPlaces
	for n := range 3 * fewLabels {
		if i := labels.find(fmt.Sprint(n)); i != -1 {
			t.Fatalf("of %d names the next has the number %d already", n, i)
		}
		if i := labels.add(fmt.Sprint(n)); i != n {
			t.Fatalf("name %d has the number %d", n, i)
		}
		for k := range 2 * (n + 1) {
			if i := labels.find(fmt.Sprint(k / 2)); i != k/2 {
				t.Fatalf("of %d names, %d is found at %d", n+1, k/2, i)
			}
		}
	}
}
