package dataset

import (
	"fmt"

	"github.com/glossator/glossator/annotate"
)

// inWords says what cleaning a text changed. That a byte-order mark was taken
// off and line ends are \n now is said too: offsets counted elsewhere may differ.
func inWords(r annotate.Repairs) []string {
	var words []string
	if r.Mark {
		words = append(words, "a byte-order mark was taken off")
	}
	if r.LineEnds > 0 {
		words = append(words, counted(r.LineEnds, "line end")+" of Windows or old Macs became plain ones")
	}
	if r.Invalid > 0 {
		words = append(words, fmt.Sprintf("%s that no character has became %q", counted(r.Invalid, "byte"), '\ufffd'))
	}
	return words
}
