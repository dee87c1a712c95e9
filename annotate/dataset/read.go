package dataset

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/glossator/glossator/annotate"
)

// A Reading says how files are to be read. The zero value finds out by itself.
type Reading struct {
	Format string // a format's name; empty: by each file's content and name
	Author string // of layers in files that don't say whose they are; empty: "import"
	// Skip are files that are never opened, though they lie in a folder that is
	// read: those of a project that is open. On some systems, closing a file takes
	// away all locks that the program has on it.
	Skip []string
	// Units are what the offsets of files count that don't hold the text of their
	// spans, as those of doccano; annotate.Bytes, the zero value: find out.
	Units annotate.Unit
	// Columns say in which columns of tables, and under which keys of records, the
	// articles are.
	Columns Columns
}

// Read reads files and folders as one stream of documents, folders in the order
// of names and without hidden files. What is wrong with one file or one line
// comes as an [*annotate.Refusal], and reading goes on behind it; any other
// error ends the stream.
func Read(ctx context.Context, paths []string, r Reading) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		t, err := newTour(ctx, r)
		if err != nil {
			yield(annotate.Document{}, err)
			return
		}
		for f, err := range files(paths, newSkipping(r.Skip)) {
			if err = cmp.Or(ctx.Err(), err); err != nil {
				if !yield(f.outside(annotate.Document{}, err)) || ctx.Err() != nil {
					return
				}
				continue
			}
			for doc, err := range t.visit(f) {
				if err = cmp.Or(ctx.Err(), err); !yield(f.outside(doc, err)) || ctx.Err() != nil {
					return
				}
			}
		}
	}
}

// defaultAuthor is whose layers are in files that don't say.
const defaultAuthor = "import"

// A tour is one call of Read: what it was told, where it has been and what it
// remembers from one file to the next.
type tour struct {
	ctx    context.Context
	author annotate.Author // of layers in files that don't say
	told   bool            // the author was given
	units  annotate.Unit   // that offsets count; bytes: not told
	chosen Columns         // of tables
	format *Format         // nil: each file's own
	seen   map[string]bool
	confs  map[string]*bratConf // by folder
}

func newTour(ctx context.Context, r Reading) (*tour, error) {
	name := cmp.Or(r.Author, defaultAuthor)
	t := &tour{ctx: ctx, author: annotate.Author{Name: name, Kind: annotate.Imported}, told: r.Author != "", units: r.Units, chosen: r.Columns, seen: map[string]bool{}, confs: map[string]*bratConf{}}
	if r.Format == "" {
		return t, nil
	}
	f, err := Find(r.Format)
	if err == nil && !f.Reads() {
		err = fmt.Errorf("%s files can be written, but not read", f.Title)
	}
	t.format = &f
	return t, err
}

// visit reads a file, unless it was read already or is read with another.
func (t *tour) visit(f file) annotate.Documents {
	format, path, err := t.recognise(f)
	if err != nil {
		return refused(f.path, err.Error())
	}
	if path == "" || t.seen[filepath.Clean(path)] {
		return nothing
	}
	t.seen[filepath.Clean(path)] = true
	return format.read(t, path)
}

// recognise finds a file's format and the path under which it is read.
func (t *tour) recognise(f file) (Format, string, error) {
	head, err := f.head()
	if err != nil {
		return Format{}, "", err
	}
	f.start, f.spoken = head, &dialectFound{}
	if t.format != nil {
		return *t.format, t.forced(f), nil
	}
	if f.is(recordExtensions...) && f.dialect() == "" {
		if format, has := t.byColumns(f); has {
			return format, f.path, nil
		}
	}
	for _, format := range Formats() {
		if path, ok := format.takes(f); ok && format.Reads() {
			return format, path, nil
		}
	}
	if format, has := t.byColumns(f); has {
		return format, f.path, nil
	}
	return Format{}, "", errors.New(f.strange())
}

// forced is the path under which a file is read when the format was given: a
// file that was named is taken at its word, one found in a folder only when the
// format takes it or has its extension.
func (t *tour) forced(f file) string {
	path, ok := t.format.takes(f)
	switch {
	case ok:
		return path
	case f.named || f.is(t.format.Extensions...):
		return f.path
	}
	return ""
}

func nothing(func(annotate.Document, error) bool) {}

// refused is a stream of one refusal.
func refused(path, reason string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		yield(annotate.Document{}, refusal(path, 0, reason))
	}
}

func refusal(path string, line int, reason string) error {
	return &annotate.Refusal{Origin: annotate.Origin{File: path, Line: line}, Reason: reason}
}

// refusalBy is a refusal that tells programs its cause too.
func refusalBy(path string, line int, err error) error {
	return &annotate.Refusal{Origin: annotate.Origin{File: path, Line: line}, Reason: err.Error(), Err: err}
}

// reason is an error of the file system in words.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read; check its permissions"
	}
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return "it cannot be read: " + err.Error()
}
