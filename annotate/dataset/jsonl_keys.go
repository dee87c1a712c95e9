package dataset

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// The keys of layers, spans and links that are read. Case does not matter.
var (
	layerKeys = keysOf(reflect.TypeFor[layerRecord]())
	innerKeys = map[string][]string{
		"spans": keysOf(reflect.TypeFor[annotate.SpanRecord]()),
		"links": keysOf(reflect.TypeFor[annotate.LinkRecord]()),
	}
)

// keysOf are the JSON keys of a struct.
func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		keys = append(keys, name)
	}
	return keys
}

// strangeKeys says which keys in a line's layers, spans and links are not read,
// each once a file.
func (r *jsonlReader) strangeKeys(layers json.RawMessage) []string {
	var words []string
	tell := func(of, key string) {
		if name := of + "." + key; !r.told[name] {
			r.told[name] = true
			words = append(words, fmt.Sprintf("%q of %s was left out, here and in the lines below: the format has no such key", key, of))
		}
	}
	within := ""
	eachKey(layers, func(depth int, key string) {
		switch inner := innerKeys[within]; {
		case depth == layerDepth:
			within = strings.ToLower(key)
			if !hasKey(layerKeys, key) {
				tell("layers", key)
			}
		case depth == spanDepth && inner != nil && !hasKey(inner, key):
			tell(within, key)
		}
	})
	return words
}

func hasKey(keys []string, key string) bool {
	return slices.ContainsFunc(keys, func(k string) bool { return strings.EqualFold(k, key) })
}

// How deep the objects of layers and of spans lie in the list of layers.
const (
	layerDepth = 2
	spanDepth  = 4
)

// eachKey visits the keys of all objects in valid JSON, and how deep they lie.
func eachKey(data []byte, visit func(depth int, key string)) {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '"':
			end := endOfText(data, i)
			if isKey(data, end) {
				var key string
				if json.Unmarshal(data[i:end], &key) == nil {
					visit(depth, key)
				}
			}
			i = end - 1
		}
	}
}

// endOfText is where the text that begins at an offset ends.
func endOfText(data []byte, start int) int {
	for i := start + 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(data)
}

// isKey reports whether a text that ends at an offset is a key.
func isKey(data []byte, end int) bool {
	for _, c := range data[end:] {
		switch c {
		case ' ', '\t', '\r', '\n':
		default:
			return c == ':'
		}
	}
	return false
}
