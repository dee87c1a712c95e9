package dataset

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A Target is where a dataset is written to.
type Target struct {
	Path   string    // of a file, or of a folder where the format writes one, or of a .zip in which that lies; "-" is Writer
	Writer io.Writer // for the path "-"
	// Replace lets a file or a folder with something in it be replaced; without
	// it that is refused. The old one goes only when the new one is whole.
	Replace bool
	// Keep are files that are neither opened nor replaced: those of a project that
	// is open, see [Reading].
	Keep []string
	// Choices are those of the format.
	Choices Choices
	// Plan says which article goes into which set; nil is no sets. With one, the
	// documents are gone through once for each set.
	Plan *Plan
	// Verify reads back what was written, if the format is one that is read and it
	// went to a file or a folder, and keeps it only when it is what was meant, see
	// the function of this name. What was there before stays otherwise.
	Verify bool
	// Strict keeps nothing when the ledger would name a loss: an [*Unkept] then.
	Strict bool
}

// An Unkept says that nothing was written, because the format cannot carry
// everything and nothing was to be lost.
type Unkept struct{ Ledger Ledger }

// Error says how much would have been lost.
func (u *Unkept) Error() string {
	return fmt.Sprintf("nothing was written, for not all can be kept in this format (%s); the first: %s", counted(len(u.Ledger.Losses), "loss"), u.Ledger.Losses[0])
}

// Write writes documents in a format, whole or not at all: to a temporary name
// beside the target, synced, and renamed when all is there. An error among the
// documents is an error of the whole. The ledger says what was written and what
// the format could not carry.
func Write(ctx context.Context, format Format, to Target, docs annotate.Documents) (Ledger, error) {
	if !format.Writes() {
		return Ledger{}, fmt.Errorf("%s files can be read, but not written", format.Title)
	}
	s := newSink(format, to)
	if to.Verify && format.Reads() && to.Path != "-" {
		s.witness = newWitness(s.format, s.choices)
		s.ledger.meant = s.witness
	}
	if err := s.into(ctx, to, docs); err != nil {
		return Ledger{}, fmt.Errorf("export to %s: %w", shownPath(to.Path), err)
	}
	s.ledger.Articles = s.ledger.Out[Articles]
	return *s.ledger, nil
}

// A sink is where one call of Write writes to.
type sink struct {
	format  Format
	choices Choices
	ledger  *Ledger
	w       io.Writer // the file, where the format is one
	folder  string    // the folder, where it is many
	err     *error    // of the documents
	census  *census   // of what is written
	plan    *Plan     // nil: no sets
	tags    []string  // of tokens, in the order of their numbers, where there are such

	manyFiles bool // a set is a folder
	strict    bool
	witness   *witness // of what is to be read back; nil: it is not
}

func newSink(format Format, to Target) *sink {
	format = format.In(to.Choices)
	s := &sink{format: format, choices: to.Choices, plan: to.Plan, manyFiles: format.Folder, strict: to.Strict, ledger: newLedger(format.Name, to.Path), census: &census{}}
	s.format.Folder = format.Folder || to.Plan != nil
	return s
}

func (s *sink) into(ctx context.Context, to Target, docs annotate.Documents) error {
	fill := func() error { return s.fill(ctx, docs) }
	switch {
	case to.Path == "":
		return errors.New("there is no name to write to")
	case to.Path == "-" && s.format.Folder:
		return fmt.Errorf("%s is a folder of files; give the name of a folder", s.format.Title)
	case to.Path == "-":
		s.w = to.Writer
		return s.checked(fill)
	case s.format.Folder:
		files := func(folder string) error { return s.intoFolder(ctx, folder, docs) }
		if strings.EqualFold(filepath.Ext(to.Path), ".zip") {
			return wholeArchive(ctx, to, files)
		}
		return wholeFolder(to, s.format.owns, files)
	}
	return wholeFile(to, func(w io.Writer) error {
		s.w = w
		return s.checked(fill)
	}, func(path string) error { return s.verified(ctx, path, docs) })
}

// intoFolder writes the files of the dataset, looks at them, and writes what is
// beside them.
func (s *sink) intoFolder(ctx context.Context, folder string, docs annotate.Documents) error {
	s.folder = folder
	if err := s.checked(func() error { return s.fill(ctx, docs) }); err != nil {
		return err
	}
	if s.plan != nil {
		s.ledger.Notes = slices.Concat(s.ledger.Notes, s.plan.Said(), s.census.lacking(s.setNames()))
	}
	return errors.Join(s.verified(ctx, folder, docs), s.writeBeside())
}

// checked fills, and fails also when the documents did or the ledger does not
// tell where all of them went.
func (s *sink) checked(fill func() error) error {
	if err := fill(); err != nil {
		return err
	}
	if s.err != nil && *s.err != nil {
		return *s.err
	}
	if s.strict && len(s.ledger.Losses) > 0 {
		return &Unkept{*s.ledger}
	}
	return s.ledger.Balanced()
}

// counted are the documents up to the first error, which is kept, each one
// entered into the ledger.
func (s *sink) counted(ctx context.Context, docs annotate.Documents) annotate.Documents {
	if s.err == nil {
		s.err = new(error)
	}
	return func(yield func(annotate.Document, error) bool) {
		for doc, err := range docs {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				*s.err = err
				return
			}
			s.ledger.take(doc)
			if s.census != nil {
				s.census.take(s.setOf(doc.Article.ID), doc)
			}
			s.witness.begin(doc)
			if !yield(doc, nil) {
				return
			}
			s.witness.end()
		}
	}
}
