package storage

import (
	"errors"
	"maps"
	"slices"
	"time"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A layerState is a layer that an import adds to: its row, and what is or was
// in it.
type layerState struct {
	row     layerRow
	was     []byte // the row's head in the file; nil while the layer is not there
	changed bool
	spans   map[annotate.ID]spanRow
	links   map[annotate.ID]linkRow
	values  map[string]valueRow
	undone  map[string]bool // spans, links and values that went when an import was undone last
}

func newLayerState(row layerRow) *layerState {
	return &layerState{row: row, spans: map[annotate.ID]spanRow{}, links: map[annotate.ID]linkRow{},
		values: map[string]valueRow{}, undone: map[string]bool{}}
}

// readLayers reads the layers of the articles that are there, and which of the
// documents' layer IDs are taken.
func (s *shelf) readLayers(docs []annotate.Document) error {
	var articles []int64
	for _, key := range s.articles {
		articles = append(articles, key.ID)
	}
	var uids []string
	for _, doc := range docs {
		for _, layer := range doc.Layers {
			uids = append(uids, string(layer.ID))
		}
	}
	if len(uids) == 0 {
		return nil
	}
	var rows []layerRow
	if err := s.tx.Where("article_id IN ?", articles).Find(&rows).Error; err != nil {
		return err
	}
	states := map[int64]*layerState{}
	for _, row := range rows {
		state := newLayerState(row)
		state.was = row.Head
		states[row.ID] = state
		s.layers[layerKey{row.ArticleID, row.AuthorID}] = state
	}
	if err := s.readStates(states); err != nil {
		return err
	}
	return s.readTaken(uids)
}

// readTaken finds which layer IDs are in use.
func (s *shelf) readTaken(uids []string) error {
	var taken []annotate.ID
	err := s.tx.Model(&layerRow{}).Where("uid IN ?", uids).Pluck("uid", &taken).Error
	for _, id := range taken {
		s.uids[id] = true
	}
	return err
}

// readStates reads what is or was in layers.
func (s *shelf) readStates(states map[int64]*layerState) error {
	ids := slices.Collect(maps.Keys(states))
	err := readState(s.tx, ids, func(r spanRow) { states[r.LayerID].spans[annotate.ID(r.UID)] = r })
	if err != nil {
		return err
	}
	err = readState(s.tx, ids, func(r linkRow) { states[r.LayerID].links[annotate.ID(r.UID)] = r })
	if err != nil {
		return err
	}
	err = readState(s.tx, ids, func(r valueRow) { states[r.LayerID].values[r.Name] = r })
	for _, state := range states {
		err = errors.Join(err, state.readUndone(s.tx))
	}
	return err
}

// readState reads the rows of layers, the deleted ones too.
func readState[R any](tx *gorm.DB, layers []int64, note func(R)) error {
	for some := range slices.Chunk(layers, batch) {
		var rows []R
		if err := tx.Where("layer_id IN ?", some).Find(&rows).Error; err != nil {
			return err
		}
		for _, row := range rows {
			note(row)
		}
	}
	return nil
}

// addLayer puts what is new of a layer on the shelf, as one edit.
func (s *shelf) addLayer(a arrival, key layerKey, author annotate.ID, text annotate.Hash) error {
	state, known := s.layers[key]
	if !known {
		state = newLayerState(s.newLayerRow(a.layer.ID, key, author, text))
		if past := s.pasts[a.layer.ID]; past != nil {
			delete(s.pasts, a.layer.ID)
			s.hold(key, state)
			return s.addPast(a, state, author, past)
		}
	}
	edit, err := s.news(a, state)
	if err != nil || edit.Empty() {
		return err
	}
	if !known {
		s.hold(key, state)
	}
	entry := annotate.Entry{ID: annotate.NewID(), Layer: annotate.ID(state.row.UID), Author: author,
		At: time.Now(), Move: annotate.Do, Edit: edit}
	return s.addEntry(state, entry, a.records.Edit(edit))
}

// hold takes note of a layer that is new.
func (s *shelf) hold(key layerKey, state *layerState) {
	s.layers[key] = state
	s.nextLayer++
	s.uids[annotate.ID(state.row.UID)] = true
}

// newLayerRow is the row of a layer that is not there. It keeps its ID if that
// is one and free.
func (s *shelf) newLayerRow(id annotate.ID, key layerKey, author annotate.ID, text annotate.Hash) layerRow {
	if id.Check() != nil || s.uids[id] {
		id = annotate.NewID()
	}
	return layerRow{ID: s.nextLayer, UID: string(id), ArticleID: key.article, AuthorID: key.author,
		Status: string(annotate.New), Head: root(id, author, text)}
}

// addEntry puts an entry and what it adds on the shelf.
func (s *shelf) addEntry(state *layerState, entry annotate.Entry, e annotate.EditRecord) error {
	edit, err := newEditRow(entry, e, state.row.Head)
	if err != nil {
		return err
	}
	id := state.row.ID
	edit.LayerID, edit.AuthorID = id, state.row.AuthorID
	spans, err := spanRows(id, e.Spans.Add)
	if err != nil {
		return err
	}
	s.rows.spans = append(s.rows.spans, spans...)
	s.rows.links = append(s.rows.links, linkRows(id, e.Links.Add)...)
	s.rows.values = append(s.rows.values, valueRows(id, e.Values.Add)...)
	s.rows.edits = append(s.rows.edits, edit)
	state.row = state.row.after(edit, e)
	if !state.changed {
		state.changed = true
		s.rows.layers = append(s.rows.layers, state)
	}
	return nil
}

// writeLayers adds the layers that are new and brings the others up to date.
func (s *shelf) writeLayers() error {
	var added []layerRow
	for _, state := range s.rows.layers {
		if state.was == nil {
			added = append(added, state.row)
			continue
		}
		if err := advance(s.tx, state.row, state.was); err != nil {
			return err
		}
	}
	return create(s.tx, added)
}
