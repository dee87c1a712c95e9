package dataset

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// A described is what croissant.json says, as far as its rules go.
type described struct {
	Type, Name, Description, License, URL, DatePublished, Version, CiteAs, ConformsTo string
	Creator                                                                           map[string]string
	Context                                                                           map[string]any `json:"@context"`
	Kind                                                                              string         `json:"@type"`
	Distribution                                                                      []struct {
		ID                                                    string `json:"@id"`
		Kind                                                  string `json:"@type"`
		Name, ContentURL, ContentSize, EncodingFormat, SHA256 string
	}
	RecordSet []struct {
		ID       string `json:"@id"`
		Kind     string `json:"@type"`
		DataType string
		Field    []struct {
			ID       string `json:"@id"`
			DataType any
			Source   *struct {
				FileObject map[string]string
				Extract    map[string]string
			}
		}
		Data []map[string]string
	}
}

// TestCroissantByItsRules: version 1.1, of all formats, with sets: what must be
// there is, ids are unique and hold no white space, files are there with their
// sizes and hashes, records are of files that are described, and each set is
// told apart.
func TestCroissantByItsRules(t *testing.T) {
	docs := labelled(t, 8)
	for i := range docs {
		docs[i].Layers[0].Author.Name = fmt.Sprint("Ana Ko", i%2)
	}
	for _, f := range Formats() {
		if !f.Writes() {
			continue
		}
		path, _ := inSets(t, f.Name, docs)
		var d described
		if err := json.Unmarshal([]byte(contents(t, filepath.Join(path, croissantFile))), &d); err != nil {
			t.Fatal(err)
		}
		must := map[string]string{"conformsTo": d.ConformsTo, "name": d.Name, "description": d.Description, "license": d.License, "url": d.URL, "datePublished": d.DatePublished, "version": d.Version, "citeAs": d.CiteAs, "creator": d.Creator["name"]}
		for name, value := range must {
			if value == "" {
				t.Errorf("%s: there is no %s", f.Name, name)
			}
		}
		if d.ConformsTo != "http://mlcommons.org/croissant/1.1" || d.Kind != "sc:Dataset" || d.License != "https://spdx.org/licenses/CC-BY-4.0" || !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(d.Version) {
			t.Errorf("%s: %+v", f.Name, d)
		}
		ids := map[string]bool{}
		own := func(id string) {
			if ids[id] || id == "" || strings.ContainsFunc(id, annotate.IsSpace) {
				t.Errorf("%s: the id %q is empty, there twice, or has white space", f.Name, id)
			}
			ids[id] = true
		}
		for _, file := range d.Distribution {
			own(file.ID)
			size, hash, err := measure(filepath.Join(path, filepath.FromSlash(file.Name)))
			if err != nil || file.Kind != "cr:FileObject" || file.SHA256 != hash || file.ContentSize != fmt.Sprint(size, " B") || !strings.Contains(file.EncodingFormat, "/") {
				t.Errorf("%s: %+v %v", f.Name, file, err)
			}
		}
		files := maps.Clone(ids)
		for _, set := range d.RecordSet {
			own(set.ID)
			for _, field := range set.Field {
				own(field.ID)
				if !strings.HasPrefix(field.ID, set.ID+"/") || field.DataType == nil || field.Source != nil && (!files[field.Source.FileObject["@id"]] || len(field.Source.Extract) != 1) {
					t.Errorf("%s: %+v", f.Name, field)
				}
			}
		}
		splits := d.RecordSet[len(d.RecordSet)-1]
		if splits.DataType != "cr:Split" || len(splits.Data) != 3 || splits.Data[1]["splits/url"] != "cr:ValidationSplit" {
			t.Errorf("%s: %+v", f.Name, splits)
		}
	}
}

// TestDataPackageByItsRules: version 2 of Frictionless Data: names, paths,
// hashes and types are of the forms that its profile has, and keys are of
// columns and tables that are there.
func TestDataPackageByItsRules(t *testing.T) {
	path, _ := inSets(t, "csv", labelled(t, 8))
	types := []string{"string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year", "yearmonth", "duration", "geopoint", "geojson", "any"}
	for _, set := range []string{"train", "dev", "test"} {
		p := packageIn(t, filepath.Join(path, set))
		if p.Schema != "https://datapackage.org/profiles/2.0/datapackage.json" || len(p.Resources) == 0 || len(p.Licenses) != 1 || p.Licenses[0]["name"] != "CC-BY-4.0" {
			t.Errorf("%+v", p)
		}
		columns := map[string][]string{}
		for _, r := range p.Resources {
			for _, f := range r.Schema.Fields {
				columns[r.Name] = append(columns[r.Name], f.Name)
				if f.Name == "" || !slices.Contains(types, f.Type) {
					t.Errorf("%s: %+v", r.Name, f)
				}
			}
		}
		for _, r := range p.Resources {
			size, hash, err := measure(filepath.Join(path, set, r.Path))
			if err != nil || size != r.Bytes || r.Hash != "sha256:"+hash || r.Type != "table" || !regexp.MustCompile(`^[a-z0-9._-]+$`).MatchString(r.Name) || r.Encoding != "utf-8" || r.Mediatype != "text/csv" {
				t.Errorf("%+v %v", r, err)
			}
			header, _, _ := strings.Cut(contents(t, filepath.Join(path, set, r.Path)), "\n")
			if strings.TrimSpace(header) != strings.Join(columns[r.Name], ",") {
				t.Errorf("%s: the header is %q", r.Name, header)
			}
			inside := func(table string, names []string) bool {
				return len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(columns[table], n) })
			}
			if !inside(r.Name, r.Schema.PrimaryKey) {
				t.Errorf("%s: the key is %q", r.Name, r.Schema.PrimaryKey)
			}
			for _, k := range r.Schema.ForeignKeys {
				if !inside(r.Name, k.Fields) || !inside(k.Reference.Resource, k.Reference.Fields) || len(k.Fields) != len(k.Reference.Fields) {
					t.Errorf("%s: %+v", r.Name, k)
				}
			}
		}
	}
}

// TestCardTellsAgreement: where two labelled the same article, and nowhere else.
func TestCardTellsAgreement(t *testing.T) {
	docs := labelled(t, 4)
	other, err := docs[0].Layers[0].With(docs[0].Layers[0].Spans()[:1], nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	other.Author = annotate.Author{ID: annotate.NewID(), Name: "Ben", Kind: annotate.Person}
	docs[0].Layers = append(docs[0].Layers, other)
	path, _ := inSets(t, "jsonl", docs)
	card, err := os.ReadFile(filepath.Join(path, cardFile))
	if err != nil || !strings.Contains(string(card), "| actor | 2 | 1 | 1.000 |\n| place | 1 | 0 | 0.000 |\n| all | 3 | 1 | 0.667 |") {
		t.Errorf("%s %v", card, err)
	}
	path, _ = inSets(t, "jsonl", docs[1:])
	if card := contents(t, filepath.Join(path, cardFile)); strings.Contains(card, "Agreement") {
		t.Error(card)
	}
}
