package annotate

import (
	"fmt"
	"slices"
)

func same[T comparable](a, b T) bool { return a == b }

// apply makes a new sorted list out of a sorted list and a change. Things that compare as the same have the same key.
func apply[T any](list pieces[T], c Change[T], compare func(a, b T) int, equal func(a, b T) bool, key func(*T) string) (pieces[T], error) {
	switch {
	case len(c.Remove)+len(c.Add) == 0:
		return list, nil
	case len(c.Remove) > few || len(c.Add) > few:
		return applyMany(list, c, compare, equal, key)
	}
	list = list.divided()
	place := func(one T) (int, int) { return list.place(func(other *T) bool { return compare(*other, one) < 0 }) }
	for _, one := range c.Remove {
		piece, at := place(one)
		if piece == len(list) || !equal(list[piece][at], one) {
			return nil, notThere(key(&one))
		}
		list = list.without(piece, at)
	}
	if k, twice := repeated(list, c.Add, key); twice {
		return nil, isThere(k)
	}
	for _, one := range c.Add {
		piece, at := place(one)
		list = list.with(piece, at, one)
	}
	return list, nil
}

// few is how many things are taken out or put in one by one.
const few = 8

// applyMany is apply for a change of any number of things.
func applyMany[T any](list pieces[T], c Change[T], compare func(a, b T) int, equal func(a, b T) bool, key func(*T) string) (pieces[T], error) {
	out := make([]T, 0, max(0, list.count()-len(c.Remove)+len(c.Add)))
	gone := keyed(c.Remove, key)
	for _, have := range list.all() {
		if at := gone.find(key(have)); at >= 0 && equal(*have, c.Remove[at]) {
			gone.drop(at)
			continue
		}
		out = append(out, *have)
	}
	if i := slices.Index(gone.dropped, false); i >= 0 {
		return nil, notThere(gone.keys[i])
	}
	if k, twice := repeated(piece(out), c.Add, key); twice {
		return nil, isThere(k)
	}
	if len(c.Add) > 0 {
		out = append(out, c.Add...)
		slices.SortFunc(out, compare)
	}
	return piece(out), nil
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

func keyed[T any](list []T, key func(*T) string) keys {
	k := keys{keys: make([]string, len(list)), dropped: make([]bool, len(list))}
	for i := range list {
		k.keys[i] = key(&list[i])
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

// repeated finds a key that occurs twice once add is in.
func repeated[T any](list pieces[T], add []T, key func(*T) string) (string, bool) {
	added := keyed(add, key)
	for i, k := range added.keys {
		if added.find(k) != i {
			return k, true
		}
	}
	if len(add) == 0 {
		return "", false
	}
	for _, have := range list.all() {
		if k := key(have); added.find(k) >= 0 {
			return k, true
		}
	}
	return "", false
}
