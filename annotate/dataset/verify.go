package dataset

import (
	"context"
	"errors"
	"fmt"

	"github.com/glossator/glossator/annotate"
)

// verified reads back what was written to a path, and makes sure that as many
// spans and links are there as the ledger says.
func (s *sink) verified(ctx context.Context, path string) error {
	if !s.verify {
		return nil
	}
	spans, links := 0, 0
	for doc, err := range Read(ctx, []string{path}, Reading{Format: s.format.Name, Units: s.format.counts}) {
		if err := errors.Join(err, ctx.Err()); err != nil {
			if refused := (*annotate.Refusal)(nil); errors.As(err, &refused) {
				err = errors.New(refused.Reason)
			}
			return fmt.Errorf("what was written could not be read back, so nothing was kept: %w; please report this, or leave the check out with --no-verify", err)
		}
		n := tally(doc)
		spans, links = spans+n[Spans], links+n[Links]
	}
	enough := spans == s.ledger.Out[Spans] || s.format.inPieces && spans > s.ledger.Out[Spans]
	if !enough || links != s.ledger.Out[Links] {
		return fmt.Errorf("of %d spans and %d links that were written %d and %d could be read back, so nothing was kept; please report this, or leave the check out with --no-verify",
			s.ledger.Out[Spans], s.ledger.Out[Links], spans, links)
	}
	return nil
}
