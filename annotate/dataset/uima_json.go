package dataset

import (
	"strconv"
	"strings"
)

// json is the cas as CAS JSON 0.4.
func (o *casOutput) json() (string, error) {
	var types, views, view, whole object
	for _, t := range o.types {
		types.put(t.name, t.json())
	}
	whole.put("%TYPES", &types)
	var structs []*object
	var members []int
	for i, s := range o.structs {
		structs = append(structs, o.structJSON(i+1, s))
		if i > 0 {
			members = append(members, i+1)
		}
	}
	whole.put("%FEATURE_STRUCTURES", structs)
	view.put("%SOFA", 1)
	view.put("%MEMBERS", members)
	views.put("_InitialView", &view)
	whole.put("%VIEWS", &views)
	line, err := whole.line()
	// a line for each structure, for people and for diffs
	return strings.ReplaceAll(strings.ReplaceAll(string(line), `{"%ID"`, "\n"+`{"%ID"`), `"%VIEWS"`, "\n"+`"%VIEWS"`), err
}

func (t casType) json() *object {
	var o object
	o.put("%NAME", t.name)
	o.put("%SUPER_TYPE", t.super)
	for _, f := range t.features {
		var feature object
		feature.put("%NAME", f[0])
		feature.put("%RANGE", f[1])
		o.put(f[0], &feature)
	}
	return &o
}

func (o *casOutput) structJSON(id int, s *casStruct) *object {
	var out object
	out.put("%ID", id)
	out.put("%TYPE", s.kind)
	if s.kind == casSofa {
		out.put("sofaNum", 1)
		out.put("sofaID", "_InitialView")
		out.put("mimeType", "text")
		out.put("sofaString", o.text)
		return &out
	}
	out.put("@sofa", 1)
	if s.placed {
		out.put("begin", s.begin)
		out.put("end", s.end)
	}
	for feature, value := range sorted(s.values) {
		out.put(feature, value)
	}
	for feature, ids := range sorted(s.refs) {
		if n, err := strconv.Atoi(ids[0]); err == nil {
			out.put("@"+feature, n)
		}
	}
	return &out
}
