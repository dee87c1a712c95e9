package annotate_test

import (
	"math/rand/v2"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestBetweenAnyTwoStates makes 300 random edits and goes from any state that
// there was to any other by one edit, and back by its inverse.
func TestBetweenAnyTwoStates(t *testing.T) {
	d := sit(t, "Зоя 🔥 said e\u0301lite [place Port [actor Amrel]] men killed 12; قُتل 3 in Dól.")
	random := rand.New(rand.NewPCG(4, 6))
	layers := []annotate.Layer{d.State().Layer}
	for range 300 {
		randomEdit(d, random)
		layers = append(layers, d.State().Layer)
	}
	for i := range 1000 {
		from, to := layers[random.IntN(len(layers))], layers[random.IntN(len(layers))]
		edit := annotate.Between(from, to)
		there, err := from.Apply(edit)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, i, there, to)
		back, err := there.Apply(edit.Inverse())
		if err != nil {
			t.Fatal(err)
		}
		compare(t, i, back, from)
		if edit.Empty() != from.Equal(to) {
			t.Fatalf("step %d: the edit between equal layers is %+v", i, edit)
		}
	}
}
