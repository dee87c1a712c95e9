package storage

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// ImportOptions say how to import. The zero value keeps nothing of documents
// when one of them is refused.
type ImportOptions struct {
	AddLabels   bool           // labels that the scheme lacks are added to it
	SkipRefused bool           // documents that are refused are left out, the others are kept
	Progress    func(read int) // called now and then with the number of documents read
}

// A Report says what an import did.
type Report struct {
	Added int `json:"added"` // articles
	Known int `json:"known"` // articles that were there already
	Spans int `json:"spans"` // added
	// KnownSpans were there already, as they came or changed or removed since:
	// what the project has is kept.
	KnownSpans  int                `json:"knownSpans"`
	Links       int                `json:"links"`                 // added
	Scheme      []string           `json:"scheme,omitempty"`      // what was added to the scheme
	Repaired    []Notice           `json:"repaired,omitempty"`    // what was changed to read it
	Refused     []annotate.Refusal `json:"refused,omitempty"`     // at most 100
	MoreRefused int                `json:"moreRefused,omitempty"` // refusals that Refused leaves out
}

// A Notice says what was done to something that was read.
type Notice struct {
	Origin annotate.Origin `json:"origin"`
	What   string          `json:"what"`
}

// A RefusedError says that nothing was imported, and why.
type RefusedError struct {
	Refused []annotate.Refusal // at most 100
	More    int                // refusals that Refused leaves out
}

// Error is the first refusals, a line each.
func (e *RefusedError) Error() string {
	const shown = 10
	var b strings.Builder
	b.WriteString("nothing was imported, because of this:")
	for _, r := range e.Refused[:min(shown, len(e.Refused))] {
		b.WriteString("\n" + r.Error())
	}
	if more := len(e.Refused) + e.More - shown; more > 0 {
		fmt.Fprintf(&b, "\nand %d more", more)
	}
	return b.String()
}

// Import adds documents to the project in one transaction: all of them or,
// when it fails or ctx is cancelled, none. Importing the same again adds
// nothing: an article is known by its text, a layer by its article and author,
// a span by its ID. What is new in a layer becomes one edit of its history,
// "Import". Documents that are refused end in a *RefusedError that lists them,
// unless they are to be skipped. What was labelled since the last snapshot is
// kept in another one before.
func (p *Project) Import(ctx context.Context, docs annotate.Documents, o ImportOptions) (Report, error) {
	if !p.readOnly {
		if _, _, err := p.SnapshotIfChanged(ctx); err != nil {
			return Report{}, fmt.Errorf("nothing was imported, because no snapshot of the project could be kept before: %w", err)
		}
	}
	i := importer{options: o, searcher: p.searcher, was: p.Scheme(), scheme: p.Scheme()}
	err := p.writeLong(ctx, func(tx *gorm.DB) error {
		i.tx = tx
		return i.run(ctx, docs)
	})
	switch {
	case err != nil && ctx.Err() != nil:
		return Report{}, fail(ctx.Err(), "the import was cancelled: nothing was kept")
	case err != nil:
		return Report{Refused: i.report.Refused, MoreRefused: i.report.MoreRefused}, err
	}
	p.hold(i.scheme)
	return i.report, nil
}
