package storage

import (
	"context"
	"errors"

	"github.com/glossator/glossator/annotate"
)

// A Choice says what to export. The zero value is every article, with the
// layers of all people, imports and curators. Suggestions are never exported.
type Choice struct {
	Author string // name: only this author's layers, and the articles that have one
	Done   bool   // only layers that are done, and the articles that have one
}

// Documents streams the project's articles in the order of import, as they
// were when the first was asked for, in constant memory.
func (p *Project) Documents(ctx context.Context, choice Choice) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		yield(annotate.Document{}, errors.ErrUnsupported)
	}
}
