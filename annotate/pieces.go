package annotate

import (
	"iter"
	"slices"
	"sort"
)

// pieces are a sorted list in parts, none of them empty. A change of a few things copies the parts that
// they are in: of ten thousand spans a few kilobytes, where the whole list is a megabyte. What was made
// at once is one piece until it is changed.
type pieces[T any] [][]T

// mostInPiece is how long a piece of a list gets that is changed bit by bit.
const mostInPiece = 256

// piece makes a list one piece.
func piece[T any](list []T) pieces[T] {
	if len(list) == 0 {
		return nil
	}
	return pieces[T]{list}
}

// count is how many things there are.
func (p pieces[T]) count() int {
	n := 0
	for _, piece := range p {
		n += len(piece)
	}
	return n
}

// all goes through the list. Nothing of it may be changed.
func (p pieces[T]) all() iter.Seq2[int, *T] {
	return func(yield func(int, *T) bool) {
		n := 0
		for _, piece := range p {
			for i := range piece {
				if !yield(n, &piece[i]) {
					return
				}
				n++
			}
		}
	}
}

// from goes through the list from a place on.
func (p pieces[T]) from(piece, at int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for ; piece < len(p); piece, at = piece+1, 0 {
			for ; at < len(p[piece]); at++ {
				if !yield(&p[piece][at]) {
					return
				}
			}
		}
	}
}

// at is the thing before which there are so many. It panics when there are not.
func (p pieces[T]) at(i int) *T {
	for _, piece := range p {
		if i < len(piece) {
			return &piece[i]
		}
		i -= len(piece)
	}
	panic("annotate: the list is shorter")
}

// whole is the list in one. It must not be changed.
func (p pieces[T]) whole() []T {
	if len(p) == 1 {
		return p[0]
	}
	return slices.Concat(p...)
}

// place is where the first thing stands that does not come before another, which is what before tells;
// past the last piece where all of them do.
func (p pieces[T]) place(before func(*T) bool) (piece, at int) {
	piece = sort.Search(len(p), func(i int) bool { return !before(&p[i][len(p[i])-1]) })
	if piece < len(p) {
		at = sort.Search(len(p[piece]), func(i int) bool { return !before(&p[piece][i]) })
	}
	return piece, at
}

// equal tells whether two lists hold the same, however they are parted. What they share costs nothing.
func (p pieces[T]) equal(q pieces[T], equal func(a, b T) bool) bool {
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

// divided is the list without long pieces, in a table of its own.
func (p pieces[T]) divided() pieces[T] {
	out := make(pieces[T], 0, len(p)+2)
	for _, piece := range p {
		if len(piece) <= mostInPiece {
			out = append(out, piece)
			continue
		}
		out = slices.AppendSeq(out, slices.Chunk(piece, mostInPiece/2))
	}
	return out
}

// without is a divided list without what is at a place. It takes over the table.
func (p pieces[T]) without(piece, at int) pieces[T] {
	rest := slices.Concat(p[piece][:at], p[piece][at+1:])
	if len(rest) == 0 {
		return slices.Delete(p, piece, piece+1)
	}
	if next := piece + 1; next < len(p) && len(rest)+len(p[next]) <= mostInPiece/2 {
		return slices.Replace(p, piece, next+1, slices.Concat(rest, p[next]))
	}
	p[piece] = rest
	return p
}

// with is a divided list with one more thing, at a place. It takes over the table.
func (p pieces[T]) with(piece, at int, one T) pieces[T] {
	if len(p) == 0 {
		return pieces[T]{{one}}
	}
	if piece == len(p) {
		piece, at = piece-1, len(p[piece-1])
	}
	p[piece] = slices.Concat(p[piece][:at], []T{one}, p[piece][at:])
	if n := len(p[piece]); n > mostInPiece {
		return slices.Replace(p, piece, piece+1, p[piece][:n/2], p[piece][n/2:])
	}
	return p
}
