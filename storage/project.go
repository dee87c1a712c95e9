package storage

import (
	"github.com/glossator/glossator/annotate"
)

// Extension is what the name of a project file ends in.
const Extension = ".gloss"

// A Project is an open project file. Its methods may be called from several
// goroutines; a Saver is for one.
type Project struct {
	path     string
	readOnly bool
	scheme   annotate.Scheme
}

// Path is the project file as it was named when it was opened, made absolute.
func (p *Project) Path() string { return p.path }

// ReadOnly reports whether nothing can be saved: the file, its folder or its
// medium cannot be written.
func (p *Project) ReadOnly() bool { return p.readOnly }

// Close gives the project back. Closing it twice does nothing.
func (p *Project) Close() error { return nil }
