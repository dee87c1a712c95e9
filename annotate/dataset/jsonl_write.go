package dataset

import (
	"encoding/json"
	"reflect"

	"github.com/glossator/glossator/annotate"
)

func writeJSONL(s *sink, docs annotate.Documents) error {
	out := json.NewEncoder(s.w)
	out.SetEscapeHTML(false) // U+2028 and U+2029 are escaped all the same
	var scheme *annotate.Scheme
	for doc, err := range docs {
		if err != nil {
			return err
		}
		record := recordOf(doc)
		if !sameScheme(doc.Scheme, scheme) {
			if record.Scheme, err = schemeRecord(doc.Scheme); err != nil {
				return err
			}
		}
		scheme = doc.Scheme
		if err := out.Encode(record); err != nil {
			return err
		}
		for kind, n := range tally(doc) {
			s.ledger.carried(kind, n)
		}
	}
	return nil
}

// sameScheme reports whether two documents have one scheme, or none.
func sameScheme(s, t *annotate.Scheme) bool {
	return s == t || s != nil && t != nil && reflect.DeepEqual(*s, *t)
}

// schemeRecord is a scheme as JSON, null for none.
func schemeRecord(s *annotate.Scheme) (*json.RawMessage, error) {
	if s != nil && s.Labels == nil {
		named := *s
		named.Labels = []annotate.Label{}
		s = &named
	}
	data, err := json.Marshal(s)
	return (*json.RawMessage)(&data), err
}

func recordOf(doc annotate.Document) articleRecord {
	a := doc.Article
	record := articleRecord{Format: jsonlVersion, ID: a.ID, Title: a.Title, Text: a.Text, SHA256: a.Hash().String(),
		Meta: a.Meta, Layers: []layerRecord{}}
	if record.Meta == nil {
		record.Meta = annotate.Meta{}
	}
	records := annotate.Recording(a.Text)
	for _, layer := range doc.Layers {
		record.Layers = append(record.Layers, layerRecordOf(layer, records))
	}
	return record
}

func layerRecordOf(layer annotate.Layer, records annotate.Records) layerRecord {
	record := layerRecord{ID: layer.ID, Author: layer.Author.Name, AuthorID: layer.Author.ID, AuthorKind: layer.Author.Kind,
		Status: layer.Status(), Note: layer.Note(), Values: map[string]string{},
		Spans: []annotate.SpanRecord{}, Links: []annotate.LinkRecord{}}
	for _, v := range layer.Values() {
		if !record.says(v) {
			record.Values[v.Name] = v.Text
		}
	}
	for _, s := range layer.Spans() {
		record.Spans = append(record.Spans, records.Span(s))
	}
	for _, k := range layer.Links() {
		record.Links = append(record.Links, annotate.LinkRecord(k))
	}
	return record
}

// says reports whether a value comes back from the status or the note of the
// record. A status that was set to new does not: it is not told from none.
func (r layerRecord) says(v annotate.Value) bool {
	switch v.Name {
	case annotate.StatusValue:
		return v.Text != "" && v.Text != string(annotate.New)
	case annotate.NoteValue:
		return v.Text != ""
	}
	return false
}
