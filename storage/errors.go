package storage

import (
	"errors"
	"fmt"

	modernc "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

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

// A failure is a sentence for people and what kind of error it is.
type failure struct {
	sentence string
	kind     error
}

func (f *failure) Error() string { return f.sentence }
func (f *failure) Unwrap() error { return f.kind }

// fail makes an error of a kind that reads as the sentence and no more.
func fail(kind error, sentence string, args ...any) error {
	return &failure{fmt.Sprintf(sentence, args...), kind}
}

// checkIt is what to do about damage, at the end of a sentence.
const checkIt = ": check the project"

// explain turns what SQLite answers into a sentence about the file. Other
// errors, and those that are sentences already, it leaves as they are.
func explain(path string, err error) error {
	var e *modernc.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_FULL:
		return fail(ErrFull, "the disk with %s is full: nothing was saved; make room on it and try again", path)
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return fail(ErrReadOnly, "%s cannot be written: copy it to a folder of your own and open it there", path)
	case lib.SQLITE_CORRUPT:
		return fail(ErrDamaged, "%s seems to be damaged (%v)"+checkIt, path, err)
	case lib.SQLITE_NOTADB:
		return notProject(path)
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fail(ErrBusy, "%s is held by another program: close that program and try again", path)
	case lib.SQLITE_IOERR, lib.SQLITE_CANTOPEN:
		return fail(err, "the disk with %s does not answer as it should (%v): see that it is connected and try again", path, err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

func notProject(path string) error {
	return fail(ErrNotProject, "%s is not a Glossator project: choose a file that Glossator made, or import this one into a project", path)
}
