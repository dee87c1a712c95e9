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

// Joined is one edit that does first e, then f, with e's name. It is meant for
// edits that touch different things.
func (e Edit) Joined(f Edit) Edit {
	e.Spans = e.Spans.joined(f.Spans)
	e.Links = e.Links.joined(f.Links)
	e.Values = e.Values.joined(f.Values)
	return e
}

func (c Change[T]) joined(d Change[T]) Change[T] {
	return Change[T]{slices.Concat(c.Remove, d.Remove), slices.Concat(c.Add, d.Add)}
}

// ErrStale says that an edit does not fit the layer: what it removes is not
// there, or what it adds is there already.
var ErrStale = errors.New("the labels have changed since this edit was made")
