package storage

import (
	"context"
	"errors"
	"strconv"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// CheckEvery is how often the whole of a project is to be checked.
const CheckEvery = 7 * 24 * time.Hour

// The keys of meta that say when a project was made, and when [Project.Check]
// found nothing wrong with it last.
const (
	createdKey = "created_ms"
	checkedKey = "checked_ms"
)

// Checked is when the whole project was found sound last: by [Project.Check] or,
// if that never was, when it was made.
func (p *Project) Checked(ctx context.Context) (time.Time, error) {
	var values []string
	err := p.reader.WithContext(ctx).Model(&metaRow{}).Where("key IN ?", []string{createdKey, checkedKey}).Pluck("value", &values).Error
	var last int64
	for _, value := range values {
		ms, bad := strconv.ParseInt(value, 10, 64)
		last, err = max(last, ms), errors.Join(err, bad)
	}
	return time.UnixMilli(last).UTC(), explain(p.path, err)
}

// CheckDue reports whether the whole project should be checked again, in the
// background: Check reads everything, which takes seconds for each thousand
// megabytes, and work goes on meanwhile.
func (p *Project) CheckDue(ctx context.Context) (bool, error) {
	at, err := p.Checked(ctx)
	return err == nil && !p.readOnly && time.Since(at) >= CheckEvery, err
}

// noteSound keeps that nothing is wrong with the project. A project that cannot
// be written now is checked again sooner, and that is all.
func (p *Project) noteSound(ctx context.Context) {
	if p.readOnly {
		return
	}
	_ = p.write(ctx, func(tx *gorm.DB) error {
		again := clause.OnConflict{Columns: []clause.Column{{Name: "key"}}, DoUpdates: clause.AssignmentColumns([]string{"value"})}
		return tx.Clauses(again).Create(&metaRow{checkedKey, strconv.FormatInt(now(), 10)}).Error
	})
}
