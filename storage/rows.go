package storage

import (
	"bytes"
	"encoding/json"

	"github.com/glossator/glossator/annotate"
)

// newSpanRow is the row of a span that is there.
func newSpanRow(layer int64, s annotate.SpanRecord) (spanRow, error) {
	gaps, err := marshal(len(s.Gaps), "[]", s.Gaps)
	if err != nil {
		return spanRow{}, err
	}
	attrs, err := marshal(len(s.Attrs), "{}", s.Attrs)
	return spanRow{UID: string(s.ID), LayerID: layer, StartOff: s.Start, EndOff: s.End, Label: s.Label,
		Gaps: gaps, Attrs: attrs, Note: s.Note, Source: s.Source}, err
}

// marshal is the JSON of a list or object of n things.
func marshal(n int, none string, of any) (string, error) {
	if n == 0 {
		return none, nil
	}
	text, err := json.Marshal(of)
	return string(text), err
}

// record is what a row says of a span.
func (r spanRow) record() (annotate.SpanRecord, error) {
	s := annotate.SpanRecord{ID: annotate.ID(r.UID), Label: r.Label, Start: r.StartOff, End: r.EndOff, Note: r.Note, Source: r.Source}
	if r.Gaps != "[]" {
		if err := json.Unmarshal([]byte(r.Gaps), &s.Gaps); err != nil {
			return s, err
		}
	}
	if r.Attrs != "{}" {
		if err := json.Unmarshal([]byte(r.Attrs), &s.Attrs); err != nil {
			return s, err
		}
	}
	return s, nil
}

// newLinkRow is the row of a link that is there.
func newLinkRow(layer int64, l annotate.LinkRecord) linkRow {
	return linkRow{UID: string(l.ID), LayerID: layer, Kind: l.Kind, FromUID: string(l.From), ToUID: string(l.To), Note: l.Note, Source: l.Source}
}

func (r linkRow) link() annotate.Link {
	return annotate.Link{ID: annotate.ID(r.UID), Kind: r.Kind, From: annotate.ID(r.FromUID), To: annotate.ID(r.ToUID), Note: r.Note, Source: r.Source}
}

func (r valueRow) value() annotate.Value { return annotate.Value{Name: r.Name, Text: r.Text} }

func (r articleRow) article() (annotate.Article, error) {
	a := annotate.Article{ID: annotate.ID(r.UID), Title: r.Title, Text: r.Text}
	if r.Meta == "{}" {
		return a, nil
	}
	return a, json.Unmarshal([]byte(r.Meta), &a.Meta)
}

// intact reports whether an article's text is what was imported. In a damaged
// file the hash may be anything.
func (r articleRow) intact(a annotate.Article) bool {
	hash := a.Hash()
	return bytes.Equal(r.SHA256, hash[:])
}

// layer is the layer of a row without what it holds.
func (r layerRow) layer(article annotate.ID, author annotate.Author) annotate.Layer {
	return annotate.Layer{ID: annotate.ID(r.UID), Article: article, Author: author}
}
