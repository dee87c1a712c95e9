package dataset

import (
	"bytes"
	_ "embed"
	"encoding/json"

	"github.com/glossator/glossator/annotate"
)

var jsonl = Format{
	Name:       "jsonl",
	Title:      "JSON Lines",
	About:      "One article a line with all its layers. It keeps articles with all labels, links, notes, statuses and values, their authors and the scheme; not the history of edits, and suggestions are never exported. Export it to archive, to exchange between laptops and for scripts. Lines of other programs are read too, if they have a \"text\".",
	Extensions: []string{".jsonl", ".ndjson"},
	takes:      takesJSONL,
	read:       readJSONL,
	write:      writeJSONL,
	exact:      true,
}

// JSONLSchema is the JSON Schema (draft 2020-12) of a line of our JSON Lines.
//
//go:embed jsonl.schema.json
var JSONLSchema []byte

// jsonlVersion is what the lines say they are. A number behind the stroke that
// is higher is from a newer program.
const jsonlVersion = "glossator/1"

// An articleRecord is a line of our JSON Lines.
type articleRecord struct {
	Format string           `json:"format"`
	Scheme *json.RawMessage `json:"scheme,omitempty"` // where it is not that of the line before
	ID     annotate.ID      `json:"id"`
	Title  string           `json:"title"`
	Text   string           `json:"text"`
	SHA256 string           `json:"sha256"`
	Meta   annotate.Meta    `json:"meta"`
	Layers []layerRecord    `json:"layers"`
}

// A layerRecord is a layer in our JSON Lines.
type layerRecord struct {
	ID         annotate.ID           `json:"id"`
	Author     string                `json:"author"`
	AuthorID   annotate.ID           `json:"author_id,omitempty"`
	AuthorKind annotate.AuthorKind   `json:"author_kind,omitempty"`
	Status     annotate.Status       `json:"status"`
	Note       string                `json:"note,omitempty"`
	Values     map[string]string     `json:"values,omitempty"`
	Spans      []annotate.SpanRecord `json:"spans"`
	Links      []annotate.LinkRecord `json:"links"`
}

// takesJSONL takes files that are called so, and those whose first line is an
// object with a text.
func takesJSONL(f file) (string, bool) {
	if f.binary() != "" {
		return "", false
	}
	if other := f.dialect(); other != "" && other != "jsonl" {
		return "", false
	}
	if f.is(".jsonl", ".ndjson") {
		return f.path, true
	}
	first, _, _ := bytes.Cut(f.start, []byte("\n"))
	var object struct {
		Text *string `json:"text"`
	}
	return f.path, json.Unmarshal(first, &object) == nil && object.Text != nil
}
