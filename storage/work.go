package storage

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Work is all that a session needs: an article and an author's layer of it, the
// history that led there, who saves what follows, and the layers of others.
type Work struct {
	Article annotate.Article
	Layer   annotate.Layer
	Past    []annotate.Entry
	Saver   annotate.Saver
	Units   annotate.Units   // of the article's text, in code points
	Others  []annotate.Layer // in the order in which they were begun
}

// Work takes an article in hand for an author. A layer that is not there yet
// is kept from its first saved entry on. The text is checked against its hash,
// the history against its chain.
func (p *Project) Work(ctx context.Context, article annotate.ID, author annotate.Author) (Work, error) {
	var w Work
	err := p.read(ctx, func(tx *gorm.DB) (err error) {
		w, err = p.takeInHand(tx, article, author)
		return err
	})
	return w, err
}

func (p *Project) takeInHand(tx *gorm.DB, id annotate.ID, author annotate.Author) (Work, error) {
	row, article, err := readArticle(tx, id)
	if err != nil {
		return Work{}, err
	}
	authors, err := readAuthors(tx)
	if err != nil {
		return Work{}, err
	}
	w := Work{Article: article, Layer: annotate.NewLayer(article.ID, author)}
	of := frozen{annotate.Recording(article.Text), annotate.Hash(row.SHA256)} // as readArticle found it to be
	s := &saver{project: p, text: article.Text, frozen: of}
	w.Saver, w.Units = s, of.records.Units()
	for key, known := range authors {
		if known.ID == author.ID {
			s.layer.AuthorID = key
		}
	}
	if s.layer.AuthorID == 0 && !p.readOnly {
		return Work{}, fail(ErrNoAuthor, "%s is no author of this project", author.Name)
	}
	if err := w.addLayers(tx, s, row, authors); err != nil {
		return Work{}, err
	}
	s.begin(w.Layer, row.ID, s.hash)
	return w, nil
}

// readArticle reads an article and checks its text.
func readArticle(tx *gorm.DB, id annotate.ID) (articleRow, annotate.Article, error) {
	var row articleRow
	err := tx.Where("uid = ?", string(id)).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, annotate.Article{}, fail(ErrNoArticle, "there is no article %s in this project", id)
	}
	if err != nil {
		return row, annotate.Article{}, err
	}
	article, err := row.article()
	if err == nil && annotate.Hash(row.SHA256) != article.Hash() {
		err = fail(ErrDamaged, "the text of %q is not what was imported: check the project", row.Title)
	}
	return row, article, err
}

// addLayers puts the article's layers into the work: the saver's author's own,
// and the others.
func (w *Work) addLayers(tx *gorm.DB, s *saver, article articleRow, authors map[int64]annotate.Author) error {
	var rows []layerRow
	if err := tx.Where("article_id = ?", article.ID).Order("id").Find(&rows).Error; err != nil {
		return err
	}
	held, err := readContent(tx, rows)
	if err != nil {
		return err
	}
	for _, row := range rows {
		layer, err := held.fill(row.layer(w.Article.ID, authors[row.AuthorID]), row.ID, s.records)
		if err != nil {
			return err
		}
		if row.AuthorID != s.layer.AuthorID {
			w.Others = append(w.Others, layer)
			continue
		}
		w.Layer, s.layer = layer, row
		if w.Past, err = newPast(row, s.frozen, authors).entries(tx); err != nil {
			return err
		}
	}
	return nil
}
