package annotate

import "fmt"

// A Range is the half-open stretch [Start, End) of an article's text, in
// bytes. The zero value is the empty stretch before the first byte.
type Range struct{ Start, End int }

// Len is the length in bytes.
func (r Range) Len() int { return r.End - r.Start }

// Empty reports whether there is nothing in it: a caret.
func (r Range) Empty() bool { return r.Start >= r.End }

// Contains reports whether all of s lies in r.
func (r Range) Contains(s Range) bool { return r.Start <= s.Start && s.End <= r.End }

// Holds reports whether the byte at offset lies in r.
func (r Range) Holds(offset int) bool { return r.Start <= offset && offset < r.End }

// Overlaps reports whether r and s share a byte.
func (r Range) Overlaps(s Range) bool {
	return max(r.Start, s.Start) < min(r.End, s.End)
}

// Shared is what r and s have in common; where they share nothing it is empty.
func (r Range) Shared(s Range) Range {
	start := max(r.Start, s.Start)
	return Range{start, max(start, min(r.End, s.End))}
}

// Compare orders ranges as one reads them: by start, and of those that start
// together the longest, which holds the others, first.
func (r Range) Compare(s Range) int {
	if r.Start != s.Start {
		return r.Start - s.Start
	}
	return s.End - r.End
}

// String is for tests and messages to developers.
func (r Range) String() string { return fmt.Sprintf("[%d,%d)", r.Start, r.End) }
