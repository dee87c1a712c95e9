package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A listRow is what the rows of all lists have in common: they are a whole number of units high. Fyne reckons in
// float32 which row is the first in sight. Where their height is a fraction it is the one before, at some places,
// and all rows are shown one too low.
type listRow struct{ widget.BaseWidget }

// MinSize is Fyne's.
func (r *listRow) MinSize() fyne.Size {
	least := r.BaseWidget.MinSize()
	least.Height = float32(math.Round(float64(least.Height)))
	return least
}
