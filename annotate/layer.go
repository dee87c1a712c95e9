package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Layer is one author's work on one article. It is a value: [Layer.Apply]
// returns a new one and leaves the old as it was.
type Layer struct {
	ID      ID
	Article ID
	Author  Author

	spans  []Span  // in reading order
	links  []Link  // by their ends
	values []Value // by name
}

// NewLayer is an author's empty layer.
func NewLayer(article ID, author Author) Layer {
	return Layer{ID: NewID(), Article: article, Author: author}
}

// With is the layer with these spans, links and values and no others. It fails
// with ErrStale when an ID or a value's name occurs twice, or a link's end is
// not among the spans.
func (l Layer) With(spans []Span, links []Link, values []Value) (Layer, error) {
	l.spans, l.links, l.values = nil, nil, nil
	return l.Apply(Edit{Spans: Change[Span]{Add: spans}, Links: Change[Link]{Add: links}, Values: Change[Value]{Add: values}})
}

// Spans are the layer's spans in reading order. The slice must not be changed.
func (l Layer) Spans() []Span { return l.spans }

// Links are the layer's links, by their ends. The slice must not be changed.
func (l Layer) Links() []Link { return l.links }

// Values are the article-level values, by name; the status and the note are
// among them. The slice must not be changed.
func (l Layer) Values() []Value { return l.values }

// Span finds a span by its ID.
func (l Layer) Span(id ID) (Span, bool) {
	if id == "" {
		return Span{}, false
	}
	for i := range l.spans {
		if l.spans[i].ID == id {
			return l.spans[i], true
		}
	}
	return Span{}, false
}

// LinksOf are the links that begin or end at a span.
func (l Layer) LinksOf(span ID) []Link {
	var links []Link
	for _, k := range l.links {
		if k.From == span || k.To == span {
			links = append(links, k)
		}
	}
	return links
}

// Value is the text of an article-level value, and whether there is one.
func (l Layer) Value(name string) (string, bool) {
	i, found := slices.BinarySearchFunc(l.values, name, func(v Value, name string) int { return strings.Compare(v.Name, name) })
	if !found {
		return "", false
	}
	return l.values[i].Text, true
}

// Status is how far the author is; New if nothing says otherwise.
func (l Layer) Status() Status {
	text, _ := l.Value(StatusValue)
	return cmp.Or(Status(text), New)
}

// Note is the author's note on the article.
func (l Layer) Note() string {
	text, _ := l.Value(NoteValue)
	return text
}

// Equal reports whether two layers hold the same, IDs included.
func (l Layer) Equal(m Layer) bool {
	return l.ID == m.ID && l.Article == m.Article && l.Author == m.Author &&
		slices.EqualFunc(l.spans, m.spans, Span.Equal) &&
		slices.Equal(l.links, m.links) && slices.Equal(l.values, m.values)
}

// Apply is the layer after an edit. It fails with ErrStale, and changes
// nothing, when the edit does not fit.
func (l Layer) Apply(e Edit) (Layer, error) {
	var err error
	if l.spans, err = apply(l.spans, e.Spans, Span.Compare, Span.Equal, func(s *Span) string { return string(s.ID) }); err != nil {
		return Layer{}, fmt.Errorf("span %w", err)
	}
	if l.links, err = apply(l.links, e.Links, Link.Compare, same, func(k *Link) string { return string(k.ID) }); err != nil {
		return Layer{}, fmt.Errorf("link %w", err)
	}
	byName := func(v, w Value) int { return strings.Compare(v.Name, w.Name) }
	if l.values, err = apply(l.values, e.Values, byName, same, func(v *Value) string { return v.Name }); err != nil {
		return Layer{}, fmt.Errorf("value %w", err)
	}
	return l, l.checkEnds(e)
}

// checkEnds makes sure that every link still has both its spans.
func (l Layer) checkEnds(e Edit) error {
	if len(l.links) == 0 || len(e.Spans.Remove) == 0 && len(e.Links.Add) == 0 {
		return nil
	}
	ids := make(map[ID]bool, len(l.spans))
	for i := range l.spans {
		ids[l.spans[i].ID] = true
	}
	for _, k := range l.links {
		if !ids[k.From] || !ids[k.To] {
			return fmt.Errorf("link %s: a span that it joins is not there: %w", k.ID, ErrStale)
		}
	}
	return nil
}

func same[T comparable](a, b T) bool { return a == b }

// apply makes a new sorted list out of a sorted list and a change.
func apply[T any](list []T, c Change[T], compare func(a, b T) int, equal func(a, b T) bool, key func(*T) string) ([]T, error) {
	if len(c.Remove)+len(c.Add) == 0 {
		return list, nil
	}
	out := make([]T, 0, max(0, len(list)-len(c.Remove)+len(c.Add)))
	if len(c.Remove) <= few {
		places, err := placesOf(list, c.Remove, compare, equal, key)
		if err != nil {
			return nil, err
		}
		from := 0
		for _, at := range places {
			out = append(out, list[from:at]...)
			from = at + 1
		}
		return insert(append(out, list[from:]...), c.Add, compare, key)
	}
	gone := keyed(c.Remove, key)
	for i := range list {
		have := &list[i]
		if at := gone.find(key(have)); at >= 0 && equal(*have, c.Remove[at]) {
			gone.drop(at)
			continue
		}
		out = append(out, *have)
	}
	if i := slices.Index(gone.dropped, false); i >= 0 {
		return nil, notThere(gone.keys[i])
	}
	return insert(out, c.Add, compare, key)
}

func notThere(key string) error { return fmt.Errorf("%s is not there any more: %w", key, ErrStale) }

// placesOf finds where a few things are in a sorted list, in order.
func placesOf[T any](list, few []T, compare func(a, b T) int, equal func(a, b T) bool, key func(*T) string) ([]int, error) {
	places := make([]int, 0, len(few))
	for _, one := range few {
		at, _ := slices.BinarySearchFunc(list, one, compare)
		for at < len(list) && !equal(list[at], one) && compare(list[at], one) == 0 {
			at++
		}
		if at == len(list) || !equal(list[at], one) || slices.Contains(places, at) {
			return nil, notThere(key(&one))
		}
		places = append(places, at)
	}
	slices.Sort(places)
	return places, nil
}

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

// few is how many additions are put in place one by one; more are sorted in.
const few = 8

func insert[T any](out, add []T, compare func(a, b T) int, key func(*T) string) ([]T, error) {
	if len(add) == 0 {
		return out, nil
	}
	if k, twice := repeated(out, add, key); twice {
		return nil, fmt.Errorf("%s is there already: %w", k, ErrStale)
	}
	if len(add) > few {
		out = append(out, add...)
		slices.SortFunc(out, compare)
		return out, nil
	}
	for _, a := range add {
		i, _ := slices.BinarySearchFunc(out, a, compare)
		out = slices.Insert(out, i, a)
	}
	return out, nil
}

// repeated finds a key that occurs twice once add is in.
func repeated[T any](out, add []T, key func(*T) string) (string, bool) {
	added := keyed(add, key)
	for i, k := range added.keys {
		if added.find(k) != i {
			return k, true
		}
	}
	for i := range out {
		if k := key(&out[i]); added.find(k) >= 0 {
			return k, true
		}
	}
	return "", false
}
