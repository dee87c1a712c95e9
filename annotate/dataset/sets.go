package dataset

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/glossator/glossator/annotate"
)

// fill writes the documents: as they come, or set by set.
func (s *sink) fill(ctx context.Context, docs annotate.Documents) error {
	if s.plan == nil || s.format.inSets {
		return s.format.write(s, s.counted(ctx, docs))
	}
	for _, set := range s.plan.Split.Sets {
		if err := s.fillSet(set.Name, s.counted(ctx, s.of(set.Name, docs))); err != nil {
			return err
		}
	}
	return nil
}

// of are the documents of a set.
func (s *sink) of(set string, docs annotate.Documents) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for doc, err := range docs {
			if (err != nil || s.setOf(doc.Article.ID) == set) && !yield(doc, err) {
				return
			}
		}
	}
}

// fillSet writes one set: a file of its name, or a folder.
func (s *sink) fillSet(set string, docs annotate.Documents) error {
	one := *s
	path := filepath.Join(s.folder, set)
	if s.manyFiles {
		one.folder = path
		if err := os.Mkdir(path, 0o777); err != nil {
			return cannotWrite(err)
		}
		return s.format.write(&one, docs)
	}
	f, err := os.Create(path + s.format.Extensions[0])
	if err != nil {
		return cannotWrite(err)
	}
	one.w = f
	return errors.Join(s.format.write(&one, docs), f.Close())
}

// setOf is the set of an article; empty if there are none.
func (s *sink) setOf(article annotate.ID) string {
	if s.plan == nil {
		return ""
	}
	return s.plan.Set(article)
}
