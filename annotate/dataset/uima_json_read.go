package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A casJSON is a file of CAS JSON as it stands there.
type casJSON struct {
	Types   map[string]json.RawMessage `json:"%TYPES"`
	Structs json.RawMessage            `json:"%FEATURE_STRUCTURES"`
	Views   map[string]struct {
		Sofa json.RawMessage `json:"%SOFA"`
	} `json:"%VIEWS"`
}

// initialView is the view that every document has.
const initialView = "_InitialView"

// tooEarly is what is wrong with JSON, in words also where it ends.
func tooEarly(why string) string {
	if why == "unexpected end of JSON input" {
		return "it ends before it is whole"
	}
	return why
}

// casFromJSON is the cas of the first view of a file.
func casFromJSON(_, content string) (*cas, *casTrouble) {
	data := []byte(content)
	var file casJSON
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, &casTrouble{lineAt(data, errorOffset(data, err)), "it is cut off or not CAS JSON: " + tooEarly(notSo(err))}
	}
	r := &casJSONReader{cas: newCAS(), data: data, line: 1, arrays: map[string][]string{}}
	r.base = max(0, bytes.Index(data, file.Structs))
	if err := r.readStructs(file.Structs); err != nil {
		return nil, &casTrouble{r.line, err.Error()}
	}
	if err := r.choose(plain(file.Views[initialView].Sofa)); err != nil {
		return nil, &casTrouble{0, err.Error()}
	}
	for name, t := range file.Types {
		r.declare(name, t)
	}
	return r.cas, nil
}

// lineAt is the line in which an offset lies.
func lineAt(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), int64(len(data)))], []byte("\n"))
}

// errorOffset is where JSON is wrong.
func errorOffset(data []byte, err error) int64 {
	if wrong := (*json.SyntaxError)(nil); errors.As(err, &wrong) {
		return wrong.Offset
	}
	if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
		return wrong.Offset
	}
	return int64(len(data))
}

// A casJSONReader reads the structures of a file.
type casJSONReader struct {
	*cas
	data   []byte
	base   int // of the structures in the file
	at     int // the offset whose line is line
	line   int
	sofas  []casSofaFound
	views  []string            // the text that each structure is of, in their order
	arrays map[string][]string // ids of elements
}

// A casSofaFound is a text of a file.
type casSofaFound struct{ id, name, text string }

// readStructs reads a list of structures, or an object of them by their ids.
func (r *casJSONReader) readStructs(data json.RawMessage) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	open, err := dec.Token()
	if err != nil || open != json.Delim('[') && open != json.Delim('{') {
		return errors.New("there are no structures of features in it")
	}
	for dec.More() {
		id := ""
		if open == json.Delim('{') {
			key, err := dec.Token()
			if err != nil {
				return err
			}
			id, _ = key.(string)
		}
		r.goTo(r.base + int(begin(dec)) + 1)
		var keys map[string]json.RawMessage
		if err := dec.Decode(&keys); err != nil {
			return fmt.Errorf("a structure is none: %s", notSo(err))
		}
		if len(r.structs) > mostStructs {
			return fmt.Errorf("it has more than %d structures; split the article", mostStructs)
		}
		if err := r.readStruct(id, keys); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// goTo counts the lines up to an offset.
func (r *casJSONReader) goTo(offset int) {
	offset = min(max(offset, r.at), len(r.data))
	r.line += bytes.Count(r.data[r.at:offset], []byte("\n"))
	r.at = offset
}

func (r *casJSONReader) readStruct(id string, keys map[string]json.RawMessage) error {
	if own := plain(keys["%ID"]); own != "" {
		id = own
	}
	s := newStruct(id, plain(keys["%TYPE"]))
	s.line = r.line
	if s.kind == "" {
		return fmt.Errorf("the structure %s has no type", id)
	}
	if s.kind == casSofa {
		r.sofas = append(r.sofas, casSofaFound{id, plain(keys["sofaID"]), plain(keys["sofaString"])})
		return nil
	}
	if elements := keys["%ELEMENTS"]; elements != nil {
		var ids []json.RawMessage
		if json.Unmarshal(elements, &ids) == nil && s.kind != "uima.cas.StringArray" {
			for _, one := range ids {
				r.arrays[id] = append(r.arrays[id], plain(one))
			}
		}
		return nil
	}
	view := plain(keys["@sofa"])
	if err := r.readFeatures(s, keys); err != nil {
		return fmt.Errorf("%s %s: %w", shortKind(s.kind), id, err)
	}
	r.views = append(r.views, view)
	r.add(s)
	return nil
}

// readFeatures reads values, references and the place. A name may begin with a
// mark that says how its value is written.
func (r *casJSONReader) readFeatures(s *casStruct, keys map[string]json.RawMessage) error {
	first, second := keys["begin"], keys["end"]
	if first == nil {
		first, second = keys["^begin"], keys["^end"]
	}
	if first != nil || second != nil {
		if json.Unmarshal(first, &s.begin) != nil || json.Unmarshal(second, &s.end) != nil {
			return errors.New("its begin and end are no offsets")
		}
		s.placed = true
	}
	for key, value := range keys {
		name := strings.TrimLeft(key, "@^#")
		switch {
		case key == "" || key[0] == '%' || name == "sofa" || name == "begin" || name == "end" || string(value) == "null":
		case key[0] == '@':
			s.refs[name] = []string{plain(value)}
		default:
			s.values[name] = asText(value)
		}
	}
	return nil
}

// choose takes the text of a view, and leaves out what is of another one. What
// an array holds stands for the array.
func (r *casJSONReader) choose(sofa string) error {
	at := slices.IndexFunc(r.sofas, func(s casSofaFound) bool { return s.id == sofa || sofa == "" && s.name == initialView })
	if at < 0 && len(r.sofas) == 1 {
		at = 0
	}
	if at < 0 {
		return errors.New("there is no text in it: no view, or one without a Sofa")
	}
	r.text = r.sofas[at].text
	var mine []*casStruct
	for i, s := range r.structs {
		if r.views[i] != "" && r.views[i] != r.sofas[at].id {
			continue
		}
		for feature, ids := range s.refs {
			if elements, is := r.arrays[ids[0]]; is {
				s.refs[feature] = elements
			}
		}
		mine = append(mine, s)
	}
	r.structs = mine
	return r.frame()
}

// declare keeps which features of a type hold values.
func (r *casJSONReader) declare(name string, data json.RawMessage) {
	var features map[string]json.RawMessage
	if json.Unmarshal(data, &features) != nil {
		return
	}
	if r.declared == nil {
		r.declared = map[string][]string{}
	}
	for key, value := range sorted(features) {
		var feature struct {
			Range string `json:"%RANGE"`
		}
		if !strings.HasPrefix(key, "%") && json.Unmarshal(value, &feature) == nil && isPrimitive(feature.Range) {
			r.declared[name] = merged(r.declared[name], []string{key})
		}
	}
}
