package dataset

import (
	"maps"
	"slices"
	"strings"
)

// recordSets describe the columns of formats that are tables, and the sets.
func (s *sink) recordSets(ids naming) []*object {
	var sets []*object
	add := func(path, name string, fields func(of croissantFields) []*object) {
		id, _ := ids.of(path)
		of := croissantFields{file: id, records: "records/" + id}
		var o object
		o.put("@type", "cr:RecordSet")
		o.put("@id", of.records)
		o.put("name", name)
		o.put("field", fields(of))
		sets = append(sets, &o)
	}
	for _, set := range s.setNames() {
		switch s.format.Name {
		case huggingFace.Name:
			add("data/"+hfSet(set)+"-00000-of-00001.parquet", hfSet(set), hfFields)
		case csvFolder.Name:
			for _, table := range csvTables {
				path := strings.TrimPrefix(set+"/"+table.name, "/")
				add(path+".csv", path, table.fields)
			}
		case jsonl.Name:
			add(set+".jsonl", set, jsonlFields)
		}
	}
	if s.plan != nil {
		sets = append(sets, s.splitRecords())
	}
	return sets
}

// croissantFields make the fields of the records in a file.
type croissantFields struct{ file, records string }

func (of croissantFields) field(name, kind string, from map[string]string) *object {
	types := map[string]string{"string": "sc:Text", "integer": "sc:Integer", "int64": "sc:Integer", "class": "sc:Integer"}
	var o object
	o.put("@type", "cr:Field")
	o.put("@id", of.records+"/"+name)
	o.put("name", name)
	o.put("dataType", types[kind])
	o.put("source", map[string]any{"fileObject": map[string]string{"@id": of.file}, "extract": from})
	return &o
}

func hfFields(of croissantFields) []*object {
	var fields []*object
	for _, c := range hfColumns {
		if c.inner != nil {
			continue
		}
		o := of.field(c.name, c.kind, map[string]string{"column": c.name})
		if c.list {
			o.put("repeated", true)
		}
		fields = append(fields, o)
	}
	return fields
}

func (t csvTable) fields(of croissantFields) []*object {
	var fields []*object
	for _, c := range t.columns {
		fields = append(fields, of.field(c.name, c.kind, map[string]string{"column": c.name}))
	}
	return fields
}

func jsonlFields(of croissantFields) []*object {
	var fields []*object
	for _, name := range []string{"id", "title", "text"} {
		fields = append(fields, of.field(name, "string", map[string]string{"column": name}))
	}
	return fields
}

// splitUses are what sets are for, by how their names begin.
var splitUses = map[string]string{"train": "cr:TrainingSplit", "dev": "cr:ValidationSplit", "val": "cr:ValidationSplit", "test": "cr:TestSplit"}

// splitRecords are the sets themselves.
func (s *sink) splitRecords() *object {
	const records = "splits"
	var data []map[string]string
	known := true
	for _, set := range s.setNames() {
		row := map[string]string{records + "/name": set}
		for _, begin := range slices.Sorted(maps.Keys(splitUses)) {
			if strings.HasPrefix(strings.ToLower(set), begin) {
				row[records+"/url"] = splitUses[begin]
			}
		}
		known = known && len(row) == 2
		data = append(data, row)
	}
	field := func(name string, kinds ...string) map[string]any {
		return map[string]any{"@type": "cr:Field", "@id": records + "/" + name, "name": name, "dataType": kinds}
	}
	fields := []map[string]any{field("name", "sc:Text")}
	if known {
		fields = append(fields, field("url", "sc:URL", "cr:Split"))
	} else {
		for _, row := range data {
			delete(row, records+"/url")
		}
	}
	var o object
	o.put("@type", "cr:RecordSet")
	o.put("@id", records)
	o.put("name", records)
	o.put("dataType", "cr:Split")
	o.put("key", map[string]string{"@id": records + "/name"})
	o.put("field", fields)
	o.put("data", data)
	return &o
}
