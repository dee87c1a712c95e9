package storage

import (
	"context"
	"errors"

	"github.com/glossator/glossator/annotate"
)

// Author finds an author by name and kind, or makes one. A person and a file
// imported under the person's name are the same author.
func (p *Project) Author(name string, kind annotate.AuthorKind) (annotate.Author, error) {
	return annotate.Author{}, errors.ErrUnsupported
}

// Authors are all who have marked something or were made to, by name.
func (p *Project) Authors(ctx context.Context) ([]annotate.Author, error) {
	return nil, errors.ErrUnsupported
}
