package storage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A saver keeps the entries of one layer.
type saver struct {
	project *Project
	text    string
	frozen
	uid    annotate.ID // of the layer
	author annotate.ID
	layer  layerRow // as it was saved last; without a key while it is not kept
}

// begin makes the saver ready for a layer. One that is not kept yet gets the
// row that its first entry will keep.
func (s *saver) begin(layer annotate.Layer, article int64, text annotate.Hash) {
	s.uid, s.author = layer.ID, layer.Author.ID
	if s.layer.ID == 0 {
		s.layer = layerRow{UID: string(layer.ID), ArticleID: article, AuthorID: s.layer.AuthorID,
			Status: string(annotate.New), Head: root(layer.ID, layer.Author.ID, text)}
	}
}

// Save keeps an entry and what it changes in one transaction. Saving an entry
// again that is the last does nothing.
func (s *saver) Save(entry annotate.Entry) error {
	if err := s.check(entry); err != nil {
		return err
	}
	record := s.records.Edit(entry.Edit)
	edit, err := newEditRow(entry, record, s.layer.Head)
	if err != nil {
		return err
	}
	after := s.layer
	err = s.project.write(context.Background(), func(tx *gorm.DB) (err error) {
		after, err = keep(tx, s.layer, edit, record)
		return err
	})
	if err != nil {
		return s.unless(err, edit)
	}
	s.layer = after
	return nil
}

// check says why an entry cannot be one of the layer.
func (s *saver) check(entry annotate.Entry) error {
	if entry.Layer != s.uid || entry.Author != s.author {
		return fmt.Errorf("save %q: it belongs to another layer", entry.Edit.Name)
	}
	if err := entry.ID.Check(); err != nil {
		return err
	}
	for _, span := range slices.Concat(entry.Edit.Spans.Remove, entry.Edit.Spans.Add) {
		if err := span.Check(s.text); err != nil {
			return fmt.Errorf("save %q: %w", entry.Edit.Name, err)
		}
	}
	return checkStatus(entry.Edit.Values.Add)
}

func checkStatus(values []annotate.Value) error {
	for _, v := range values {
		if v.Name == annotate.StatusValue && !slices.Contains(annotate.Statuses, annotate.Status(v.Text)) {
			return fmt.Errorf("%q is no status: use new, started, done, skipped or flagged", v.Text)
		}
	}
	return nil
}

// unless is nil when the edit was saved in spite of an error: after a failed
// commit only the file knows.
func (s *saver) unless(err error, edit editRow) error {
	var kept editRow
	var layer layerRow
	db := s.project.writer
	if db == nil || errors.Is(err, ErrReadOnly) || errors.Is(err, ErrBusy) ||
		db.Where("uid = ? AND body = ?", edit.UID, edit.Body).Take(&kept).Error != nil ||
		db.Take(&layer, kept.LayerID).Error != nil || layer.UID != string(s.uid) {
		return err
	}
	s.layer = layer
	return nil
}

// keep writes an edit of a layer, which must be as the edit takes it to be, and
// tells the layer's row after it.
func keep(tx *gorm.DB, layer layerRow, edit editRow, e annotate.EditRecord) (layerRow, error) {
	if layer.ID == 0 {
		if err := addLayer(tx, &layer); err != nil {
			return layer, err
		}
	}
	if err := change(tx, layer.ID, e); err != nil {
		return layer, err
	}
	edit.LayerID, edit.AuthorID = layer.ID, layer.AuthorID
	if err := tx.Omit("Seq").Create(&edit).Error; err != nil {
		return layer, err
	}
	return layer.after(edit, e), advance(tx, layer.after(edit, e), layer.Head)
}

// addLayer keeps a layer that holds nothing yet, giving it a key.
func addLayer(tx *gorm.DB, layer *layerRow) (err error) {
	if layer.ID, err = nextID(tx, layer.TableName(), "id"); err != nil {
		return err
	}
	err = tx.Create(layer).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return stale()
	}
	return err
}

// after is the row of a layer after an edit.
func (r layerRow) after(edit editRow, e annotate.EditRecord) layerRow {
	r.Spans += len(e.Spans.Add) - len(e.Spans.Remove)
	r.Links += len(e.Links.Add) - len(e.Links.Remove)
	r.Status = statusAfter(r.Status, e.Values)
	r.Edits++
	r.ChangedMS, r.Head = edit.AtMS, edit.Hash
	return r
}

// advance writes a layer's row, if its last edit is still the one with hash was.
func advance(tx *gorm.DB, layer layerRow, was []byte) error {
	done := tx.Model(&layerRow{}).Where("id = ? AND head = ?", layer.ID, was).
		Select("Spans", "Links", "Status", "Edits", "ChangedMS", "Head").Updates(&layer)
	if done.Error == nil && done.RowsAffected != 1 {
		return stale()
	}
	return done.Error
}

// stale says that a layer is not as it was when it was taken in hand.
func stale() error {
	return fail(annotate.ErrStale, "the labels of this article were changed elsewhere, by an import perhaps: open the article again")
}

// statusAfter is a layer's status after an edit.
func statusAfter(was string, e annotate.ChangeRecord[annotate.Value]) string {
	for _, v := range e.Add {
		if v.Name == annotate.StatusValue {
			return v.Text
		}
	}
	for _, v := range e.Remove {
		if v.Name == annotate.StatusValue {
			return string(annotate.New)
		}
	}
	return cmp.Or(was, string(annotate.New))
}
