package dataset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/tinylib/msgp/msgp"
)

// A binRow is one doc of a DocBin.
type binRow struct {
	attrs   []uint64 // the numbers of what is said of a token
	values  []uint64 // what is said, token by token
	spaces  []byte
	group   []byte
	user    []byte
	repairs []string
	err     error // there are no more
}

// rows yields the docs with their numbers from 0.
func (b *inflated) rows(yield func(int, binRow) bool) {
	err := b.walk(func(key string, in *msgp.Reader) error {
		if key != binTokens {
			return in.Skip()
		}
		if _, err := in.ReadBytesHeader(); err != nil {
			return err
		}
		spaces := b.spaces
		for doc := range len(b.lengths) / 4 {
			tokens := int(binary.LittleEndian.Uint32(b.lengths[4*doc:]))
			row := b.row(doc, spaces[:tokens])
			spaces = spaces[tokens:]
			if tokens*len(b.attrs)*8 > FileLimit {
				return errDocBinLarge
			}
			packed := make([]byte, tokens*len(b.attrs)*8)
			if _, err := io.ReadFull(in.R, packed); err != nil {
				return err
			}
			for i := 0; i < len(packed); i += 8 {
				row.values = append(row.values, binary.LittleEndian.Uint64(packed[i:]))
			}
			if !yield(doc, row) {
				return errEnough
			}
		}
		return errEnough
	})
	if err != nil && !errors.Is(err, errEnough) {
		yield(0, binRow{err: err})
	}
}

// row is a doc without its tokens.
func (b *inflated) row(doc int, spaces []byte) binRow {
	row := binRow{attrs: b.attrs, spaces: spaces}
	if doc < len(b.groups) {
		row.group = b.groups[doc]
	}
	if doc < len(b.user) {
		row.user = b.user[doc]
	}
	if doc < len(b.cats) && b.cats[doc] {
		row.repairs = append(row.repairs, "left out: the categories of the whole text")
	}
	if doc < len(b.unknown) && b.unknown[doc] {
		row.spaces = nil
		row.repairs = append(row.repairs, "the file does not know where spaces stand; there is one behind each token now")
	}
	return row
}

// text is the text of a doc, and where its tokens lie in it, in bytes.
func (b *inflated) text(row binRow) (string, []annotate.Range, error) {
	orths := row.column(attrOrth)
	if orths == nil && len(row.values) > 0 {
		return "", nil, errors.New("the file does not hold the texts of tokens (ORTH)")
	}
	var text strings.Builder
	at := make([]annotate.Range, 0, len(orths))
	for i, orth := range orths {
		word, known := b.texts[orth]
		if !known {
			return "", nil, fmt.Errorf("token %d is not among the texts of the file; it was cut or changed", i+1)
		}
		start := text.Len()
		text.WriteString(word)
		at = append(at, annotate.Range{Start: start, End: text.Len()})
		if row.spaces == nil || row.spaces[i] != 0 {
			text.WriteByte(' ')
		}
		if text.Len() > FileLimit {
			return "", nil, fmt.Errorf("its text is longer than %d MB; split it", FileLimit>>20)
		}
	}
	if b.written += int64(text.Len()); b.written > tokensLimit {
		return "", nil, errDocBinLarge
	}
	return text.String(), at, nil
}
