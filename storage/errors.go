package storage

import "errors"

// What went wrong, for errors.Is. The error itself is a sentence for people
// that names the file and says what to do. A project file that is missing is
// fs.ErrNotExist, one that is there already fs.ErrExist.
var (
	ErrInUse      = errors.New("the project is open elsewhere")
	ErrNotProject = errors.New("the file is not a project")
	ErrNewer      = errors.New("the project was made by a newer version")
	ErrReadOnly   = errors.New("the project cannot be written")
	ErrDamaged    = errors.New("the project is damaged")
	ErrFull       = errors.New("the disk is full")
	ErrBusy       = errors.New("the project is busy")
	ErrNoArticle  = errors.New("there is no such article")
	ErrNoAuthor   = errors.New("there is no such author")
)
