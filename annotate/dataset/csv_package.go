package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A csvPackage is what datapackage.json says.
type csvPackage struct {
	Resources []struct {
		Name string `json:"name"`
		Path string `json:"path"`
	} `json:"resources"`
	Ours *struct {
		Version string           `json:"version"`
		Scheme  *annotate.Scheme `json:"scheme"`
	} `json:"glossator"`
}

// readPackage reads a description with our tables.
func readPackage(path string) (csvPackage, error) {
	var p csvPackage
	content, _, why := readWhole(path)
	if why != "" {
		return p, errors.New(why)
	}
	if json.Unmarshal([]byte(content), &p) != nil {
		return p, errors.New("it is cut off, or no description of a data package")
	}
	if p.path("articles") == "" || p.path("layers") == "" || p.path("spans") == "" {
		return p, errors.New("it describes a data package without the tables articles, layers and spans")
	}
	for _, r := range p.Resources {
		if !filepath.IsLocal(filepath.FromSlash(r.Path)) && r.Path != "" {
			return p, fmt.Errorf("it names the file %q, which does not lie in its folder", r.Path)
		}
	}
	if p.Ours == nil {
		return p, nil
	}
	version, _ := json.Marshal(p.Ours.Version)
	if p.Ours.Scheme == nil {
		return p, checkVersion(version)
	}
	return p, errors.Join(checkVersion(version), p.Ours.Scheme.Check())
}

// path is where a table lies; empty if it is not there.
func (p csvPackage) path(table string) string {
	for _, r := range p.Resources {
		if r.Name == table {
			return filepath.FromSlash(r.Path)
		}
	}
	return ""
}

func (p csvPackage) paths() []string {
	var paths []string
	for _, r := range p.Resources {
		paths = append(paths, filepath.FromSlash(r.Path))
	}
	return paths
}

// describe is what datapackage.json says of the tables that were written.
func describe(files map[string]*csvFile, scheme *annotate.Scheme, licence string) (*object, error) {
	var o, ours object
	o.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
	o.put("name", "glossator-dataset")
	o.put("title", "Labelled articles")
	if licenceCode.MatchString(strings.ToLower(licence)) {
		o.put("licenses", []map[string]string{{"name": licence}})
	}
	var resources []*object
	for _, table := range csvTables {
		resources = append(resources, table.describe(files[table.name]))
	}
	o.put("resources", resources)
	record, err := schemeRecord(scheme)
	ours.put("version", jsonlVersion)
	ours.put("scheme", record)
	o.put("glossator", &ours)
	return &o, err
}

func (t csvTable) describe(f *csvFile) *object {
	var o, schema object
	o.put("name", t.name)
	o.put("path", t.name+".csv")
	o.put("type", "table")
	o.put("description", t.about)
	o.put("format", "csv")
	o.put("mediatype", "text/csv")
	o.put("encoding", "utf-8")
	o.put("bytes", f.bytes)
	o.put("hash", fmt.Sprintf("sha256:%x", f.hash.Sum(nil)))
	var fields []*object
	for _, c := range t.columns {
		var field object
		field.put("name", c.name)
		field.put("type", c.kind)
		field.put("description", c.about)
		if !c.may {
			field.put("constraints", map[string]bool{"required": true})
		}
		fields = append(fields, &field)
	}
	schema.put("fields", fields)
	schema.put("missingValues", []string{}) // an empty text is one
	schema.put("primaryKey", t.key)
	var keys []*object
	for _, ref := range t.refs {
		var key, to object
		to.put("resource", ref.table)
		to.put("fields", ref.to)
		key.put("fields", ref.columns)
		key.put("reference", &to)
		keys = append(keys, &key)
	}
	if len(keys) > 0 {
		schema.put("foreignKeys", keys)
	}
	o.put("schema", &schema)
	return &o
}
