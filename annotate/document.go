package annotate

import (
	"fmt"
	"iter"
)

// A Document is an article with its layers.
type Document struct {
	Article Article
	Layers  []Layer
	// Scheme is what the source says of its labels; nil if it says nothing.
	Scheme *Scheme
	// Origin is where the document was read.
	Origin Origin
	// Repairs are what had to be changed to read it, in words.
	Repairs []string
}

// Documents are a stream of documents. An error with a [Refusal] in it is about
// one document and more may follow; any other ends the stream.
type Documents = iter.Seq2[Document, error]

// An Origin is a place in a file. A zero line means the file as a whole.
type Origin struct {
	File string
	Line int // from 1
}

// String is the place as messages name it: "gaza.jsonl: line 12".
func (o Origin) String() string {
	if o.Line == 0 {
		return o.File
	}
	return fmt.Sprintf("%s: line %d", o.File, o.Line)
}

// A Refusal says why one document of a source cannot be taken.
type Refusal struct {
	Origin Origin
	Reason string // in words for people: what is wrong and what to do
	Err    error  // the same for programs, of a type that tells what would help; nil: nothing is known to
}

// Error is the refusal with its place.
func (r *Refusal) Error() string { return r.Origin.String() + ": " + r.Reason }

// Unwrap is what tells programs what would help.
func (r *Refusal) Unwrap() error { return r.Err }
