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
	Past    []annotate.Kept
	Saver   annotate.Saver
	Units   annotate.Units   // of the article's text, in code points
	Others  []annotate.Layer // in the order in which they were begun
}

// Work takes an article in hand for an author. A layer that is not there yet
// is kept from its first saved entry on. The text is checked against its hash,
// the history against its chain.
func (p *Project) Work(ctx context.Context, article annotate.ID, author annotate.Author) (Work, error) {
	return p.TakeUp(ctx, article, author, func(string) {})
}

// TakeUp is Work for one who prepares for a long text meanwhile: ahead is given
// the text as soon as it is read. It may be damaged as long as there is no Work.
func (p *Project) TakeUp(ctx context.Context, article annotate.ID, author annotate.Author, ahead func(text string)) (Work, error) {
	u := unchecked{saver: &saver{project: p}}
	err := p.read(ctx, func(tx *gorm.DB) (err error) {
		if u.article, err = readArticleRow(tx, article); err != nil {
			return err
		}
		ahead(u.article.Text)
		if u.authors, err = readAuthors(tx); err != nil {
			return err
		}
		return u.readLayers(tx, author)
	})
	if err != nil {
		return Work{}, err
	}
	return u.check()
}

// An unchecked is an article that was read, and is yet to be checked before
// anybody works on it.
type unchecked struct {
	saver   *saver
	article articleRow
	authors map[int64]annotate.Author
	layers  []layerRow
	held    content
	edits   []editRow // of the author's own layer
}

// readLayers reads the article's layers, and the history of the author's own.
func (u *unchecked) readLayers(tx *gorm.DB, author annotate.Author) (err error) {
	for key, known := range u.authors {
		if known.ID == author.ID {
			u.saver.layer.AuthorID = key
		}
	}
	if u.saver.layer.AuthorID == 0 {
		if !u.saver.project.readOnly {
			return fail(ErrNoAuthor, "%s is no author of this project", author.Name)
		}
		u.authors[0] = author
	}
	if err := tx.Where("article_id = ?", u.article.ID).Order("id").Find(&u.layers).Error; err != nil {
		return err
	}
	for _, row := range u.layers {
		if row.AuthorID == u.saver.layer.AuthorID {
			if u.edits, err = readEdits(tx, row); err != nil {
				return err
			}
		}
	}
	u.held, err = readContent(tx, u.layers)
	return err
}

// check is the work on what was read, if nothing of it is damaged.
func (u unchecked) check() (Work, error) {
	article, err := u.article.checked()
	if err != nil {
		return Work{}, err
	}
	s := u.saver
	s.text, s.frozen = article.Text, frozen{annotate.Recording(article.Text), annotate.Hash(u.article.SHA256)}
	w := Work{Article: article, Layer: annotate.NewLayer(article.ID, u.authors[s.layer.AuthorID]), Saver: s, Units: s.records.Units()}
	if err := u.addLayers(&w); err != nil {
		return Work{}, err
	}
	s.begin(w.Layer, u.article.ID, s.hash)
	return w, nil
}

// addLayers puts the article's layers into the work: the saver's author's own,
// and the others.
func (u unchecked) addLayers(w *Work) error {
	own := u.saver.layer.AuthorID
	for _, row := range u.layers {
		layer, err := u.held.fill(row.layer(w.Article.ID, u.authors[row.AuthorID]), row.ID, u.saver.records)
		if err != nil {
			return err
		}
		if row.AuthorID != own {
			w.Others = append(w.Others, layer)
			continue
		}
		w.Layer, u.saver.layer = layer, row
		if w.Past, err = newPast(row, u.saver.frozen, u.authors).kept(u.edits); err != nil {
			return err
		}
	}
	return nil
}

// readArticle reads an article and checks its text.
func readArticle(tx *gorm.DB, id annotate.ID) (articleRow, annotate.Article, error) {
	row, err := readArticleRow(tx, id)
	if err != nil {
		return row, annotate.Article{}, err
	}
	article, err := row.checked()
	return row, article, err
}

func readArticleRow(tx *gorm.DB, id annotate.ID) (articleRow, error) {
	var row articleRow
	err := tx.Where("uid = ?", string(id)).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = fail(ErrNoArticle, "there is no article %s in this project", id)
	}
	return row, err
}

// checked is the article of a row, if its text is the one that was imported.
func (r articleRow) checked() (annotate.Article, error) {
	article, err := r.article()
	if err == nil && !r.intact(article) {
		err = fail(ErrDamaged, "the text of %q is not what was imported: check the project", r.Title)
	}
	return article, err
}
