package storage

import (
	"context"
	"errors"
)

// A Problem is something that is wrong with a project file.
type Problem struct {
	Where string `json:"where"` // the article, the layer or the file
	What  string `json:"what"`
}

// Check looks at everything in the file: its structure, the texts by their
// hashes, every history by its chain and by replaying it to the layer that it
// led to. No problems is an empty answer.
func (p *Project) Check(ctx context.Context) ([]Problem, error) {
	return nil, errors.ErrUnsupported
}
