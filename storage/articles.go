package storage

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A Query says which articles to list. The zero value lists all of them.
type Query struct {
	// Author is whose status and number of spans to tell. Empty: the spans of
	// all but suggesters, and the status of whoever changed the article last.
	Author annotate.ID
	Text   string          // in the title or the text, whatever the case; empty: all
	Status annotate.Status // empty: all
	After  *Row            // begin behind this row; nil: at the first
	Limit  int             // at most so many; 0: all
}

// A Row is an article as a list shows it.
type Row struct {
	ID       annotate.ID
	Title    string
	Status   annotate.Status
	Spans    int
	Position int64 // ascends in the order of import, which is the order of lists
}

// Articles lists articles in the order of import.
func (p *Project) Articles(ctx context.Context, q Query) ([]Row, error) {
	var rows []Row
	err := p.read(ctx, func(tx *gorm.DB) error {
		list, err := listing(tx, q)
		if err != nil {
			return err
		}
		if q.After != nil {
			list = list.Where(q.position()+" > ?", q.After.Position)
		}
		if q.Limit > 0 {
			list = list.Limit(q.Limit)
		}
		return list.Order(q.position()).Find(&rows).Error
	})
	return rows, err
}

// Count is how many articles a query finds, whatever its After and Limit.
func (p *Project) Count(ctx context.Context, q Query) (int, error) {
	if q.Status == "" {
		q.Author = "" // whose status and spans it is does not change the number
	}
	var n int64
	err := p.read(ctx, func(tx *gorm.DB) (err error) {
		if q.Text == "" && q.Author != "" && q.Status == annotate.New {
			n, err = countNew(tx, q.Author)
			return err
		}
		list, err := listing(tx, q)
		if err != nil {
			return err
		}
		return list.Count(&n).Error
	})
	return int(n), err
}

// Row is one article as a list shows it; for author see [Query].
func (p *Project) Row(ctx context.Context, article, author annotate.ID) (Row, error) {
	var row Row
	err := p.read(ctx, func(tx *gorm.DB) error {
		list, err := listing(tx, Query{Author: author})
		if err != nil {
			return err
		}
		err = list.Where("a.uid = ?", string(article)).Take(&row).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return fail(ErrNoArticle, "there is no article %s in this project", article)
		}
		return err
	})
	return row, err
}

// position is the column of a row's position that an index has in order.
func (q Query) position() string {
	if q.Author == "" || q.Status == "" || q.Status == annotate.New {
		return "a.id"
	}
	return "l.article_id"
}

// listing is a query's rows, without order or limit.
func listing(tx *gorm.DB, q Query) (*gorm.DB, error) {
	list := withText(tx.Table("articles a"), q.Text)
	if q.Author == "" {
		return ofAll(list, q.Status), nil
	}
	author, err := authorKey(tx, q.Author)
	return ofAuthor(list, author, q.Status), err
}

// ofAuthor tells one author's status and number of spans.
func ofAuthor(list *gorm.DB, author int64, status annotate.Status) *gorm.DB {
	const layer = "JOIN layers l ON l.article_id = a.id AND l.author_id = ?"
	list = list.Select("a.id AS position", "a.uid AS id", "a.title", "coalesce(l.status, 'new') AS status", "coalesce(l.spans, 0) AS spans")
	switch status {
	case "":
		return list.Joins("LEFT "+layer, author)
	case annotate.New:
		return list.Joins("LEFT "+layer, author).Where("coalesce(l.status, 'new') = 'new'")
	}
	return list.Joins(layer, author).Where("l.status = ?", string(status))
}

// ofAll tells the spans of all but suggesters, and the status of whoever
// changed the article last.
func ofAll(list *gorm.DB, status annotate.Status) *gorm.DB {
	const (
		layers = "FROM layers l JOIN authors w ON w.id = l.author_id WHERE l.article_id = a.id AND w.kind <> 'suggester'"
		last   = "coalesce((SELECT l.status " + layers + " ORDER BY l.changed_ms DESC, l.id DESC LIMIT 1), 'new')"
		spans  = "(SELECT coalesce(sum(l.spans), 0) " + layers + ")"
	)
	list = list.Select("a.id AS position", "a.uid AS id", "a.title", last+" AS status", spans+" AS spans")
	if status != "" {
		list = list.Where(last+" = ?", string(status))
	}
	return list
}

// authorKey is the key of an author; 0, whose layers are none, for a stranger.
func authorKey(tx *gorm.DB, author annotate.ID) (int64, error) {
	var id int64
	err := tx.Model(&authorRow{}).Select("coalesce(max(id), 0)").Where("uid = ?", string(author)).Scan(&id).Error
	return id, err
}

// countNew counts the articles that an author has not begun, by counting those
// that are begun: that takes no longer when nearly all are.
func countNew(tx *gorm.DB, author annotate.ID) (int64, error) {
	key, err := authorKey(tx, author)
	if err != nil {
		return 0, err
	}
	var all, begun int64
	if err := tx.Model(&articleRow{}).Count(&all).Error; err != nil {
		return 0, err
	}
	err = tx.Model(&layerRow{}).Where("author_id = ? AND status <> 'new'", key).Count(&begun).Error
	return all - begun, err
}
