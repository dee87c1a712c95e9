package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A Rescue says what could be read of a damaged project.
type Rescue struct {
	Report           // what came into the new project
	Lost   []Problem // what could not be read, at most 1000
	More   int       // what Lost leaves out
}

// maxLost is how many losses are told one by one.
const maxLost = 1000

// Salvage makes a new project, to, of what can be read in a damaged one: the
// articles, and of their layers what the history proves or, where it cannot be
// read, what stands there. Of the history all is kept that can be read and
// proved; an edit called "Salvaged" stands for what is missing in between. The
// damaged file stays as it is.
func Salvage(ctx context.Context, from, to string) (Rescue, error) {
	if err := checkFile(from); err != nil {
		return Rescue{}, err
	}
	folder, err := os.MkdirTemp("", "glossator-*")
	if err != nil {
		return Rescue{}, err
	}
	defer os.RemoveAll(folder)
	file, err := copyDatabase(from, folder)
	if err != nil {
		return Rescue{}, unreadable(from, err)
	}
	db, err := connect(file, reading, 1)
	if err != nil {
		return Rescue{}, err
	}
	s := salvage{db: db.WithContext(ctx), file: from}
	err = s.into(ctx, to)
	return s.rescue, errors.Join(err, disconnect(db))
}

// A salvage reads what it can.
type salvage struct {
	db      *gorm.DB
	file    string
	authors map[int64]annotate.Author
	pasts   map[annotate.ID][]annotate.Entry // of the layers that were handed out
	rescue  Rescue
}

func (s *salvage) lose(where, what string) {
	if len(s.rescue.Lost) >= maxLost {
		s.rescue.More++
		return
	}
	s.rescue.Lost = append(s.rescue.Lost, Problem{where, what})
}

func (s *salvage) into(ctx context.Context, to string) error {
	scheme, err := lastScheme(s.db)
	if err != nil {
		s.lose(filepath.Base(s.file), fmt.Sprintf("its scheme cannot be read (%v): it is made of the labels that are used", err))
		scheme = annotate.Scheme{Name: "salvaged"}
	}
	last := s.lastArticle()
	if last == 0 {
		return fail(ErrDamaged, "nothing can be read in %s: take a copy from before", s.file)
	}
	s.readAuthors()
	p, err := Create(to, scheme)
	if err != nil {
		return err
	}
	docs := func(yield func(annotate.Document, error) bool) {
		for id := int64(1); id <= last && ctx.Err() == nil; id++ {
			if doc, ok := s.document(id); ok && !yield(doc, nil) {
				return
			}
		}
	}
	s.pasts = map[annotate.ID][]annotate.Entry{}
	report, err := p.importInto(ctx, docs, importer{options: ImportOptions{AddLabels: true, SkipRefused: true}, searcher: p.searcher,
		pasts: s.pasts, entries: map[annotate.ID]bool{}})
	s.rescue.Report = report
	for _, refused := range report.Refused {
		s.lose(refused.Origin.File, refused.Reason)
	}
	if err == nil {
		err = s.carrySets(ctx, p)
	}
	if err = errors.Join(err, p.Close()); err != nil {
		removeDatabase(to)
	}
	return err
}

// lastArticle is the highest key that any part of the file knows of.
func (s *salvage) lastArticle() int64 {
	var last int64
	for _, where := range []string{"SELECT max(id) FROM articles", "SELECT articles FROM totals", "SELECT max(article_id) FROM layers",
		"SELECT max(rowid) FROM article_words_docsize"} {
		var n int64
		if s.db.Raw(where).Row().Scan(&n) == nil {
			last = max(last, n)
		}
	}
	return last
}

// readAuthors reads the authors one by one.
func (s *salvage) readAuthors() {
	s.authors = map[int64]annotate.Author{}
	var last int64
	if s.db.Raw("SELECT max(id) FROM authors").Row().Scan(&last) != nil {
		last = maxLost
	}
	for id := int64(1); id <= last; id++ {
		var row authorRow
		if s.db.Take(&row, id).Error == nil {
			s.authors[id] = row.author()
		}
	}
}

// author is the author with a key. One that cannot be read has the key for a
// name.
func (s *salvage) author(id int64) annotate.Author {
	if author, known := s.authors[id]; known {
		return author
	}
	return annotate.Author{ID: annotate.DerivedID("lost author", fmt.Sprint(id)), Name: fmt.Sprintf("author %d", id), Kind: annotate.Imported}
}

// document is what can be read of an article.
func (s *salvage) document(id int64) (annotate.Document, bool) {
	where := fmt.Sprintf("article %d", id)
	var row articleRow
	if err := s.db.Where("id = ?", id).Take(&row).Error; err != nil {
		s.lose(where, fmt.Sprintf("it cannot be read: %v", err))
		return annotate.Document{}, false
	}
	where = fmt.Sprintf("article %q", row.Title)
	article, err := row.article()
	if err != nil {
		s.lose(where, fmt.Sprintf("what is known about it cannot be read: %v", err))
	}
	article.Text, _ = annotate.Clean(article.Text)
	if !row.intact(article) {
		s.lose(where, "its text is not what was imported: compare it with its source")
	}
	if article.ID.Check() != nil {
		article.ID = ""
	}
	doc := annotate.Document{Article: article, Origin: annotate.Origin{File: where}}
	var layers []layerRow
	if err := s.db.Where("article_id = ?", id).Order("id").Find(&layers).Error; err != nil {
		s.lose(where, fmt.Sprintf("who marked something in it cannot be read: %v", err))
	}
	for _, l := range layers {
		if layer, ok := s.layer(l, article); ok {
			doc.Layers = append(doc.Layers, layer)
		}
	}
	return doc, true
}

// layer is what can be read of an author's work: what the history leads to, if
// it is whole; otherwise what stands there; otherwise what the history leads to
// as far as it can be read.
func (s *salvage) layer(row layerRow, article annotate.Article) (annotate.Layer, bool) {
	author := s.author(row.AuthorID)
	where := fmt.Sprintf("%s on %q", author.Name, article.Title)
	held, err := s.held(row, article, author)
	found := s.readStory(row, article, held)
	if !found.whole {
		s.lose(where, found.tell())
	}
	if !found.whole && held == nil {
		s.lose(where, fmt.Sprintf("its labels cannot be read (%v), nor its whole history: %d spans were found", err, found.end.SpanCount()))
	}
	if len(found.entries) > 0 && found.end.ID.Check() == nil {
		s.pasts[found.end.ID] = found.entries
	}
	return found.end, found.whole || held != nil || found.end.SpanCount() > 0
}

// held is a layer as it stands; nil if it cannot be read.
func (s *salvage) held(row layerRow, article annotate.Article, author annotate.Author) (*annotate.Layer, error) {
	content, err := readContent(s.db, []layerRow{row})
	if err != nil {
		return nil, err
	}
	layer, err := content.fill(row.layer(article.ID, author), row.ID, annotate.Recording(article.Text))
	if err != nil {
		return nil, err
	}
	return &layer, nil
}
