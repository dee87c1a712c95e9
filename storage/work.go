package storage

import (
	"context"
	"errors"

	"github.com/glossator/glossator/annotate"
)

// Work is all that a session needs: an article and an author's layer of it, the
// history that led there, who saves what follows, and the layers of others.
type Work struct {
	Article annotate.Article
	Layer   annotate.Layer
	Past    []annotate.Entry
	Saver   annotate.Saver
	Others  []annotate.Layer
}

// Work takes an article in hand for an author. A layer that is not there yet
// is kept from its first saved entry on.
func (p *Project) Work(ctx context.Context, article annotate.ID, author annotate.Author) (Work, error) {
	return Work{}, errors.ErrUnsupported
}
