package dataset

import (
	"encoding/json"
	"os"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// A usage is the scheme of a dataset that is being written: what its documents
// define, and what their layers use besides.
type usage struct {
	scheme  annotate.Scheme
	defined annotate.Scheme // without what is used besides
	last    *annotate.Scheme
}

// learn adds what a document defines and uses. It reports whether the document
// is the first one that defines something.
func (u *usage) learn(doc annotate.Document) (first bool) {
	if doc.Scheme != nil && !sameScheme(doc.Scheme, u.last) {
		first = u.last == nil
		u.scheme, _ = u.scheme.Merge(*doc.Scheme)
		if u.defined, _ = u.defined.Merge(*doc.Scheme); first {
			u.defined = *doc.Scheme
		}
		u.last = doc.Scheme
	}
	for _, layer := range doc.Layers {
		u.use(layer)
	}
	return first
}

func (u *usage) use(layer annotate.Layer) {
	for _, s := range layer.Spans() {
		if _, known := u.scheme.Label(s.Label); !known {
			u.scheme, _ = u.scheme.Merge(annotate.Scheme{Labels: []annotate.Label{{Name: s.Label}}})
		}
	}
	for _, k := range layer.Links() {
		if _, known := u.scheme.Link(k.Kind); !known {
			u.scheme.Links = append(slices.Clip(u.scheme.Links), annotate.LinkKind{Name: k.Kind})
		}
	}
}

// changedScheme is the entry of what a format keeps of a scheme.
func changedScheme(l *Ledger, why string) {
	l.lost(Loss{Kind: Spans, What: "the scheme", Why: why})
}

// writeIndented writes a JSON file of a folder that is synced as a whole.
func writeIndented(path string, value any) error {
	data, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o666)
}
