package dataset

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A Difference says that a file does not hold what was meant to be in it.
type Difference struct {
	Article string // its title, or how it begins; empty if that cannot be told
	Meant   string // a span with its quote and place in code points, a link, or what is said of the article; empty if something is there that was not meant
	Found   string // what is there instead, in the same words; empty if nothing is
	More    int    // differences beside this one
}

// Error says what differs, and where.
func (d *Difference) Error() string {
	var what string
	switch {
	case d.Article == "":
		return "what was written differs from what was meant"
	case d.Meant == "":
		what = fmt.Sprintf("“%s”: there is %s, which was not meant", d.Article, d.Found)
	case d.Found == "":
		what = fmt.Sprintf("“%s”: %s did not come back", d.Article, d.Meant)
	default:
		what = fmt.Sprintf("“%s”: %s came back as %s", d.Article, d.Meant, d.Found)
	}
	if d.More > 0 {
		what += fmt.Sprintf(", and %d more differ", d.More)
	}
	return what
}

// Verify reads back a file or a folder that [Write] wrote of these documents to
// this target, and compares what is there with what was meant: texts, and by
// author spans with their ranges, gaps, labels, attributes and notes, links, and
// what is said of the articles, without what the ledger names as lost and with
// what it names as changed. It fails with a [*Difference], which names article
// and span. A format that is only written cannot be verified, and passes.
//
// [Write] does the same by itself, before the file gets its name, when the
// target says so: prefer that. Memory is constant; the documents are gone through
// and written once more, to nowhere or to a folder that is gone afterwards.
func Verify(ctx context.Context, format Format, to Target, docs annotate.Documents) error {
	if !format.Reads() || to.Path == "-" {
		return nil
	}
	s := newSink(format, to)
	s.witness = newWitness(s.format, s.choices)
	if err := s.rehearse(ctx, docs); err != nil {
		return err
	}
	return s.compared(ctx, to.Path, docs)
}

func newWitness(f Format, c Choices) *witness {
	return &witness{facts: newFacts(), format: f, choices: c}
}

// rehearse writes documents to where nothing stays, for the witness.
func (s *sink) rehearse(ctx context.Context, docs annotate.Documents) error {
	s.ledger.meant = s.witness
	folder, err := os.MkdirTemp("", "glossator-*")
	if err != nil {
		return cannotWrite(err)
	}
	s.w, s.folder = io.Discard, folder
	return errors.Join(s.checked(func() error { return s.fill(ctx, docs) }), os.RemoveAll(folder))
}

// verified reads back what was written to a path, and makes sure that it is what
// was meant.
func (s *sink) verified(ctx context.Context, path string, docs annotate.Documents) error {
	if s.witness == nil {
		return nil
	}
	err := s.compared(ctx, path, docs)
	if different := (*Difference)(nil); errors.As(err, &different) {
		return fmt.Errorf("what was written was read back, and nothing was kept, for it is not what was meant: %w; please report this, or leave the check out with --no-verify", err)
	}
	return err
}

func (s *sink) compared(ctx context.Context, path string, docs annotate.Documents) error {
	if err := s.readBack(ctx, path, s.witness.facts); err != nil {
		return err
	}
	if s.witness.same() {
		return nil
	}
	return cmp.Or(s.difference(ctx, path, docs), error(&Difference{}))
}

// readBack takes away from facts what a file gives back.
func (s *sink) readBack(ctx context.Context, path string, f *facts) error {
	for doc, err := range Read(ctx, []string{path}, Reading{Format: s.format.Name, Units: s.format.counts}) {
		if err := errors.Join(err, ctx.Err()); err != nil {
			if refused := (*annotate.Refusal)(nil); errors.As(err, &refused) {
				err = errors.New(refused.Reason)
			}
			return fmt.Errorf("what was written could not be read back, so nothing was kept: %w; please report this, or leave the check out with --no-verify", err)
		}
		for _, r := range rowsOf(doc) {
			f.add(s.format.seen(r, s.choices), found)
		}
	}
	return nil
}

// difference goes through all of it again, and names the first difference; nil
// if there is none this time.
func (s *sink) difference(ctx context.Context, path string, docs annotate.Documents) error {
	again := newSink(s.format, Target{Path: s.ledger.Path, Choices: s.choices, Plan: s.plan})
	again.witness = &witness{facts: s.witness.collecting(), format: s.format, choices: s.choices}
	if err := again.rehearse(ctx, docs); err != nil {
		return err
	}
	if err := again.readBack(ctx, path, again.witness.facts); err != nil {
		return err
	}
	return again.witness.difference()
}

// difference is the first one: by title, spans before links and what is said of
// the whole, in the order of their places. What was meant and what was found are
// of one sort. It is nil if there is none.
func (f *facts) difference() error {
	var differ []*detail
	for _, d := range f.details {
		if d.more != 0 {
			differ = append(differ, d)
		}
	}
	if len(differ) == 0 {
		return nil
	}
	slices.SortFunc(differ, func(a, b *detail) int {
		return cmp.Or(cmp.Compare(a.article, b.article), cmp.Compare(a.of, b.of), a.at.Compare(b.at), strings.Compare(a.what, b.what))
	})
	first := func(which int) string {
		i := slices.IndexFunc(differ, func(d *detail) bool {
			return d.article == differ[0].article && d.of == differ[0].of && d.more*which > 0
		})
		if i < 0 {
			return ""
		}
		return differ[i].what
	}
	one := &Difference{Article: differ[0].article, Meant: first(meant), Found: first(found)}
	one.More = max(0, len(differ)-bit(one.Meant != "")-bit(one.Found != ""))
	return one
}
