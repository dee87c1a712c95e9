package storage

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A HistoryQuery says which edits to list. The zero value lists all of them.
type HistoryQuery struct {
	Article annotate.ID // only of this article; empty: of all
	Author  annotate.ID // only by this author; empty: by all
	Before  *Past       // begin with those older than this one; nil: with the newest
	Limit   int         // at most so many; 0: 100
}

// A Past is an edit as a history shows it: who did what when, with the text.
type Past struct {
	Number  int64 // ascends through the whole project
	Entry   annotate.ID
	At      time.Time
	Author  annotate.Author
	Move    annotate.Move
	Name    string // of the edit: "Label as actor"
	Article annotate.ID
	Title   string
	Layer   annotate.ID
	// What was taken away and what was put in, with quotes; offsets are in code
	// points. What changed is in both.
	Change annotate.EditRecord
}

// defaultHistory is how many edits a page has if nothing is said.
const defaultHistory = 100

// History lists edits, the newest first: of an article or of the whole project.
func (p *Project) History(ctx context.Context, q HistoryQuery) ([]Past, error) {
	var list []Past
	err := p.read(ctx, func(tx *gorm.DB) error {
		rows, err := q.rows(tx)
		if err != nil {
			return err
		}
		list, err = readPasts(tx, rows)
		return err
	})
	return list, err
}

// rows are the edits of a query.
func (q HistoryQuery) rows(tx *gorm.DB) ([]editRow, error) {
	edits := tx.Session(&gorm.Session{})
	if q.Before != nil {
		edits = edits.Where("seq < ?", q.Before.Number)
	}
	if q.Author != "" {
		author, err := authorKey(tx, q.Author)
		if err != nil {
			return nil, err
		}
		edits = edits.Where("author_id = ?", author)
	}
	if q.Article != "" {
		layers := tx.Table("layers l").Joins("JOIN articles a ON a.id = l.article_id").Where("a.uid = ?", string(q.Article)).Select("l.id")
		edits = edits.Where("layer_id IN (?)", layers)
	}
	if q.Limit <= 0 {
		q.Limit = defaultHistory
	}
	var rows []editRow
	return rows, edits.Order("seq DESC").Limit(q.Limit).Find(&rows).Error
}

// A pastOf is the article that a layer is of.
type pastOf struct {
	ID                    int64
	Layer, Article, Title string
}

// readPasts reads what belongs to some edits.
func readPasts(tx *gorm.DB, rows []editRow) ([]Past, error) {
	var layers []int64
	for _, row := range rows {
		layers = append(layers, row.LayerID)
	}
	slices.Sort(layers)
	var found []pastOf
	err := tx.Table("layers l").Joins("JOIN articles a ON a.id = l.article_id").Where("l.id IN ?", slices.Compact(layers)).
		Select("l.id", "l.uid AS layer", "a.uid AS article", "a.title").Scan(&found).Error
	if err != nil {
		return nil, err
	}
	of := map[int64]pastOf{}
	for _, f := range found {
		of[f.ID] = f
	}
	authors, err := readAuthors(tx)
	if err != nil {
		return nil, err
	}
	list := make([]Past, 0, len(rows))
	for _, row := range rows {
		at := of[row.LayerID]
		past := Past{Number: row.Seq, Entry: annotate.ID(row.UID), At: row.at(), Author: authors[row.AuthorID],
			Move: annotate.Move(row.Move), Name: row.Name, Article: annotate.ID(at.Article), Title: at.Title, Layer: annotate.ID(at.Layer)}
		if err := json.Unmarshal([]byte(row.Body), &past.Change); err != nil {
			return list, fail(ErrDamaged, "edit %d of the history cannot be read (%v): check the project", row.Seq, err)
		}
		list = append(list, past)
	}
	return list, nil
}

// LayerAt is a layer as it was after one of its entries, found by replaying
// the history up to it; an empty entry is the beginning. The history is checked
// by its chain. [annotate.Between] is the edit that brings the state back.
func (p *Project) LayerAt(ctx context.Context, layer, entry annotate.ID) (annotate.Layer, error) {
	var then annotate.Layer
	err := p.read(ctx, func(tx *gorm.DB) error {
		var row layerRow
		err := tx.Where("uid = ?", string(layer)).Take(&row).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return fail(ErrNoArticle, "there are no labels %s in this project", layer)
		}
		if err != nil {
			return err
		}
		then, err = layerAt(tx, row, entry)
		return err
	})
	return then, err
}

func layerAt(tx *gorm.DB, row layerRow, until annotate.ID) (annotate.Layer, error) {
	var of articleRow
	if err := tx.Take(&of, row.ArticleID).Error; err != nil {
		return annotate.Layer{}, err
	}
	_, article, err := readArticle(tx, annotate.ID(of.UID))
	if err != nil {
		return annotate.Layer{}, err
	}
	authors, err := readAuthors(tx)
	if err != nil {
		return annotate.Layer{}, err
	}
	entries, err := newPast(row, freeze(article), authors).entries(tx)
	if err != nil {
		return annotate.Layer{}, err
	}
	layer := row.layer(article.ID, authors[row.AuthorID])
	if until == "" {
		return layer, nil
	}
	for _, entry := range entries {
		if layer, err = layer.Apply(entry.Edit); err != nil {
			return layer, fail(ErrDamaged, "the history of %q cannot be replayed (%v): check the project", article.Title, err)
		}
		if entry.ID == until {
			return layer, nil
		}
	}
	return annotate.Layer{}, fail(ErrNoArticle, "there is no edit %s in the history of %q", until, article.Title)
}
