package storage

import (
	"strings"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// manySpans is for how many spans of a layer room is made before they are read:
// in a damaged file its row may count any number.
const manySpans = 100_000

// batch is how many rows one statement writes, or looks for by key.
const batch = 500

// A content is what some layers hold, by the key of the layer.
type content struct {
	spans  map[int64][]spanRow
	links  map[int64][]linkRow
	values map[int64][]valueRow
}

// readContent reads what layers hold now.
func readContent(tx *gorm.DB, layers []layerRow) (content, error) {
	c := content{map[int64][]spanRow{}, map[int64][]linkRow{}, map[int64][]valueRow{}}
	ids := make([]int64, len(layers))
	for i, l := range layers {
		ids[i] = l.ID
		c.spans[l.ID] = make([]spanRow, 0, min(max(0, l.Spans), manySpans))
	}
	if len(ids) == 0 {
		return c, nil
	}
	if err := gatherSpans(tx, ids, c.spans); err != nil {
		return c, err
	}
	if err := gather(tx, ids, c.links, func(r linkRow) int64 { return r.LayerID }); err != nil {
		return c, err
	}
	return c, gather(tx, ids, c.values, func(r valueRow) int64 { return r.LayerID })
}

// gather reads the rows of layers that are not deleted.
func gather[R any](tx *gorm.DB, layers []int64, into map[int64][]R, layer func(R) int64) error {
	for _, c := range among("layer_id", layers) {
		rows, err := gorm.G[R](tx).Where(c.sql, c.args...).Where("deleted = ?", false).Find(tx.Statement.Context)
		if err != nil {
			return err
		}
		for _, row := range rows {
			into[layer(row)] = append(into[layer(row)], row)
		}
	}
	return nil
}

// gatherSpans is gather for spans. There are so many of them that they are read
// without GORM's reflection, which takes longer than SQLite does.
func gatherSpans(tx *gorm.DB, layers []int64, into map[int64][]spanRow) error {
	for _, c := range among("layer_id", layers) {
		if err := readSpans(tx.Model(&spanRow{}).Where(c.sql, c.args...).Where("deleted = ?", false), into); err != nil {
			return err
		}
	}
	for _, layer := range layers {
		gatherNames(into[layer])
	}
	return nil
}

// gatherNames lays the IDs of spans behind each other in memory, and has spans of one label share its
// name. Ten thousand spans are looked through at each edit; where each string is in a place of its own,
// fetching them takes longer than all else.
func gatherNames(rows []spanRow) {
	ids, labels := strings.Builder{}, map[string]string{}
	for i := range rows {
		ids.WriteString(rows[i].UID)
	}
	all := ids.String()
	for i := range rows {
		r := &rows[i]
		r.UID, all = all[:len(r.UID)], all[len(r.UID):]
		if _, known := labels[r.Label]; !known {
			labels[r.Label] = strings.Clone(r.Label)
		}
		r.Label = labels[r.Label]
	}
}

func readSpans(query *gorm.DB, into map[int64][]spanRow) error {
	rows, err := query.Select(mostOfSpan, moreOfSpan).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var most, more string
		if err := rows.Scan(&most, &more); err != nil {
			return err
		}
		r, err := newMostOfSpan(most)
		if err == nil {
			err = r.addMore(more)
		}
		if err != nil {
			return err
		}
		into[r.LayerID] = append(into[r.LayerID], r)
	}
	return rows.Err()
}

// fill is a layer with what its rows hold.
func (c content) fill(layer annotate.Layer, id int64, records annotate.Records) (annotate.Layer, error) {
	spans := make([]annotate.Span, 0, len(c.spans[id]))
	for _, row := range c.spans[id] {
		span, err := readSpan(row, records)
		if err != nil {
			return annotate.Layer{}, err
		}
		spans = append(spans, span)
	}
	var links []annotate.Link
	for _, row := range c.links[id] {
		links = append(links, row.link())
	}
	var values []annotate.Value
	for _, row := range c.values[id] {
		values = append(values, row.value())
	}
	filled, err := layer.With(spans, links, values)
	if err != nil {
		return annotate.Layer{}, fail(ErrDamaged, "the labels of %s do not fit together (%v): check the project", layer.Author.Name, err)
	}
	return filled, nil
}

func readSpan(row spanRow, records annotate.Records) (annotate.Span, error) {
	record, err := row.record()
	if err != nil {
		return annotate.Span{}, fail(ErrDamaged, "the span %s cannot be read (%v): check the project", row.UID, err)
	}
	span, err := records.Read(record)
	if err != nil {
		return annotate.Span{}, fail(ErrDamaged, "the span %s does not fit its text (%v): check the project", row.UID, err)
	}
	return span, nil
}

// readAuthors are all authors by key.
func readAuthors(tx *gorm.DB) (map[int64]annotate.Author, error) {
	rows, err := gorm.G[authorRow](tx).Find(tx.Statement.Context)
	authors := make(map[int64]annotate.Author, len(rows))
	for _, row := range rows {
		authors[row.ID] = row.author()
	}
	return authors, err
}
