package storage

import (
	"cmp"
	"errors"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// An authorBook are the authors that an import has met, as they were named.
type authorBook map[annotate.Author]authorRow

// find is the project's author for one of a document, who is added if need be:
// one with an ID is known by it, one without by name and kind.
func (b *authorBook) find(tx *gorm.DB, named annotate.Author) (authorRow, error) {
	named = asImported(named)
	if row, met := (*b)[named]; met {
		return row, nil
	}
	row, err := knownAuthor(tx, named)
	if errors.Is(err, gorm.ErrRecordNotFound) {
		if row, err = newAuthor(named); err == nil {
			err = addAuthor(tx, &row)
		}
	}
	if err != nil {
		return row, err
	}
	if *b == nil {
		*b = authorBook{}
	}
	(*b)[named] = row
	return row, nil
}

// asImported is an author of a document: without a kind it is a file.
func asImported(named annotate.Author) annotate.Author {
	named.Kind = cmp.Or(named.Kind, annotate.Imported)
	return named
}

func knownAuthor(tx *gorm.DB, named annotate.Author) (authorRow, error) {
	if named.ID == "" {
		return findAuthor(tx, named.Name, named.Kind)
	}
	var row authorRow
	err := tx.Where("uid = ?", string(named.ID)).Take(&row).Error
	return row, err
}
