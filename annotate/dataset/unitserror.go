package dataset

import (
	"fmt"

	"github.com/glossator/glossator/annotate"
)

// A UnitsError says that nothing in a file tells what its offsets count. Reading it again with one of
// the units in [Reading] helps.
type UnitsError struct {
	Units [2]annotate.Unit // what they may count, the likelier first; two alike where only line ends are in question
	Open  string           // what is left open, in words, without how to answer
}

func newUnitsError(likely, other way) *UnitsError {
	return &UnitsError{
		Units: [2]annotate.Unit{likely.unit, other.unit},
		Open:  fmt.Sprintf("its offsets may count %v or %v, and nothing in the file tells which", likely, other),
	}
}

// Error is what is left open and how to answer it with the verbs.
func (e *UnitsError) Error() string {
	if e.Units[0] == e.Units[1] {
		return fmt.Sprintf("%s; if they count the text as it stands in the file, say so: --units %s", e.Open, e.Units[0].Name())
	}
	return fmt.Sprintf("%s; say so: --units %s or --units %s", e.Open, e.Units[0].Name(), e.Units[1].Name())
}
