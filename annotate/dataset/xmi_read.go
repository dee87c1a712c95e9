package dataset

import (
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An xmiReader makes a cas of an XMI file. What an attribute holds is not known
// before all structures and the type system are.
type xmiReader struct {
	*cas
	sofas map[string]*casStruct
	order []string // of the sofas
}

// parse reads the structures, all features as values. Elements inside of one
// are its features too.
func (r *xmiReader) parse(content string) *casTrouble {
	dec := xmlDecoder(content)
	var open []xml.StartElement
	var inside *casStruct
	for {
		token, err := dec.Token()
		line, _ := dec.InputPos()
		if err != nil && len(open) == 0 && inside != nil {
			return nil
		}
		if err != nil {
			return &casTrouble{line, "it is cut off or not XML: " + xmlWords(err)}
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Copy())
			if len(open) == 2 {
				if inside, err = r.element(token, line); err != nil {
					return &casTrouble{line, err.Error()}
				}
			}
		case xml.EndElement:
			open = open[:max(0, len(open)-1)]
		case xml.CharData:
			if len(open) == 3 {
				name := open[2].Name.Local
				inside.values[name] = strings.TrimPrefix(inside.values[name]+" "+string(token), " ")
			}
		}
	}
}

// element is the structure of an element.
func (r *xmiReader) element(e xml.StartElement, line int) (*casStruct, error) {
	if len(r.structs) > mostStructs {
		return nil, fmt.Errorf("it has more than %d structures; split the article", mostStructs)
	}
	s := newStruct("", xmiKind(e.Name))
	s.line = line
	places := 0
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "id":
			if a.Name.Space != "" {
				s.id = a.Value
				continue
			}
			s.values["id"] = a.Value
		case "begin", "end":
			n, err := strconv.Atoi(a.Value)
			if err != nil {
				return nil, fmt.Errorf("%s %s: “%s” is no offset", shortKind(s.kind), s.id, shorten(a.Value, 30))
			}
			if places++; a.Name.Local == "begin" {
				s.begin = n
			} else {
				s.end = n
			}
		default:
			s.values[a.Name.Local] = a.Value
		}
	}
	s.placed = places == 2
	if s.kind == casSofa {
		r.sofas[s.id], r.order = s, append(r.order, s.id)
		return s, nil
	}
	return r.add(s), nil
}

// xmiKind is the type that an element stands for: that of
// {http:///webanno/custom.ecore}Span is webanno.custom.Span.
func xmiKind(name xml.Name) string {
	space := strings.TrimSuffix(strings.TrimLeft(strings.TrimPrefix(name.Space, "http:"), "/"), ".ecore")
	if space == "" || space == "noNamespace" {
		return name.Local
	}
	return strings.ReplaceAll(space, "/", ".") + "." + name.Local
}

// resolve takes the text of the first view, leaves out what is of another, and
// tells references from values.
func (r *xmiReader) resolve() error {
	if len(r.order) == 0 {
		return errors.New("there is no text in it: no element Sofa")
	}
	sofa := r.sofas[r.order[0]]
	for _, id := range r.order {
		if r.sofas[id].values["sofaID"] == initialView {
			sofa = r.sofas[id]
		}
	}
	r.text = sofa.values["sofaString"]
	r.structs = slices.DeleteFunc(r.structs, func(s *casStruct) bool {
		other := s.values["sofa"] != "" && s.values["sofa"] != sofa.id
		delete(s.values, "sofa")
		return other || strings.HasPrefix(s.kind, "uima.cas.") && s.kind != casSofa && s.kind != "uima.cas.FSArray"
	})
	for _, s := range r.structs {
		for feature, value := range sorted(s.values) {
			if ids := r.referred(s, feature, value); ids != nil {
				s.refs[feature] = ids
				delete(s.values, feature)
			}
		}
	}
	return r.frame()
}

// xmiRefs are features that always refer to other structures.
var xmiRefs = []string{casSource, casTarget, "next", "first", "target", "pos", "lemma", "stem", "morph"}

// referred are the ids that a feature refers to; nil if it holds a value. Where
// the type system does not tell, ids of slots are references.
func (r *xmiReader) referred(s *casStruct, feature, value string) []string {
	if slices.Contains(r.declared[s.kind], feature) || s.kind == "uima.cas.FSArray" {
		return nil
	}
	ids := strings.Fields(value)
	if len(ids) == 0 || slices.ContainsFunc(ids, func(id string) bool { return r.byID[id] == nil }) {
		return nil
	}
	if array := r.byID[ids[0]]; len(ids) == 1 && array.kind == "uima.cas.FSArray" {
		return strings.Fields(array.values["elements"])
	}
	_, known := r.declared[s.kind]
	slots := !slices.ContainsFunc(ids, func(id string) bool {
		slot := r.byID[id]
		return slot.placed || slot.values["target"] == "" && slot.refs["target"] == nil
	})
	if known || slots || slices.Contains(xmiRefs, feature) {
		return ids
	}
	return nil
}
