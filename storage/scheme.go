package storage

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Scheme is what the project marks.
func (p *Project) Scheme() annotate.Scheme {
	p.schemeMu.Lock()
	defer p.schemeMu.Unlock()
	return p.scheme
}

// SetScheme keeps a changed scheme; the earlier ones stay in the file. It
// refuses a scheme without a label or link kind that is in use.
func (p *Project) SetScheme(scheme annotate.Scheme) error {
	if err := scheme.Check(); err != nil {
		return err
	}
	err := p.write(context.Background(), func(tx *gorm.DB) error {
		if err := checkInUse(tx, p.Scheme(), scheme); err != nil {
			return err
		}
		return keepScheme(tx, scheme)
	})
	if err == nil {
		p.hold(scheme)
	}
	return err
}

func (p *Project) hold(scheme annotate.Scheme) {
	p.schemeMu.Lock()
	defer p.schemeMu.Unlock()
	p.scheme = scheme
}

// checkInUse refuses a scheme that no longer has a label or link kind that is
// marked somewhere, or was: undoing would bring it back.
func checkInUse(tx *gorm.DB, was, is annotate.Scheme) error {
	for _, label := range was.Labels {
		if _, stays := is.Label(label.Name); stays {
			continue
		}
		n, err := uses(tx, &spanRow{}, "label", label.Name)
		if err != nil || n > 0 {
			return refuseRemoval(err, "label", label.Name, n, "spans")
		}
		if n, err = usedOnce(tx, "spans", "label", label.Name); err != nil || n > 0 {
			return refuseForgetting(err, "label", label.Name, "spans")
		}
	}
	for _, kind := range was.Links {
		if _, stays := is.Link(kind.Name); stays {
			continue
		}
		n, err := uses(tx, &linkRow{}, "kind", kind.Name)
		if err != nil || n > 0 {
			return refuseRemoval(err, "link kind", kind.Name, n, "links")
		}
		if n, err = usedOnce(tx, "links", "kind", kind.Name); err != nil || n > 0 {
			return refuseForgetting(err, "link kind", kind.Name, "links")
		}
	}
	return nil
}

func uses(tx *gorm.DB, model any, column, name string) (int64, error) {
	var n int64
	err := tx.Model(model).Where(column+" = ? AND deleted = ?", name, false).Count(&n).Error
	return n, err
}

// usedOnce reports, as 1, whether an edit of the history added something with a
// name.
func usedOnce(tx *gorm.DB, things, key, name string) (int64, error) {
	var n int64
	err := tx.Raw("SELECT EXISTS (SELECT 1 FROM edits e, json_each(e.body, ?) thing WHERE json_extract(thing.value, ?) = ?)",
		"$."+things+".add", "$."+key, name).Scan(&n).Error
	return n, err
}

func refuseForgetting(err error, what, name, things string) error {
	if err != nil {
		return err
	}
	return fmt.Errorf("the %s %q cannot be taken out: the history has %s with it, which undoing would bring back", what, name, things)
}

func refuseRemoval(err error, what, name string, n int64, things string) error {
	if err != nil {
		return err
	}
	return fmt.Errorf("the %s %q cannot be taken out: %d %s have it; change or remove them first", what, name, n, things)
}
