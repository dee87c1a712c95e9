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
	// Text is in the title or the text, whatever the case; empty: all. In a
	// project of more than 5 million characters its words are, the longer ones
	// also as the beginnings of others.
	Text   string
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

// ToDo reports whether the article is neither done nor skipped.
func (r Row) ToDo() bool { return r.Status != annotate.Done && r.Status != annotate.Skipped }

// Articles lists articles in the order of import.
func (p *Project) Articles(ctx context.Context, q Query) ([]Row, error) {
	var rows []Row
	err := p.read(ctx, func(tx *gorm.DB) error {
		list, position, err := listing(tx, q, p.searcher)
		if err != nil {
			return err
		}
		if q.After != nil {
			list = list.Where(position+" > ?", q.After.Position)
		}
		if q.Limit > 0 {
			list = list.Limit(q.Limit)
		}
		return list.Order(position).Find(&rows).Error
	})
	return rows, err
}

// Row is one article as a list shows it; for author see [Query].
func (p *Project) Row(ctx context.Context, article, author annotate.ID) (Row, error) {
	var row Row
	err := p.read(ctx, func(tx *gorm.DB) error {
		list, _, err := listing(tx, Query{Author: author}, p.searcher)
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

// listing is a query's rows, without order or limit, and the column that has
// their positions in order.
func listing(tx *gorm.DB, q Query, in searcher) (list *gorm.DB, position string, err error) {
	list, position, err = candidates(tx, q, in)
	if err != nil || q.Author == "" {
		return ofAll(list, q.Status), position, err
	}
	author, err := authorKey(tx, q.Author)
	if position == allArticles && q.begun() {
		position = "l.article_id" // an author's layers are in this order
	}
	return ofAuthor(list, author, q.Status), position, err
}

// begun reports whether only articles are wanted that somebody has begun.
func (q Query) begun() bool { return q.Status != "" && q.Status != annotate.New }

// allArticles is the position of articles that are taken from among all.
const allArticles = "a.id"

// candidates are articles among which a query's are, and the column of their
// positions: as few as an index can tell.
func candidates(tx *gorm.DB, q Query, in searcher) (list *gorm.DB, position string, err error) {
	const these = "(?) AS c CROSS JOIN articles a ON a.id = c.id"
	words, byWords, err := q.words(tx, in)
	if byWords {
		return tx.Table(these, words), "c.id", err
	}
	if q.Author == "" && q.begun() {
		begun := tx.Model(&layerRow{}).Distinct("article_id AS id").Where("status = ?", string(q.Status))
		return withText(tx.Table(these, begun), q.Text), "c.id", err
	}
	return withText(tx.Table("articles a"), q.Text), allArticles, err
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
