package storage

import (
	"context"
	"errors"
	"strings"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A Choice says what to export. The zero value is every article, with the
// layers of all people, imports and curators. Suggestions are never exported.
type Choice struct {
	Author string // name: only this author's layers, and the articles that have one
	Done   bool   // only layers that are done, and the articles that have one
}

// page is how many articles are read at a time where each takes a while.
const page = 64

// At most so many articles are read for an export at a time, and no more when
// their texts have so many bytes.
const (
	exportPage  = 512
	exportBytes = 4 << 20
)

// errStopped says that whoever reads a stream has had enough.
var errStopped = errors.New("stopped")

// Documents streams the project's articles in the order of import, as they
// were when the first was asked for, in constant memory. An author without a
// layer is ErrNoAuthor.
func (p *Project) Documents(ctx context.Context, choice Choice) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		err := p.read(ctx, func(tx *gorm.DB) error {
			e := export{tx: tx, choice: choice, scheme: p.Scheme(), file: p.path, yield: yield}
			return e.run()
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(annotate.Document{}, err)
		}
	}
}

// An export streams documents out of one transaction.
type export struct {
	tx      *gorm.DB
	choice  Choice
	scheme  annotate.Scheme
	file    string
	yield   func(annotate.Document, error) bool
	authors map[int64]annotate.Author
	chosen  []int64 // keys of the authors whose layers are wanted
}

func (e *export) run() (err error) {
	if e.authors, err = readAuthors(e.tx); err != nil {
		return err
	}
	if err := e.choose(); err != nil {
		return err
	}
	for after := int64(0); ; {
		articles, err := e.page(after)
		if err != nil || len(articles) == 0 {
			return err
		}
		if err := e.documents(articles); err != nil {
			return err
		}
		after = articles[len(articles)-1].ID
	}
}

// choose finds whose layers are wanted.
func (e *export) choose() error {
	var names []string
	for key, author := range e.authors {
		if author.Kind == annotate.Suggester {
			continue
		}
		names = append(names, author.Name)
		if e.choice.Author == "" || e.choice.Author == author.Name {
			e.chosen = append(e.chosen, key)
		}
	}
	if e.choice.Author != "" && len(e.chosen) == 0 {
		return fail(ErrNoAuthor, "nobody called %q has marked anything in %s; there are: %s", e.choice.Author, e.file, strings.Join(names, ", "))
	}
	return nil
}

// page reads the next articles that are wanted. There are so many of them that
// they are read without GORM's reflection.
func (e *export) page(after int64) ([]articleRow, error) {
	some := e.tx.Model(&articleRow{}).Select("id", "uid", "title", "meta", "text").Where("id > ?", after).Order("id").Limit(exportPage)
	if e.choice != (Choice{}) {
		some = some.Where("id IN (?)", e.layers().Select("article_id").Where("article_id > ?", after).Order("article_id").Limit(exportPage*len(e.chosen)))
	}
	rows, err := some.Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var articles []articleRow
	for size := 0; size < exportBytes && rows.Next(); {
		var r articleRow
		if err := rows.Scan(&r.ID, &r.UID, &r.Title, &r.Meta, &r.Text); err != nil {
			return nil, err
		}
		articles, size = append(articles, r), size+len(r.Text)
	}
	return articles, rows.Err()
}

// layers are those that are wanted.
func (e *export) layers() *gorm.DB {
	chosen := e.tx.Model(&layerRow{}).Where("author_id IN ?", e.chosen)
	if e.choice.Done {
		chosen = chosen.Where("status = ?", string(annotate.Done))
	}
	return chosen
}

// layersOf reads the layers of some articles that are wanted, those of each
// article in the order in which they were begun.
func (e *export) layersOf(articles []int64) ([]layerRow, error) {
	var layers []layerRow
	for _, c := range among("article_id", articles) {
		rows, err := e.layers().Select("id", "uid", "article_id", "author_id").Where(c.sql, c.args...).Order("id").Rows()
		if err != nil {
			return nil, err
		}
		for rows.Next() && err == nil {
			var l layerRow
			err = rows.Scan(&l.ID, &l.UID, &l.ArticleID, &l.AuthorID)
			layers = append(layers, l)
		}
		if err := errors.Join(err, rows.Err(), rows.Close()); err != nil {
			return nil, err
		}
	}
	return layers, nil
}

// documents hands out the documents of some articles.
func (e *export) documents(articles []articleRow) error {
	ids := make([]int64, len(articles))
	for i, a := range articles {
		ids[i] = a.ID
	}
	layers, err := e.layersOf(ids)
	if err != nil {
		return err
	}
	held, err := readContent(e.tx, layers)
	if err != nil {
		return err
	}
	of := map[int64][]layerRow{}
	for _, l := range layers {
		of[l.ArticleID] = append(of[l.ArticleID], l)
	}
	for _, row := range articles {
		doc, err := e.document(row, of[row.ID], held)
		if err != nil {
			return err
		}
		if !e.yield(doc, nil) {
			return errStopped
		}
	}
	return nil
}

func (e *export) document(row articleRow, layers []layerRow, held content) (annotate.Document, error) {
	article, err := row.article()
	if err != nil {
		return annotate.Document{}, err
	}
	doc := annotate.Document{Article: article, Scheme: &e.scheme, Origin: annotate.Origin{File: e.file}}
	if len(layers) == 0 {
		return doc, nil
	}
	records := annotate.Recording(article.Text)
	for _, l := range layers {
		layer, err := held.fill(l.layer(article.ID, e.authors[l.AuthorID]), l.ID, records)
		if err != nil {
			return doc, err
		}
		doc.Layers = append(doc.Layers, layer)
	}
	return doc, nil
}
