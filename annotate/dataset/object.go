package dataset

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// An object is a JSON object that is being written, its keys in the order in
// which they are put.
type object struct {
	out bytes.Buffer
	err error
}

// put adds a key.
func (o *object) put(key string, value any) {
	if o.out.Len() == 0 {
		o.out.WriteByte('{')
	} else {
		o.out.WriteByte(',')
	}
	o.encode(key)
	o.out.WriteByte(':')
	o.encode(value)
}

// encode writes a value without what it takes to stand in a web page. U+2028 and
// U+2029 are escaped all the same.
func (o *object) encode(value any) {
	enc := json.NewEncoder(&o.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil && o.err == nil {
		o.err = err
	}
	o.out.Truncate(len(bytes.TrimRight(o.out.Bytes(), "\n")))
}

// MarshalJSON is the object itself, so that objects can hold objects.
func (o *object) MarshalJSON() ([]byte, error) {
	if o.out.Len() == 0 {
		return []byte("{}"), o.err
	}
	return append(slices.Clone(o.out.Bytes()), '}'), o.err
}

// line is the object as a line of a file.
func (o *object) line() ([]byte, error) {
	data, err := o.MarshalJSON()
	return append(data, '\n'), err
}

// putMeta adds metadata as keys, and those whose names are taken as an object
// under "meta".
func (o *object) putMeta(meta annotate.Meta, taken []string) {
	var nested object
	for _, name := range slices.Sorted(maps.Keys(meta)) {
		if slices.Contains(taken, name) || name == "meta" {
			nested.put(name, meta[name])
			continue
		}
		o.put(name, meta[name])
	}
	if nested.out.Len() > 0 {
		o.put("meta", &nested)
	}
}
