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
	AddLabels   bool           // labels that neither the scheme nor the document's own defines are added to it
	SkipRefused bool           // documents that are refused are left out, the others are kept
	Restore     bool           // what was removed here since comes back
	Progress    func(read int) // called now and then with the number of documents read
}

// A Report says what an import did.
type Report struct {
	Added int // articles
	Known int // articles that were there already

	Spans, Links, Values int // added
	Restored             int // spans, links and values among those added that had been removed here

	// What was there already, as it came or changed since: what the project has
	// is kept.
	KnownSpans, KnownLinks, KnownValues int
	// Removed are spans, links and values that were removed here since, or whose
	// spans were, and stay so.
	Removed       int
	Differing     []Notice // what the project has otherwise than the files, and keeps; at most 100
	MoreDiffering int      // differences that Differing leaves out

	Scheme      []string           // what was added to the scheme
	Repaired    []Notice           // what was changed to read it
	Noticed     []Notice           // what people should know of it
	Refused     []annotate.Refusal // at most 100
	MoreRefused int                // refusals that Refused leaves out
}

// A Notice says something of what was read at one place.
type Notice struct {
	Origin annotate.Origin
	What   string
}

// A RefusedError says that nothing was imported, and why.
type RefusedError struct {
	Refused []annotate.Refusal // at most 100
	More    int                // refusals that Refused leaves out
}

// Error says how many documents were refused, and lists them, a line each.
func (e *RefusedError) Error() string {
	var b strings.Builder
	b.WriteString("nothing was imported, for ")
	if n := len(e.Refused) + e.More; n == 1 {
		b.WriteString("1 document was refused:")
	} else {
		fmt.Fprintf(&b, "%d documents were refused:", n)
	}
	for _, r := range e.Refused {
		b.WriteString("\n  " + strings.ReplaceAll(r.Error(), "\n", " "))
	}
	if e.More > 0 {
		fmt.Fprintf(&b, "\n  … and %d more", e.More)
	}
	return b.String()
}

// Import adds documents to the project in one transaction: all of them or,
// when it fails or ctx is cancelled, none. Importing the same again adds
// nothing: an article is known by its text, a layer by its article and author,
// a span by its ID. What is new in a layer becomes one edit of its history,
// "Import"; when undoing such edits was the last that was done to a layer,
// importing again brings back what they had added. Documents that are refused end in a *RefusedError that lists them,
// unless they are to be skipped. What was labelled since the last snapshot is
// kept in another one before.
func (p *Project) Import(ctx context.Context, docs annotate.Documents, o ImportOptions) (Report, error) {
	if !p.readOnly {
		if _, _, err := p.SnapshotIfChanged(ctx); err != nil {
			return Report{}, fmt.Errorf("nothing was imported, because no snapshot of the project could be kept before: %w", err)
		}
	}
	return p.importInto(ctx, docs, importer{options: o, searcher: p.searcher})
}

func (p *Project) importInto(ctx context.Context, docs annotate.Documents, i importer) (Report, error) {
	err := p.writeLong(ctx, func(tx *gorm.DB) error {
		i.tx, i.was = tx, p.Scheme()
		i.scheme = i.was
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
