package storage

import (
	"cmp"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// An authorBook are the authors that an import has met, as they were named.
type authorBook map[annotate.Author]authorRow

// author is the project's author of a document's layer, who is added if need
// be.
func (s *shelf) author(doc annotate.Document, layer annotate.Layer) (authorRow, error) {
	named := asImported(layer.Author)
	if row, met := s.authors[named]; met {
		return row, nil
	}
	row, err := knownAuthor(s.tx, named)
	if errors.Is(err, gorm.ErrRecordNotFound) {
		row, err = s.addAuthor(doc, named)
	}
	if err != nil {
		return row, err
	}
	if s.authors == nil {
		s.authors = authorBook{}
	}
	s.authors[named] = row
	return row, nil
}

// addAuthor adds an author. One who is called as another of the project is is
// kept apart, which is said.
func (s *shelf) addAuthor(doc annotate.Document, named annotate.Author) (authorRow, error) {
	row, err := newAuthor(named)
	if err != nil {
		return row, err
	}
	other, err := findAuthor(s.tx, named.Name, named.Kind)
	switch {
	case err == nil && isSomebody(named.Kind) && isSomebody(annotate.AuthorKind(other.Kind)):
		what := fmt.Sprintf("there are two people called %s: the one of the project, %s, and the one of the file, %s; their labels are kept apart", named.Name, other.UID, row.UID)
		s.report.Noticed = append(s.report.Noticed, Notice{doc.Origin, what})
	case err != nil && !errors.Is(err, gorm.ErrRecordNotFound):
		return row, err
	}
	return row, addAuthor(s.tx, &row)
}

// asImported is an author of a document: without a kind it is a file.
func asImported(named annotate.Author) annotate.Author {
	named.Kind = cmp.Or(named.Kind, annotate.Imported)
	return named
}

// knownAuthor finds one with an ID by it, one without by name and kind. Files
// and suggesters of one name are the same also when their IDs are not, which
// older versions made at random.
func knownAuthor(tx *gorm.DB, named annotate.Author) (authorRow, error) {
	if named.ID == "" {
		return findAuthor(tx, named.Name, named.Kind)
	}
	var row authorRow
	err := tx.Where("uid = ?", string(named.ID)).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) && !isSomebody(named.Kind) {
		err = tx.Where("name = ? AND kind = ?", named.Name, string(named.Kind)).Order("id").Take(&row).Error
	}
	return row, err
}
