package storage

import (
	"errors"

	"github.com/glossator/glossator/annotate"
)

// Create makes a new project file and opens it. It fails, with an error that
// is fs.ErrExist, when there is a file of that name.
func Create(path string, scheme annotate.Scheme) (*Project, error) {
	return nil, errors.ErrUnsupported
}
