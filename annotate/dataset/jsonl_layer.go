package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A layerLine is a layer as it is read: a span without a start or an end is
// told from one that starts at 0.
type layerLine struct {
	layerRecord
	Spans []spanLine `json:"spans"`
}

type spanLine struct {
	annotate.SpanRecord
	Start *int `json:"start"`
	End   *int `json:"end"`
}

func (s spanLine) record() (annotate.SpanRecord, error) {
	if s.Start == nil || s.End == nil {
		return s.SpanRecord, errors.New("it needs both a \"start\" and an \"end\"")
	}
	s.SpanRecord.Start, s.SpanRecord.End = *s.Start, *s.End
	return s.SpanRecord, nil
}

// layer reads a layer of an article, whose offsets count the text as it came.
func (r *jsonlReader) layer(record layerLine, a annotate.Article, whole raw) (annotate.Layer, error) {
	author, err := record.author(r.author)
	if err != nil {
		return annotate.Layer{}, err
	}
	values, err := record.values()
	if err != nil {
		return annotate.Layer{}, fmt.Errorf("layer of %s: %w", author.Name, err)
	}
	read := recordReader{raw: whole, records: annotate.Recording(a.Text), salt: []string{a.Hash().String(), author.Name, "jsonl"}, ids: map[annotate.ID]annotate.ID{}}
	if !whole.same() {
		read.units, read.clean = annotate.In(annotate.CodePoints, whole.text), annotate.In(annotate.CodePoints, whole.clean)
	}
	spans, err := read.spans(record.Spans)
	if err != nil {
		return annotate.Layer{}, fmt.Errorf("layer of %s: %w", author.Name, err)
	}
	links, err := read.links(record.Links)
	if err != nil {
		return annotate.Layer{}, fmt.Errorf("layer of %s: %w", author.Name, err)
	}
	layer := annotate.Layer{ID: record.ID, Article: a.ID, Author: author}
	if layer.ID.Check() != nil {
		layer.ID = layerID(a, author)
	}
	return layer.With(spans, links, values)
}

// layerID is the ID of an author's layer in a file that does not say.
func layerID(a annotate.Article, author annotate.Author) annotate.ID {
	return annotate.DerivedID("layer", a.Hash().String(), author.Name)
}

// author is whose the layer is.
func (r layerRecord) author(fallback annotate.Author) (annotate.Author, error) {
	kinds := []annotate.AuthorKind{annotate.Person, annotate.Imported, annotate.Suggester, annotate.Curator}
	if r.Author == "" && r.AuthorID == "" {
		return fallback, nil
	}
	author := annotate.Author{ID: r.AuthorID, Name: r.Author, Kind: cmp.Or(r.AuthorKind, annotate.Imported)}
	if author.ID.Check() != nil {
		author.ID = ""
	}
	if !slices.Contains(kinds, author.Kind) {
		return author, fmt.Errorf("layer of %s: \"author_kind\" is %q; it must be one of %s", author.Name, author.Kind, listed(kinds))
	}
	return author, nil
}

// values are the article-level values, status and note among them.
func (r layerRecord) values() ([]annotate.Value, error) {
	var values []annotate.Value
	for _, name := range slices.Sorted(maps.Keys(r.Values)) {
		values = append(values, annotate.Value{Name: name, Text: r.Values[name]})
	}
	if r.Status != "" && !slices.Contains(annotate.Statuses, r.Status) {
		return nil, fmt.Errorf("\"status\" is %q; it must be one of %s", r.Status, listed(annotate.Statuses))
	}
	for _, v := range []annotate.Value{{Name: annotate.StatusValue, Text: string(r.Status)}, {Name: annotate.NoteValue, Text: r.Note}} {
		if !r.says(v) {
			continue
		}
		if _, twice := r.Values[v.Name]; twice {
			return nil, fmt.Errorf("%q is there twice, in the layer and in its \"values\"", v.Name)
		}
		values = append(values, v)
	}
	return values, nil
}

func listed[T ~string](names []T) string {
	var list []string
	for _, name := range names {
		list = append(list, string(name))
	}
	return strings.Join(list, ", ")
}
