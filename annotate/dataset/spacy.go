package dataset

import (
	"bytes"
	"compress/zlib"
	"io"
)

var spacy = Format{
	Name:  "spacy",
	Title: "spaCy DocBin",
	About: "The .spacy file that spacy train reads: a doc for each author's work on an article. doc.spans[\"sc\"] has all spans, also those that overlap, doc.ents the outermost ones; with --overlap there are doc.ents alone. " +
		"It keeps spans, and in user_data titles, metadata, authors and article values; not gaps, attributes, notes and links.",
	Extensions: []string{".spacy"},
	takes:      func(f file) (string, bool) { return f.path, f.is(".spacy") || isDocBin(f.start) },
	offers:     Offers{Overlaps: []Overlap{Outermost, Innermost, Refuse}, Plain: true},
	read:       readSpacy,
	write:      writeSpacy,
	suffix:     spacySuffix,
	lacks:      []Kind{Gaps, Attributes, Notes, Links, LinkNotes},
	heedsPlain: true,
}

const spacySuffix = " (spaCy)"

// spacyGroup is the name of the group of spans that spaCy's span categorizer
// looks for.
const spacyGroup = "sc"

// The keys of a DocBin.
const (
	binVersion = "version"
	binAttrs   = "attrs"
	binTokens  = "tokens"
	binSpaces  = "spaces"
	binLengths = "lengths"
	binStrings = "strings"
	binCats    = "cats"
	binFlags   = "flags"
	binGroups  = "span_groups"
	binUser    = "user_data"
)

// unknownSpaces is the flag of a doc that does not know where spaces stand.
const unknownSpaces = "has_unknown_spaces"

// The attributes of tokens that matter, by spaCy's numbers.
const (
	attrOrth    = 65
	attrEntIOB  = 77
	attrEntType = 78
	attrKB      = 452
)

// The values of ENT_IOB: where in an entity a token is.
const (
	iobMissing = iota // nobody said
	iobInside
	iobOutside
	iobBegins
)

// isDocBin reports whether a file begins as a DocBin does, once it is inflated.
func isDocBin(head []byte) bool {
	if len(head) < 2 || head[0] != 0x78 {
		return false
	}
	r, err := zlib.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	start := make([]byte, 1+1+len(binVersion))
	_, err = io.ReadFull(r, start)
	return err == nil && start[0]&0xf0 == 0x80 && string(start[2:]) == binVersion
}
