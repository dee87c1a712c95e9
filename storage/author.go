package storage

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Author finds an author by name and kind, or makes one. A person and a file
// imported under the person's name are the same author. In a project that
// cannot be written a new author lasts until it is closed.
func (p *Project) Author(name string, kind annotate.AuthorKind) (annotate.Author, error) {
	ctx := context.Background()
	found, err := findAuthor(p.reader.WithContext(ctx), name, kind)
	if !errors.Is(err, gorm.ErrRecordNotFound) {
		return found.author(), explain(p.path, err)
	}
	made, err := newAuthor(annotate.Author{Name: name, Kind: kind})
	if err != nil || p.readOnly {
		return made.author(), err
	}
	err = p.write(ctx, func(tx *gorm.DB) error { return addAuthor(tx, &made) })
	return made.author(), err
}

// Join finds an author by ID, or makes a person of that ID: somebody who has one
// identity in all projects. One who is known by another name is called by the
// new one from here on. In a project that cannot be written that lasts until it
// is closed.
func (p *Project) Join(user annotate.Author) (annotate.Author, error) {
	ctx := context.Background()
	var row authorRow
	err := p.reader.WithContext(ctx).Where("uid = ?", string(user.ID)).Take(&row).Error
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		if row, err = newAuthor(user); err != nil || p.readOnly {
			return row.author(), err
		}
		err = p.write(ctx, func(tx *gorm.DB) error { return addAuthor(tx, &row) })
	case err == nil && row.Name != user.Name:
		_, err = newAuthor(user) // is the name a name?
		if row.Name = user.Name; err != nil || p.readOnly {
			return row.author(), err
		}
		err = p.write(ctx, func(tx *gorm.DB) error { return renameAuthor(tx, row) })
	}
	return row.author(), explain(p.path, err)
}

// renameAuthor keeps an author's name.
func renameAuthor(tx *gorm.DB, row authorRow) error {
	if err := tx.Model(&row).Update("name", row.Name).Error; err != nil {
		return err
	}
	return sealedAuthors.renew(tx, row.ID)
}

// Authors are all who have marked something or were made to, by name.
func (p *Project) Authors(ctx context.Context) ([]annotate.Author, error) {
	rows, err := gorm.G[authorRow](p.reader).Order("name, kind, id").Find(ctx)
	var authors []annotate.Author
	for _, row := range rows {
		authors = append(authors, row.author())
	}
	return authors, explain(p.path, err)
}

func (a authorRow) author() annotate.Author {
	return annotate.Author{ID: annotate.ID(a.UID), Name: a.Name, Kind: annotate.AuthorKind(a.Kind)}
}

// findAuthor finds the oldest author of a name: one of that kind first.
func findAuthor(tx *gorm.DB, name string, kind annotate.AuthorKind) (authorRow, error) {
	var row authorRow
	err := gorm.ErrRecordNotFound
	for _, k := range sameAuthor(kind) {
		err = tx.Session(&gorm.Session{}).Where("name = ? AND kind = ?", name, string(k)).Order("id").Take(&row).Error
		if !errors.Is(err, gorm.ErrRecordNotFound) {
			break
		}
	}
	return row, err
}

// sameAuthor are the kinds that an author of one name may be found under.
func sameAuthor(kind annotate.AuthorKind) []annotate.AuthorKind {
	switch kind {
	case annotate.Person:
		return []annotate.AuthorKind{annotate.Person, annotate.Imported}
	case annotate.Imported:
		return []annotate.AuthorKind{annotate.Imported, annotate.Person}
	}
	return []annotate.AuthorKind{kind}
}

// newAuthor is the row of an author that is not in the file yet.
func newAuthor(a annotate.Author) (authorRow, error) {
	if a.Name == "" {
		return authorRow{}, errors.New("an author must have a name")
	}
	if err := annotate.CheckName(a.Name); err != nil {
		return authorRow{}, fmt.Errorf("author %q: %w", a.Name, err)
	}
	switch a.Kind {
	case annotate.Person, annotate.Imported, annotate.Suggester, annotate.Curator:
	default:
		return authorRow{}, fmt.Errorf("%q is not a kind of author: use person, import, suggester or curator", a.Kind)
	}
	switch {
	case a.ID != "":
	case isSomebody(a.Kind):
		a.ID = annotate.NewID()
	default:
		a.ID = annotate.DerivedID("author", string(a.Kind), a.Name)
	}
	return authorRow{UID: string(a.ID), Name: a.Name, Kind: string(a.Kind)}, a.ID.Check()
}

// isSomebody reports whether authors of a kind are people, of whom there may be
// several of one name. Others are known by their names on every laptop.
func isSomebody(kind annotate.AuthorKind) bool {
	return kind == annotate.Person || kind == annotate.Curator
}

// addAuthor keeps an author, giving it a key.
func addAuthor(tx *gorm.DB, row *authorRow) (err error) {
	if row.ID, err = nextID(tx, row.TableName(), "id"); err != nil {
		return err
	}
	if err := tx.Create(row).Error; err != nil {
		return err
	}
	return sealedAuthors.put(tx, row.ID)
}
