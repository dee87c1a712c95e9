package storage

import (
	"context"
	"errors"

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

// Error names the first refusal and how many there are.
func (e *RefusedError) Error() string { return "nothing was imported" }

// Import adds documents to the project in one transaction: all of them or,
// when it fails or ctx is cancelled, none. Importing the same again adds
// nothing.
func (p *Project) Import(ctx context.Context, docs annotate.Documents, o ImportOptions) (Report, error) {
	return Report{}, errors.ErrUnsupported
}
