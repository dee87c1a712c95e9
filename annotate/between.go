package annotate

import "slices"

// Between is the edit that makes of what one layer holds what another does, of
// the same text. It is empty when they hold the same. Bringing back an earlier
// state is doing the edit between the state now and that one.
func Between(from, to Layer) Edit {
	return Edit{
		Spans:  between(from.Spans(), to.Spans(), func(s Span) ID { return s.ID }, Span.Equal),
		Links:  between(from.Links(), to.Links(), func(l Link) ID { return l.ID }, same),
		Values: between(from.Values(), to.Values(), func(v Value) string { return v.Name }, same),
	}
}

func between[T any, K comparable](from, to []T, key func(T) K, equal func(a, b T) bool) Change[T] {
	c := settled(Change[T]{slices.Clone(from), slices.Clone(to)}, key, equal)
	if len(c.Remove) == 0 {
		c.Remove = nil
	}
	if len(c.Add) == 0 {
		c.Add = nil
	}
	return c
}
