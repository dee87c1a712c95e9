package storage

import (
	"maps"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// addPast puts a layer on the shelf that is not in the file, with the entries
// that led to it.
func (s *shelf) addPast(a arrival, state *layerState, author annotate.ID, entries []annotate.Entry) error {
	for _, entry := range entries {
		if entry.ID.Check() != nil || s.entries[entry.ID] {
			entry.ID = annotate.NewID()
		}
		s.entries[entry.ID] = true
		entry.Layer, entry.Author = annotate.ID(state.row.UID), author
		record := a.records.Edit(entry.Edit)
		edit, err := newEditRow(entry, record, state.row.Head)
		if err != nil {
			return err
		}
		edit.LayerID, edit.AuthorID = state.row.ID, state.row.AuthorID
		s.rows.edits = append(s.rows.edits, edit)
		state.row = state.row.after(edit, record)
		if err := state.apply(record); err != nil {
			return err
		}
	}
	s.rows.spans = slices.AppendSeq(s.rows.spans, maps.Values(state.spans))
	s.rows.links = slices.AppendSeq(s.rows.links, maps.Values(state.links))
	s.rows.values = slices.AppendSeq(s.rows.values, maps.Values(state.values))
	s.report.Spans += standing(state.spans, func(r spanRow) bool { return r.Deleted })
	s.report.Links += standing(state.links, func(r linkRow) bool { return r.Deleted })
	s.report.Values += standing(state.values, func(r valueRow) bool { return r.Deleted })
	state.changed = true
	s.rows.layers = append(s.rows.layers, state)
	return nil
}

// standing counts the rows that are not deleted.
func standing[K comparable, R any](rows map[K]R, deleted func(R) bool) int {
	n := 0
	for _, row := range rows {
		if !deleted(row) {
			n++
		}
	}
	return n
}

// apply makes an edit in what a layer holds.
func (s *layerState) apply(e annotate.EditRecord) error {
	for _, span := range e.Spans.Remove {
		takeOut(s.spans, span.ID, func(r *spanRow) { r.Deleted = true })
	}
	for _, link := range e.Links.Remove {
		takeOut(s.links, link.ID, func(r *linkRow) { r.Deleted = true })
	}
	for _, value := range e.Values.Remove {
		takeOut(s.values, value.Name, func(r *valueRow) { r.Deleted = true })
	}
	for _, span := range e.Spans.Add {
		row, err := newSpanRow(s.row.ID, span)
		if err != nil {
			return err
		}
		s.spans[span.ID] = row
	}
	for _, link := range e.Links.Add {
		s.links[link.ID] = newLinkRow(s.row.ID, link)
	}
	for _, value := range e.Values.Add {
		s.values[value.Name] = valueRow{LayerID: s.row.ID, Name: value.Name, Text: value.Text}
	}
	return nil
}

// takeOut changes a row that is there.
func takeOut[K comparable, R any](rows map[K]R, key K, change func(*R)) {
	if row, there := rows[key]; there {
		change(&row)
		rows[key] = row
	}
}
