package storage

import (
	"fmt"
	"strconv"
	"strings"
)

// mostOfSpan is a column of what every span has. Each column that is read takes
// its time, more than to put them together and take them apart does.
const mostOfSpan = "layer_id || ' ' || start_off || ' ' || end_off || ' ' || uid || ' ' || label"

// newMostOfSpan is what mostOfSpan says.
func newMostOfSpan(most string) (r spanRow, err error) {
	parts := strings.SplitN(most, " ", 5)
	if len(parts) < 5 {
		return r, fmt.Errorf("a span is not as it was asked for: %q", most)
	}
	layer, err := strconv.ParseInt(parts[0], 10, 64)
	if err == nil {
		r.StartOff, err = strconv.Atoi(parts[1])
	}
	if err == nil {
		r.EndOff, err = strconv.Atoi(parts[2])
	}
	r.LayerID, r.UID, r.Label = layer, parts[3], parts[4]
	return r, err
}

// moreOfSpan is a column of what most spans don't have: nothing, or how many
// code points gaps, attributes and note have, and then these and the source.
const moreOfSpan = `CASE WHEN gaps = '[]' AND attrs = '{}' AND note = '' AND source = '' THEN ''
	ELSE length(gaps) || ' ' || length(attrs) || ' ' || length(note) || ' ' || gaps || attrs || note || source END`

// addMore adds what moreOfSpan says.
func (r *spanRow) addMore(more string) error {
	if more == "" {
		r.Gaps, r.Attrs = "[]", "{}"
		return nil
	}
	parts := strings.SplitN(more, " ", 4)
	if len(parts) < 4 {
		return fmt.Errorf("the span %s is not as it was asked for: %q", r.UID, more)
	}
	rest := parts[3]
	for i, part := range []*string{&r.Gaps, &r.Attrs, &r.Note} {
		n, err := strconv.Atoi(parts[i])
		if err != nil {
			return fmt.Errorf("the span %s is not as it was asked for: %w", r.UID, err)
		}
		*part, rest = cutRunes(rest, n)
	}
	r.Source = rest
	return nil
}

// cutRunes cuts a text behind so many code points.
func cutRunes(text string, n int) (before, after string) {
	for i := range text {
		if n == 0 {
			return text[:i], text[i:]
		}
		n--
	}
	return text, ""
}
