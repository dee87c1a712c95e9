package dataset

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"github.com/glossator/glossator/annotate"
)

// A layerKey is whose layer of which article a file holds.
type layerKey struct {
	article annotate.ID
	author  annotate.Author
}

// A layerPlace is where a layer was read, and what was in it.
type layerPlace struct {
	line, index int
	content     [sha256.Size]byte
}

// checkTwice refuses a second layer of one author on one article: a project has
// one, and which of the two says what the author meant nobody can tell. The same
// layer again is harmless.
func (r *jsonlReader) checkTwice(line, index int, layer annotate.Layer) error {
	key := layerKey{layer.Article, layer.Author}
	if key.author.ID != "" {
		key.author.Name = ""
	}
	is := layerPlace{line, index, contentOf(layer)}
	was, there := r.layers[key]
	switch {
	case !there:
		r.layers[key] = is
	case was.line == line:
		return fmt.Errorf("%s has two layers on this article, the %s and the %s; join them, or give one of them another author", layer.Author.Name, ordinal(was.index), ordinal(index))
	case was.content != is.content:
		return fmt.Errorf("%s has another layer on this article in line %d; join them, or give one of them another author", layer.Author.Name, was.line)
	}
	return nil
}

// contentOf hashes what a layer holds.
func contentOf(layer annotate.Layer) [sha256.Size]byte {
	h := sha256.New()
	enc := json.NewEncoder(h)
	for _, part := range []any{layer.Spans(), layer.Links(), layer.Values()} {
		_ = enc.Encode(part) // a hash takes everything
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// ordinal is a place in a list, from 0, in words.
func ordinal(i int) string {
	switch n := i + 1; {
	case n%10 == 1 && n%100 != 11:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2 && n%100 != 12:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3 && n%100 != 13:
		return fmt.Sprintf("%drd", n)
	default:
		return fmt.Sprintf("%dth", n)
	}
}
