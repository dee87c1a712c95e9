package annotate

import (
	"iter"
	"slices"
	"sort"
)

// parts are a sorted list in parts, none of them empty. A change of a few things copies the parts that
// they are in: of ten thousand spans a few kilobytes, where the whole list is a megabyte. What was made
// at once is one part until it is changed.
type parts[T any] [][]T

// mostInPart is how long a part of a list gets that is changed bit by bit.
const mostInPart = 256

// onePart makes a list one part.
func onePart[T any](list []T) parts[T] {
	if len(list) == 0 {
		return nil
	}
	return parts[T]{list}
}

// count is how many things there are.
func (p parts[T]) count() int {
	n := 0
	for _, part := range p {
		n += len(part)
	}
	return n
}

// all goes through the list. Nothing of it may be changed.
func (p parts[T]) all() iter.Seq2[int, *T] {
	return func(yield func(int, *T) bool) {
		n := 0
		for _, part := range p {
			for i := range part {
				if !yield(n, &part[i]) {
					return
				}
				n++
			}
		}
	}
}

// from goes through the list from a place on.
func (p parts[T]) from(part, at int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for part, first := part, at; part < len(p); part, first = part+1, 0 {
			for at := first; at < len(p[part]); at++ {
				if !yield(&p[part][at]) {
					return
				}
			}
		}
	}
}

// at is the thing before which there are so many. It panics when there are not.
func (p parts[T]) at(i int) *T {
	for _, part := range p {
		if i < len(part) {
			return &part[i]
		}
		i -= len(part)
	}
	panic("annotate: the list is shorter")
}

// whole is the list in one. It must not be changed.
func (p parts[T]) whole() []T {
	if len(p) == 1 {
		return slices.Clip(p[0])
	}
	return slices.Clip(slices.Concat(p...))
}

// place is where the first thing stands that does not come before another, which is what before tells;
// past the last part where all of them do.
func (p parts[T]) place(before func(*T) bool) (part, at int) {
	part = sort.Search(len(p), func(i int) bool { return !before(&p[i][len(p[i])-1]) })
	if part < len(p) {
		at = sort.Search(len(p[part]), func(i int) bool { return !before(&p[part][i]) })
	}
	return part, at
}

// find is the first thing that does not come before another, which is what before tells; nil where all do.
func (p parts[T]) find(before func(*T) bool) *T {
	part, at := p.place(before)
	if part == len(p) {
		return nil
	}
	return &p[part][at]
}

// equal tells whether two lists hold the same, however they are parted. What they share costs nothing.
func (p parts[T]) equal(q parts[T], equal func(a, b T) bool) bool {
	if p.count() != q.count() {
		return false
	}
	var a, b []T
	for len(a)+len(p) > 0 {
		if len(a) == 0 {
			a, p = p[0], p[1:]
		}
		if len(b) == 0 {
			b, q = q[0], q[1:]
		}
		n := min(len(a), len(b))
		if &a[0] != &b[0] && !slices.EqualFunc(a[:n], b[:n], equal) {
			return false
		}
		a, b = a[n:], b[n:]
	}
	return true
}

// divided is the list without long parts, in a table of its own.
func (p parts[T]) divided() parts[T] {
	out := make(parts[T], 0, len(p)+2)
	for _, part := range p {
		if len(part) <= mostInPart {
			out = append(out, part)
			continue
		}
		out = slices.AppendSeq(out, slices.Chunk(part, mostInPart/2))
	}
	return out
}

// without is a divided list without what is at a place. It takes over the table.
func (p parts[T]) without(part, at int) parts[T] {
	rest := slices.Concat(p[part][:at], p[part][at+1:])
	if len(rest) == 0 {
		return slices.Delete(p, part, part+1)
	}
	p[part] = rest
	for _, first := range []int{part, part - 1} {
		if first >= 0 && first+1 < len(p) && len(p[first])+len(p[first+1]) <= mostInPart/2 {
			return slices.Replace(p, first, first+2, slices.Concat(p[first], p[first+1]))
		}
	}
	return p
}

// with is a divided list with one more thing, at a place. It takes over the table.
func (p parts[T]) with(part, at int, one T) parts[T] {
	if len(p) == 0 {
		return parts[T]{{one}}
	}
	if part == len(p) {
		part, at = part-1, len(p[part-1])
	}
	p[part] = slices.Concat(p[part][:at], []T{one}, p[part][at:])
	if n := len(p[part]); n > mostInPart {
		return slices.Replace(p, part, part+1, p[part][:n/2:n/2], p[part][n/2:])
	}
	return p
}
