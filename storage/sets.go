package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Sets are the sets for training, development and test into which the articles
// of a project were parted. The zero value is none.
type Sets struct {
	// Rule is how they were made: JSON, which only whoever makes sets understands.
	Rule string
	At   time.Time              // when they were made first
	Of   map[annotate.ID]string // the name of each article's set; new articles have none yet
}

// Sets are those that are kept; none if the map is empty.
func (p *Project) Sets(ctx context.Context) (Sets, error) {
	var sets Sets
	return sets, p.read(ctx, func(tx *gorm.DB) (err error) {
		_, sets, err = readSets(tx)
		return err
	})
}

// KeepSets keeps the set of each article. With the rule that is kept already the
// articles that have a set stay in it, and others join; another rule begins
// anew. It fails when an article is not of the project.
func (p *Project) KeepSets(ctx context.Context, rule string, of map[annotate.ID]string) error {
	return p.write(ctx, func(tx *gorm.DB) error { return keepSets(tx, rule, of) })
}

// DropSets forgets the sets: the next ones part all articles anew. Without sets
// it does nothing.
func (p *Project) DropSets(ctx context.Context) error {
	return p.write(ctx, func(tx *gorm.DB) error {
		_, kept, err := readSets(tx)
		if err != nil || len(kept.Of) == 0 {
			return err
		}
		_, err = addSplit(tx, "{}")
		return err
	})
}

// readSets reads the last split, and its key; 0 if there is none.
func readSets(tx *gorm.DB) (split int64, sets Sets, err error) {
	var row splitRow
	err = tx.Order("id DESC").Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return 0, sets, nil
	}
	if err != nil {
		return 0, sets, err
	}
	rows, err := tx.Table("members").Select("articles.uid, members.name").
		Joins("JOIN articles ON articles.id = members.article_id").Where("split_id = ?", row.ID).Rows()
	if err != nil {
		return 0, sets, err
	}
	defer rows.Close()
	of := map[annotate.ID]string{}
	for rows.Next() {
		var uid, name string
		if err := rows.Scan(&uid, &name); err != nil {
			return 0, sets, err
		}
		of[annotate.ID(uid)] = name
	}
	if len(of) > 0 {
		sets = Sets{Rule: row.Rule, At: time.UnixMilli(row.AtMS), Of: of}
	}
	return row.ID, sets, rows.Err()
}

// keepSets adds the members that are not kept yet.
func keepSets(tx *gorm.DB, rule string, of map[annotate.ID]string) error {
	split, kept, err := readSets(tx)
	if err == nil && (kept.Rule != rule || len(kept.Of) == 0) {
		kept = Sets{}
		split, err = addSplit(tx, rule)
	}
	if err != nil {
		return err
	}
	keys, err := articleKeys(tx)
	if err != nil {
		return err
	}
	var rows []memberRow
	for article, name := range of {
		key, known := keys[article]
		switch {
		case !known:
			return fmt.Errorf("keep the sets: there is no article %s in the project", article)
		case kept.Of[article] == "":
			rows = append(rows, memberRow{SplitID: split, ArticleID: key, Name: name})
		}
	}
	return tx.CreateInBatches(rows, 1000).Error
}

func addSplit(tx *gorm.DB, rule string) (int64, error) {
	id, err := nextID(tx, splitRow{}.TableName(), "id")
	if err != nil {
		return 0, err
	}
	return id, tx.Create(&splitRow{ID: id, AtMS: now(), Rule: rule}).Error
}

// articleKeys are the keys of all articles.
func articleKeys(tx *gorm.DB) (map[annotate.ID]int64, error) {
	rows, err := tx.Model(&articleRow{}).Select("id", "uid").Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	keys := map[annotate.ID]int64{}
	for rows.Next() {
		var key int64
		var uid string
		if err := rows.Scan(&key, &uid); err != nil {
			return nil, err
		}
		keys[annotate.ID(uid)] = key
	}
	return keys, rows.Err()
}

// carrySets takes the sets of a damaged project over into what was made of it.
func (s *salvage) carrySets(ctx context.Context, to *Project) error {
	if !s.db.Migrator().HasTable(splitRow{}.TableName()) {
		return nil // it is of a time before there were sets
	}
	_, sets, err := readSets(s.db)
	if err != nil {
		s.lose("sets", fmt.Sprintf("which article belongs to which set cannot be read (%v)", err))
		return nil
	}
	return to.write(ctx, func(tx *gorm.DB) error {
		keys, err := articleKeys(tx)
		if err != nil {
			return err
		}
		for article := range sets.Of {
			if _, there := keys[article]; !there {
				delete(sets.Of, article)
			}
		}
		if len(sets.Of) == 0 {
			return nil
		}
		return keepSets(tx, sets.Rule, sets.Of)
	})
}
