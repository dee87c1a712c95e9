package storage

import (
	"bytes"
	"context"
	"errors"

	"gorm.io/gorm"
)

// A Preview says what restoring a snapshot would change.
type Preview struct {
	Now, Then Figures
	Changed   []ChangedLayer // at most 100
	More      int            // layers that Changed leaves out
}

// Figures count what is in a project, suggestions too.
type Figures struct {
	Articles int `json:"articles"`
	Layers   int `json:"layers"` // that somebody began
	Spans    int `json:"spans"`
	Links    int `json:"links"`
	Edits    int `json:"edits"`
}

// A ChangedLayer is an author's work on an article that is not the same in the
// project and in a snapshot.
type ChangedLayer struct {
	Title  string `json:"title"`
	Author string `json:"author"`
	Now    int    `json:"now"`  // spans
	Then   int    `json:"then"` // spans; 0 too when it was not begun
}

// maxChanged is how many layers a preview names.
const maxChanged = 100

// Preview compares the project with a snapshot of it.
func (p *Project) Preview(ctx context.Context, snapshot string) (Preview, error) {
	if err := errors.Join(checkFile(snapshot), checkHeader(snapshot, len(schema))); err != nil {
		return Preview{}, err
	}
	then, err := peek(snapshot)
	if err != nil {
		return Preview{}, err
	}
	var found Preview
	err = p.read(ctx, func(tx *gorm.DB) error {
		return found.compare(tx, then.WithContext(ctx))
	})
	return found, errors.Join(explain(snapshot, err), disconnect(then))
}

func (f *Preview) compare(now, then *gorm.DB) (err error) {
	if f.Now, err = countFigures(now); err != nil {
		return err
	}
	if f.Then, err = countFigures(then); err != nil {
		return err
	}
	for a, b := (heads{db: now}), (heads{db: then}); ; {
		left, right, err := pair(&a, &b)
		if err != nil || left == nil && right == nil {
			return err
		}
		if left != nil && right != nil && bytes.Equal(left.Head, right.Head) {
			continue
		}
		if err := f.add(left, right, now, then); err != nil {
			return err
		}
	}
}

func countFigures(db *gorm.DB) (Figures, error) {
	var f Figures
	err := db.Table("layers").Select("count(*) AS layers, coalesce(sum(spans), 0) AS spans, coalesce(sum(links), 0) AS links, coalesce(sum(edits), 0) AS edits").Scan(&f).Error
	if err != nil {
		return f, err
	}
	return f, db.Table("articles").Select("count(*)").Scan(&f.Articles).Error
}

// add notes a layer that differs; left is the one now, right the one then.
func (f *Preview) add(left, right *layerRow, now, then *gorm.DB) error {
	if len(f.Changed) >= maxChanged {
		f.More++
		return nil
	}
	row, db := left, now
	if left == nil {
		row, db = right, then
	}
	var c ChangedLayer
	err := db.Table("layers l").Select("a.title, w.name AS author").Joins("JOIN articles a ON a.id = l.article_id JOIN authors w ON w.id = l.author_id").
		Where("l.id = ?", row.ID).Scan(&c).Error
	if left != nil {
		c.Now = left.Spans
	}
	if right != nil {
		c.Then = right.Spans
	}
	f.Changed = append(f.Changed, c)
	return err
}

// Heads are the layers of a database by uid, read in pages.
type heads struct {
	db    *gorm.DB
	rows  []layerRow
	after string
	ended bool
}

// peek is the next layer; nil behind the last.
func (h *heads) peek() (*layerRow, error) {
	if len(h.rows) == 0 && !h.ended {
		err := h.db.Select("id", "uid", "spans", "head").Where("uid > ?", h.after).Order("uid").Limit(batch).Find(&h.rows).Error
		if err != nil {
			return nil, err
		}
		h.ended = len(h.rows) < batch
	}
	if len(h.rows) == 0 {
		return nil, nil
	}
	return &h.rows[0], nil
}

func (h *heads) take() *layerRow {
	row := h.rows[0]
	h.rows, h.after = h.rows[1:], row.UID
	return &row
}

// pair takes the next layer that either has, from both when both have it.
func pair(a, b *heads) (left, right *layerRow, err error) {
	l, err := a.peek()
	if err != nil {
		return nil, nil, err
	}
	r, err := b.peek()
	if err != nil {
		return nil, nil, err
	}
	if l != nil && (r == nil || l.UID <= r.UID) {
		left = l
	}
	if r != nil && (l == nil || r.UID <= l.UID) {
		right = r
	}
	if left != nil {
		left = a.take()
	}
	if right != nil {
		right = b.take()
	}
	return left, right, nil
}
