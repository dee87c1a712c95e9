package storage

import (
	"context"

	"gorm.io/gorm"
)

// CountHits counts the articles that a search for a text finds, up to most;
// more tells that there are more than these. It fails as [Project.Search] does.
func (p *Project) CountHits(ctx context.Context, text string, most int) (n int, more bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, searchTime)
	defer cancel()
	err = p.read(ctx, func(tx *gorm.DB) error {
		found, any := p.searcher.matching(tx, readWish(text))
		if !any {
			return ErrNothingToFind
		}
		var count int64
		err := tx.Table("(?) AS first", found.Select("f.rowid").Limit(most+1)).Count(&count).Error
		n, more = min(int(count), most), int(count) > most
		return err
	})
	return n, more, err
}
