package storage

import (
	"fmt"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/glossator/glossator/annotate"
)

// change makes an edit in the tables of what layers hold. It fails with
// annotate.ErrStale when they are not as the edit takes them to be.
func change(tx *gorm.DB, layer int64, e annotate.EditRecord) error {
	if err := remove(tx, layer, e); err != nil {
		return err
	}
	return add(tx, layer, e)
}

// remove takes away what an edit removes.
func remove(tx *gorm.DB, layer int64, e annotate.EditRecord) error {
	if err := takeAway[spanRow](tx, layer, "uid", spanKeys(e.Spans.Remove)); err != nil {
		return fmt.Errorf("spans: %w", err)
	}
	if err := takeAway[linkRow](tx, layer, "uid", linkKeys(e.Links.Remove)); err != nil {
		return fmt.Errorf("links: %w", err)
	}
	if err := takeAway[valueRow](tx, layer, "name", valueKeys(e.Values.Remove)); err != nil {
		return fmt.Errorf("values: %w", err)
	}
	return nil
}

// add puts in what an edit adds: spans before the links that join them.
func add(tx *gorm.DB, layer int64, e annotate.EditRecord) error {
	spans, err := spanRows(layer, e.Spans.Add)
	if err != nil {
		return err
	}
	if err := put(tx, spans, "uid", spanColumns...); err != nil {
		return fmt.Errorf("spans: %w", err)
	}
	if err := put(tx, linkRows(layer, e.Links.Add), "uid", linkColumns...); err != nil {
		return fmt.Errorf("links: %w", err)
	}
	if err := put(tx, valueRows(layer, e.Values.Add), "name", valueColumns...); err != nil {
		return fmt.Errorf("values: %w", err)
	}
	return nil
}

// The columns that rows have anew when they are put back.
var (
	spanColumns  = []string{"start_off", "end_off", "label", "gaps", "attrs", "note", "source", "deleted"}
	linkColumns  = []string{"kind", "from_uid", "to_uid", "note", "source", "deleted"}
	valueColumns = []string{"text", "deleted"}
)

func spanRows(layer int64, records []annotate.SpanRecord) ([]spanRow, error) {
	var rows []spanRow
	for _, record := range records {
		row, err := newSpanRow(layer, record)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func linkRows(layer int64, records []annotate.LinkRecord) []linkRow {
	var rows []linkRow
	for _, record := range records {
		rows = append(rows, newLinkRow(layer, record))
	}
	return rows
}

func valueRows(layer int64, values []annotate.Value) []valueRow {
	var rows []valueRow
	for _, v := range values {
		rows = append(rows, valueRow{LayerID: layer, Name: v.Name, Text: v.Text})
	}
	return rows
}

func spanKeys(records []annotate.SpanRecord) []string {
	return keys(records, func(s annotate.SpanRecord) string { return string(s.ID) })
}

func linkKeys(records []annotate.LinkRecord) []string {
	return keys(records, func(l annotate.LinkRecord) string { return string(l.ID) })
}

func valueKeys(values []annotate.Value) []string {
	return keys(values, func(v annotate.Value) string { return v.Name })
}

func keys[T any](list []T, key func(T) string) []string {
	var all []string
	for _, t := range list {
		all = append(all, key(t))
	}
	return all
}

// takeAway marks rows of a layer as deleted. All of them must be there.
func takeAway[R any](tx *gorm.DB, layer int64, key string, keys []string) error {
	for some := range slices.Chunk(keys, batch) {
		gone := tx.Model(new(R)).Where("layer_id = ? AND deleted = ? AND "+key+" IN ?", layer, false, some).Update("deleted", true)
		if gone.Error != nil {
			return gone.Error
		}
		if gone.RowsAffected != int64(len(some)) {
			return fmt.Errorf("%d of %d are not there any more: %w", int64(len(some))-gone.RowsAffected, len(some), annotate.ErrStale)
		}
	}
	return nil
}

// put adds rows to a layer, or puts those back that were deleted, with these
// columns. None of them must be there.
func put[R any](tx *gorm.DB, rows []R, key string, columns ...string) error {
	deleted := clause.Eq{Column: clause.Column{Table: clause.CurrentTable, Name: "deleted"}, Value: true}
	back := clause.OnConflict{
		Columns:   []clause.Column{{Name: "layer_id"}, {Name: key}},
		DoUpdates: clause.AssignmentColumns(columns),
		Where:     clause.Where{Exprs: []clause.Expression{deleted}},
	}
	for some := range slices.Chunk(rows, batch) {
		added := tx.Clauses(back).Create(&some)
		if added.Error != nil {
			return added.Error
		}
		if added.RowsAffected != int64(len(some)) {
			return fmt.Errorf("%d of %d are there already: %w", int64(len(some))-added.RowsAffected, len(some), annotate.ErrStale)
		}
	}
	return nil
}
