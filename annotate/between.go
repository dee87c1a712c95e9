package annotate

import "slices"

// Between is the edit that makes of what one layer holds what another does, of
// the same text. It is empty when they hold the same. Bringing back an earlier
// state is doing the edit between the state now and that one.
func Between(from, to Layer) Edit {
	return Edit{
		Spans:  spanSorting.between(from.Spans(), to.Spans()),
		Links:  linkSorting.between(from.Links(), to.Links()),
		Values: valueSorting.between(from.Values(), to.Values()),
	}
}

func (s sorting[T]) between(from, to []T) Change[T] {
	c := s.settled(Change[T]{slices.Clone(from), slices.Clone(to)})
	if len(c.Remove) == 0 {
		c.Remove = nil
	}
	if len(c.Add) == 0 {
		c.Add = nil
	}
	return c
}
