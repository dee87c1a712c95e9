package storage

import "slices"

// A condition is a part of a query.
type condition struct {
	sql  string
	args []any
}

// fewRuns is into how many stretches keys may fall to be looked for stretch by
// stretch.
const fewRuns = 8

// among are conditions of which one holds for each of some keys of a column:
// where the keys follow each other a stretch of them, which SQLite goes through
// without looking for each.
func among(column string, keys []int64) []condition {
	var stretches Positions
	for _, key := range slices.Sorted(slices.Values(keys)) {
		stretches.add(key, 1)
	}
	if len(stretches.runs) > fewRuns {
		return []condition{{column + " IN ?", []any{keys}}}
	}
	var all []condition
	for _, r := range stretches.runs {
		all = append(all, condition{column + " BETWEEN ? AND ?", []any{r.first, r.first + int64(r.count) - 1}})
	}
	return all
}
