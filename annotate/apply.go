package annotate

import (
	"fmt"
	"slices"
	"strings"
)

// A sorting is how things of a kind are ordered and told apart. Those that compare as the same have the same key.
type sorting[T any] struct {
	compare func(a, b T) int
	equal   func(a, b T) bool
	key     func(*T) string
}

var (
	spanSorting  = sorting[Span]{Span.Compare, Span.Equal, func(s *Span) string { return string(s.ID) }}
	linkSorting  = sorting[Link]{Link.Compare, same[Link], func(k *Link) string { return string(k.ID) }}
	valueSorting = sorting[Value]{func(v, w Value) int { return strings.Compare(v.Name, w.Name) }, same[Value], func(v *Value) string { return v.Name }}
)

func same[T comparable](a, b T) bool { return a == b }

// few is how many things are taken out or put in one by one, and among how many a key is looked for without hashing.
const few = 8

// apply makes a new list out of a list and a change.
func (s sorting[T]) apply(list parts[T], c Change[T]) (parts[T], error) {
	switch {
	case len(c.Remove)+len(c.Add) == 0:
		return list, nil
	case len(c.Remove) > few || len(c.Add) > few:
		return s.applyMany(list, c)
	}
	list = list.divided()
	for _, one := range c.Remove {
		part, at := s.place(list, one)
		if part == len(list) || !s.equal(list[part][at], one) {
			return nil, notThere(s.key(&one))
		}
		list = list.without(part, at)
	}
	if k, twice := s.repeated(list, c.Add); twice {
		return nil, isThere(k)
	}
	for _, one := range c.Add {
		part, at := s.place(list, one)
		list = list.with(part, at, one)
	}
	return list, nil
}

// place is where a thing stands, or would stand.
func (s sorting[T]) place(list parts[T], one T) (part, at int) {
	return list.place(func(other *T) bool { return s.compare(*other, one) < 0 })
}

// applyMany is apply for a change of any number of things.
func (s sorting[T]) applyMany(list parts[T], c Change[T]) (parts[T], error) {
	out := make([]T, 0, max(0, list.count()-len(c.Remove)+len(c.Add)))
	gone := s.keyed(c.Remove)
	for _, have := range list.all() {
		if at := gone.find(s.key(have)); at >= 0 && s.equal(*have, c.Remove[at]) {
			gone.drop(at)
			continue
		}
		out = append(out, *have)
	}
	if i := slices.Index(gone.dropped, false); i >= 0 {
		return nil, notThere(gone.keys[i])
	}
	if k, twice := s.repeated(onePart(out), c.Add); twice {
		return nil, isThere(k)
	}
	if len(c.Add) > 0 {
		out = append(out, c.Add...)
		slices.SortFunc(out, s.compare)
	}
	return onePart(out), nil
}

// repeated finds a key that occurs twice once add is in.
func (s sorting[T]) repeated(list parts[T], add []T) (string, bool) {
	if len(add) == 0 {
		return "", false
	}
	added := s.keyed(add)
	for i, k := range added.keys {
		if added.find(k) != i {
			return k, true
		}
	}
	for _, have := range list.all() {
		if k := s.key(have); added.find(k) >= 0 {
			return k, true
		}
	}
	return "", false
}

func notThere(key string) error { return fmt.Errorf("%s is not there any more: %w", key, ErrStale) }

func isThere(key string) error { return fmt.Errorf("%s is there already: %w", key, ErrStale) }

// keys find things by key. Of a few they are compared one by one, which among
// thousands takes a fraction of the time that hashing does.
type keys struct {
	keys    []string
	dropped []bool
	places  map[string]int // nil for a few
}

func (s sorting[T]) keyed(list []T) keys {
	k := keys{keys: make([]string, len(list)), dropped: make([]bool, len(list))}
	for i := range list {
		k.keys[i] = s.key(&list[i])
	}
	if len(list) > few {
		k.places = make(map[string]int, len(list))
		for i, one := range k.keys {
			k.places[one] = i
		}
	}
	return k
}

// find is where a key stands that was not dropped; -1 when it does not.
func (k keys) find(one string) int {
	i, there := k.places[one]
	if k.places == nil {
		i = slices.Index(k.keys, one)
		there = i >= 0
	}
	if there && !k.dropped[i] {
		return i
	}
	return -1
}

func (k keys) drop(i int) { k.dropped[i] = true }
