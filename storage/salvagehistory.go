package storage

import (
	"bytes"
	"fmt"
	"time"

	"github.com/glossator/glossator/annotate"
)

// salvagedName is the name of an edit that stands for those that were lost.
const salvagedName = "Salvaged"

// A story is what can be read of a layer's history, by one who knows what the
// layer came to.
type story struct {
	entries []annotate.Entry
	of      int  // how many edits there were
	whole   bool // nothing is missing
	end     annotate.Layer
}

// readStory reads the history of a layer. What is proved from its beginning on
// is kept, and what is proved from its end back; an edit in between stands for
// what was lost. Without its end, which held tells, only the beginning is.
func (s *salvage) readStory(row layerRow, article annotate.Article, held *annotate.Layer) story {
	author := s.author(row.AuthorID)
	past := newPast(row, freeze(article), map[int64]annotate.Author{row.AuthorID: author})
	rows := s.editRows(row.ID)
	found := story{of: row.Edits, end: row.layer(article.ID, author)}
	for len(rows) > 0 {
		entry, err := past.next(rows[0])
		if err != nil {
			break
		}
		next, err := found.end.Apply(entry.Edit)
		if err != nil {
			break
		}
		found.entries, found.end, rows = append(found.entries, entry), next, rows[1:]
	}
	if found.whole = len(rows) == 0 && past.end() == nil; found.whole || held == nil {
		return found
	}
	tail, from := readBack(past, rows, row.Head, *held)
	bridge := annotate.Between(found.end, from)
	if bridge.Name = salvagedName; !bridge.Empty() {
		found.entries = append(found.entries, annotate.Entry{ID: annotate.NewID(), At: time.UnixMilli(row.ChangedMS).UTC(), Move: annotate.Do, Edit: bridge})
	}
	found.entries, found.end = append(found.entries, tail...), *held
	return found
}

// editRows are the edits of a layer that can be read, the oldest first.
func (s *salvage) editRows(layer int64) []editRow {
	var numbers []int64
	if s.db.Model(&editRow{}).Where("layer_id = ?", layer).Order("seq").Pluck("seq", &numbers).Error != nil {
		return nil
	}
	var rows []editRow
	for _, number := range numbers {
		var row editRow
		if s.db.Where("seq = ?", number).Take(&row).Error == nil {
			rows = append(rows, row)
		}
	}
	return rows
}

// readBack goes back from what a layer came to, as far as each edit is the one
// that the next names. It tells those edits, the oldest first, and the layer
// before them. What some of them undid may be lost, so all are edits of their
// own.
func readBack(past *past, rows []editRow, head []byte, end annotate.Layer) ([]annotate.Entry, annotate.Layer) {
	var tail []annotate.Entry
	for i := len(rows) - 1; i >= 0 && bytes.Equal(rows[i].Hash, head); i-- {
		past.head = rows[i].PrevHash
		entry, err := past.next(rows[i])
		if err != nil {
			break
		}
		before, err := end.Apply(entry.Edit.Inverse())
		if err != nil {
			break
		}
		entry.Move = annotate.Do
		tail, end, head = append([]annotate.Entry{entry}, tail...), before, rows[i].PrevHash
	}
	return tail, end
}

// tell says what was lost of a history.
func (f story) tell() string {
	kept := len(f.entries)
	for _, entry := range f.entries {
		if entry.Edit.Name == salvagedName {
			kept--
		}
	}
	return fmt.Sprintf("its history is damaged: of %d edits %d were kept", max(f.of, kept), kept)
}
