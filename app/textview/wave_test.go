package textview

import "testing"

// A wavy mark is told from the same mark without a wave by its drawing alone, in black and white too, and
// no letter moves for it.
func TestAWavyMarkIsDrawnOtherwise(t *testing.T) {
	for _, look := range []Look{Solid, Dashed} {
		d := newDesk(t, report)
		m := Mark{ID: "m", Range: Range{4, 14}, Name: "actor", Colour: red, Look: look}
		d.SetMarks([]Mark{m})
		plain, place := copied(d.photo()), d.edge(12)
		m.Wavy = true
		d.SetMarks([]Mark{m})
		wavy := d.photo()
		if d.edge(12) != place {
			t.Error("a letter moved")
		}
		rows, columns := map[int]bool{}, map[int]bool{}
		for y := range plain.Bounds().Dy() {
			for x := range plain.Bounds().Dx() {
				if plain.At(x, y) != wavy.At(x, y) {
					rows[y], columns[x] = true, true
				}
			}
		}
		from, to := d.edge(4).X, d.edge(14).X
		if len(columns) < int(to-from)/3 {
			t.Errorf("look %d: the wave differs in %d columns of %.0f only", look, len(columns), to-from)
		}
		for y := range rows {
			if low := float32(d.metrics.laneTop(0)); float32(y) < headroom+low-1 || y > int(headroom)+d.metrics.laneBottom(0)+d.metrics.hair {
				t.Errorf("look %d: row %d differs, which is outside of the lane", look, y)
			}
		}
	}
}
