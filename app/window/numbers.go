package window

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/glossator/glossator/annotate"
)

// inOrder are the numbers that must not grow smaller from one to the next, where a label has them.
var inOrder = []string{"min", "best", "max"}

// number reads a number as people write it: 1200, 0.5, -3.
func number(text string) (float64, bool) {
	for _, r := range text {
		if (r < '0' || r > '9') && r != '.' && r != '-' {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// refuses says what is wrong with what was typed into a field; "" nothing.
func (c *card) refuses(f *field, value string) string {
	if f.Kind != annotate.Number || value == "" {
		return ""
	}
	n, ok := number(value)
	if !ok {
		return fmt.Sprintf("“%s” is no number: write it in digits, like 1200 or 0.5", oneLine(value, 40))
	}
	at := slices.Index(inOrder, f.Name)
	for _, other := range c.fields {
		where := slices.Index(inOrder, other.Name)
		m, ok := number(other.shown)
		switch {
		case at < 0 || where < 0 || other.Kind != annotate.Number || !ok:
		case where > at && m < n:
			return fmt.Sprintf("“%s” (%s) cannot be more than “%s” (%s)", f.Shown(), value, other.Shown(), other.shown)
		case where < at && m > n:
			return fmt.Sprintf("“%s” (%s) cannot be less than “%s” (%s)", f.Shown(), value, other.Shown(), other.shown)
		}
	}
	return ""
}
