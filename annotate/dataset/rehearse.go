package dataset

import (
	"context"
	"fmt"

	"github.com/glossator/glossator/annotate"
)

// A Rehearsal is what would come of writing a dataset.
type Rehearsal struct {
	Ledger Ledger
	Labels []string   // in the order of the scheme
	Sets   []SetCount // what would be in each set; one without a name if there are none
}

// Rehearse goes through all that [Write] does, but for keeping any of it: the
// ledger is the one that Write would return, without the notes on how the sets
// were made: these are [Plan.Said].
func Rehearse(ctx context.Context, format Format, to Target, docs annotate.Documents) (r Rehearsal, err error) {
	if !format.Writes() {
		return r, fmt.Errorf("%s files can be read, but not written", format.Title)
	}
	s := newSink(format, to)
	s.strict = false
	if err := s.rehearse(ctx, docs); err != nil {
		return r, err
	}
	s.ledger.Articles = s.ledger.Out[Articles]
	if s.plan != nil {
		s.ledger.Notes = append(s.ledger.Notes, s.census.lacking(s.setNames())...)
	}
	r.Ledger = *s.ledger
	for _, l := range s.census.scheme.Labels {
		r.Labels = append(r.Labels, l.Name)
	}
	for _, name := range s.setNames() {
		r.Sets = append(r.Sets, s.census.of(name))
	}
	return r, nil
}
