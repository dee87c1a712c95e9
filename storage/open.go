package storage

import "errors"

// Open opens a project file and keeps others from opening it until Close. A
// file, folder or medium that cannot be written is opened read-only.
func Open(path string) (*Project, error) { return nil, errors.ErrUnsupported }
