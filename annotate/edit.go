package annotate

import (
	"errors"
	"slices"
)

// An Edit changes a layer: every change an author can make is one, and can be
// undone. What changes is removed and added again with the same ID.
type Edit struct {
	Name   string // as the Undo menu shows it: "Label as actor"
	Spans  Change[Span]
	Links  Change[Link]
	Values Change[Value]
}

// A Change is what is taken away and what is put in its place.
type Change[T any] struct{ Remove, Add []T }

// Inverse undoes the edit.
func (e Edit) Inverse() Edit {
	e.Spans.Remove, e.Spans.Add = e.Spans.Add, e.Spans.Remove
	e.Links.Remove, e.Links.Add = e.Links.Add, e.Links.Remove
	e.Values.Remove, e.Values.Add = e.Values.Add, e.Values.Remove
	return e
}

// Empty reports whether the edit changes nothing.
func (e Edit) Empty() bool {
	return len(e.Spans.Remove)+len(e.Spans.Add)+len(e.Links.Remove)+len(e.Links.Add)+
		len(e.Values.Remove)+len(e.Values.Add) == 0
}

// Then is one edit that does what e and then f do, with e's name. What e adds
// and f removes is in neither list; what comes back as it was is not touched.
func (e Edit) Then(f Edit) Edit {
	e.Spans = spanSorting.then(e.Spans, f.Spans)
	e.Links = linkSorting.then(e.Links, f.Links)
	e.Values = valueSorting.then(e.Values, f.Values)
	return e
}

// then composes two changes.
func (s sorting[T]) then(c, d Change[T]) Change[T] {
	added, removed := s.byKey(c.Add), s.byKey(d.Remove)
	both := Change[T]{Remove: slices.Clone(c.Remove)}
	for _, r := range d.Remove {
		if _, ours := added[s.key(&r)]; !ours {
			both.Remove = append(both.Remove, r)
		}
	}
	for _, a := range c.Add {
		if _, gone := removed[s.key(&a)]; !gone {
			both.Add = append(both.Add, a)
		}
	}
	both.Add = append(both.Add, d.Add...)
	return s.settled(both)
}

// settled leaves out what is removed and added again as it was.
func (s sorting[T]) settled(c Change[T]) Change[T] {
	added, removed := s.byKey(c.Add), s.byKey(c.Remove)
	unchanged := func(t T) bool {
		a, isAdded := added[s.key(&t)]
		r, isRemoved := removed[s.key(&t)]
		return isAdded && isRemoved && s.equal(a, r)
	}
	return Change[T]{slices.DeleteFunc(c.Remove, unchanged), slices.DeleteFunc(c.Add, unchanged)}
}

func (s sorting[T]) byKey(list []T) map[string]T {
	m := make(map[string]T, len(list))
	for _, t := range list {
		m[s.key(&t)] = t
	}
	return m
}

// ErrStale says that an edit does not fit the layer: what it removes is not
// there, or what it adds is there already.
var ErrStale = errors.New("the labels have changed since this edit was made")
