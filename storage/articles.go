package storage

import (
	"context"
	"errors"

	"github.com/glossator/glossator/annotate"
)

// A Query says which articles to list. The zero value lists all of them.
type Query struct {
	// Author is whose status and number of spans to tell. Empty: the spans of
	// all but suggesters, and the status of whoever changed the article last.
	Author annotate.ID
	Text   string          // in the title or the text, whatever the case; empty: all
	Status annotate.Status // empty: all
	After  *Row            // begin behind this row; nil: at the first
	Limit  int             // at most so many; 0: all
}

// A Row is an article as a list shows it.
type Row struct {
	ID       annotate.ID
	Title    string
	Status   annotate.Status
	Spans    int
	Position int64 // ascends in the order of import, which is the order of lists
}

// Articles lists articles in the order of import.
func (p *Project) Articles(ctx context.Context, q Query) ([]Row, error) {
	return nil, errors.ErrUnsupported
}

// Count is how many articles a query finds, whatever its After and Limit.
func (p *Project) Count(ctx context.Context, q Query) (int, error) {
	return 0, errors.ErrUnsupported
}

// Row is one article as a list shows it; for author see [Query].
func (p *Project) Row(ctx context.Context, article, author annotate.ID) (Row, error) {
	return Row{}, errors.ErrUnsupported
}
