package storage

import (
	"encoding/json"
	"errors"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// importName is the name of the edits that imports make.
const importName = "Import"

// An arrival is a layer of a document that is imported.
type arrival struct {
	doc     annotate.Document
	layer   annotate.Layer
	records annotate.Records
}

// news is the edit that adds to a layer what was never in it, and what is to
// come back. What is there already is compared.
func (s *shelf) news(a arrival, state *layerState) (annotate.Edit, error) {
	edit := annotate.Edit{Name: importName}
	for _, span := range a.layer.Spans() {
		row, err := newSpanRow(state.row.ID, a.records.Span(span))
		if err != nil {
			return edit, err
		}
		if s.newSpan(a, state, row) {
			state.spans[span.ID] = row
			edit.Spans.Add = append(edit.Spans.Add, span)
		}
	}
	for _, link := range a.layer.Links() {
		row := newLinkRow(state.row.ID, annotate.LinkRecord(link))
		if s.newLink(a, state, row) {
			state.links[link.ID] = row
			edit.Links.Add = append(edit.Links.Add, link)
		}
	}
	for _, value := range a.layer.Values() {
		row := valueRow{LayerID: state.row.ID, Name: value.Name, Text: value.Text}
		if s.newValue(a, state, row) {
			state.values[value.Name] = row
			edit.Values.Add = append(edit.Values.Add, value)
		}
	}
	s.report.Spans += len(edit.Spans.Add)
	s.report.Links += len(edit.Links.Add)
	s.report.Values += len(edit.Values.Add)
	return edit, nil
}

func (s *shelf) newSpan(a arrival, state *layerState, row spanRow) bool {
	was, known := state.spans[annotate.ID(row.UID)]
	if known && !was.Deleted {
		s.report.KnownSpans++
		s.compare(a.doc, !was.same(row), func() string { return was.difference(row, a.doc.Article.Text) })
		return false
	}
	return !known || s.comesBack(state, row.UID)
}

// newLink reports whether a link is to be added: not when a span that it joins
// was removed here.
func (s *shelf) newLink(a arrival, state *layerState, row linkRow) bool {
	was, known := state.links[annotate.ID(row.UID)]
	from, to := state.spans[annotate.ID(row.FromUID)], state.spans[annotate.ID(row.ToUID)]
	switch {
	case known && !was.Deleted:
		s.report.KnownLinks++
		s.compare(a.doc, !was.same(row), func() string { return was.difference(row) })
		return false
	case from.UID == "" || from.Deleted || to.UID == "" || to.Deleted:
		s.report.Removed++
		return false
	}
	return !known || s.comesBack(state, row.UID)
}

func (s *shelf) newValue(a arrival, state *layerState, row valueRow) bool {
	was, known := state.values[row.Name]
	if known && !was.Deleted {
		s.report.KnownValues++
		s.compare(a.doc, was.Text != row.Text, func() string { return differs(row.Name, was.Text, row.Text) })
		return false
	}
	return !known || s.comesBack(state, valueKey(row.Name))
}

// comesBack reports whether something that was removed here is to come back,
// and counts it.
func (s *shelf) comesBack(state *layerState, key string) bool {
	back := s.options.Restore || state.undone[key]
	if back {
		s.report.Restored++
	} else {
		s.report.Removed++
	}
	return back
}

// valueKey tells values from spans and links, which have UUIDs.
func valueKey(name string) string { return "value " + name }

// readUndone finds what was in the layer until its last edits, if these are
// imports that were undone.
func (s *layerState) readUndone(tx *gorm.DB) error {
	for hash := s.row.Head; ; {
		var row editRow
		err := tx.Where("hash = ?", hash).Take(&row).Error
		if errors.Is(err, gorm.ErrRecordNotFound) || err == nil && (row.Move != string(annotate.Undo) || row.Name != importName) {
			return nil
		}
		var edit annotate.EditRecord
		if err == nil {
			err = json.Unmarshal([]byte(row.Body), &edit)
		}
		if err != nil {
			return err
		}
		s.noteUndone(edit)
		hash = row.PrevHash
	}
}

func (s *layerState) noteUndone(edit annotate.EditRecord) {
	for _, span := range edit.Spans.Remove {
		s.undone[string(span.ID)] = true
	}
	for _, link := range edit.Links.Remove {
		s.undone[string(link.ID)] = true
	}
	for _, value := range edit.Values.Remove {
		s.undone[valueKey(value.Name)] = true
	}
}
