package storage

import (
	"context"
	"errors"

	"github.com/glossator/glossator/annotate"
)

// Stats are the project's figures. Spans, links and edits of suggesters count
// only in their own line of Authors.
type Stats struct {
	Articles   int           `json:"articles"`
	Characters int           `json:"characters"` // Unicode code points of all texts
	Spans      int           `json:"spans"`
	Links      int           `json:"links"`
	Edits      int           `json:"edits"`
	Labels     []LabelStats  `json:"labels"`  // in the scheme's order
	Authors    []AuthorStats `json:"authors"` // by name
}

// LabelStats are the figures of a label.
type LabelStats struct {
	Label string `json:"label"`
	Spans int    `json:"spans"`
}

// AuthorStats are the figures of an author.
type AuthorStats struct {
	Name     string                  `json:"name"`
	Kind     annotate.AuthorKind     `json:"kind"`
	Articles map[annotate.Status]int `json:"articles"` // how many have which status; those not begun are new
	Spans    int                     `json:"spans"`
	Links    int                     `json:"links"`
	Edits    int                     `json:"edits"`
}

// Stats counts what is in the project.
func (p *Project) Stats(ctx context.Context) (Stats, error) { return Stats{}, errors.ErrUnsupported }
