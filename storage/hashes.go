package storage

import (
	"bytes"
	"errors"
	"math"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// checkHashes reads all that a hash covers, which SQLite does not look at: texts,
// edits, and what was sealed. It fails with ErrDamaged.
func checkHashes(db *gorm.DB, path string) error {
	if err := errors.Join(checkTexts(db, path), checkSeals(db, path)); err != nil {
		return err
	}
	for before := int64(math.MaxInt64); ; {
		first, err := checkEdits(db, path, before, page)
		if err != nil || first == 0 {
			return err
		}
		before = first
	}
}

// checkTexts checks the text of each article.
func checkTexts(db *gorm.DB, path string) error {
	rows, err := db.Model(&articleRow{}).Select("title", "sha256", "text").Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r articleRow
		if err := rows.Scan(&r.Title, &r.SHA256, &r.Text); err != nil {
			return err
		}
		if !r.intact(annotate.Article{Text: r.Text}) {
			return fail(ErrDamaged, "%s is damaged: the text of %q is not what was imported", path, r.Title)
		}
	}
	return rows.Err()
}

// checkSeals checks what was sealed.
func checkSeals(db *gorm.DB, path string) error {
	for _, s := range []sealed{sealedArticles, sealedAuthors, sealedSchemes} {
		keys, err := s.broken(db)
		if err != nil {
			return err
		}
		if len(keys) > 0 {
			return fail(ErrDamaged, "%s is damaged: %s %d is not what was kept", path, s.what, keys[0])
		}
	}
	return nil
}

// checkEdits checks the last edits that are numbered less than before, at most so
// many, and tells the number of the first of them; 0: there are none.
func checkEdits(db *gorm.DB, path string, before int64, most int) (int64, error) {
	var rows []struct {
		Edit          editRow `gorm:"embedded"`
		Layer, Author annotate.ID
	}
	err := db.Table("edits e").Joins("JOIN layers l ON l.id = e.layer_id JOIN authors w ON w.id = e.author_id").
		Select("e.*, l.uid AS layer, w.uid AS author").Where("e.seq < ?", before).Order("e.seq DESC").Limit(most).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	for _, row := range rows {
		if !bytes.Equal(row.Edit.Hash, row.Edit.chain(row.Edit.PrevHash, row.Layer, row.Author)) {
			return 0, fail(ErrDamaged, "%s is damaged: edit %d of its history was changed", path, row.Edit.Seq)
		}
	}
	return rows[len(rows)-1].Edit.Seq, nil
}
