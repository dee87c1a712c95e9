package dataset

import (
	"bufio"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"io"
	"maps"
	"math"
	"os"
	"slices"

	"github.com/tinylib/msgp/msgp"
)

// A docRow is one doc of a DocBin.
type docRow struct {
	tokens []prodigyToken
	iob    []byte   // of each token
	types  []string // its entity's label; empty if it is in none
	group  []groupSpan
	user   map[string]any // texts and maps of texts; nil is none
}

// A groupSpan is a span of a doc's group.
type groupSpan struct {
	label                string
	from, to, start, end int // in tokens, in code points; the ends exclusive
}

// A docBin is what is to be written of a DocBin. The rows of tokens, which are
// most of it, wait in a file of their own.
type docBin struct {
	rows    *os.File
	out     *bufio.Writer
	size    int64 // of the rows, in bytes
	spaces  []byte
	lengths []byte
	strings map[string]uint64
	groups  [][]byte
	user    [][]byte
}

func (b *docBin) open() error {
	b.strings = map[string]uint64{"": 0}
	var err error
	if b.rows, err = os.CreateTemp("", "docbin"); err != nil {
		return cannotWrite(err)
	}
	b.out = bufio.NewWriterSize(b.rows, 1<<16)
	return nil
}

// close removes the file of rows.
func (b *docBin) close(err error) error {
	return errors.Join(err, b.rows.Close(), os.Remove(b.rows.Name()))
}

// id is the number of a text, which the file will hold.
func (b *docBin) id(text string) uint64 {
	id, known := b.strings[text]
	if !known {
		id = spacyID(text)
		b.strings[text] = id
	}
	return id
}

func (b *docBin) add(row docRow) error {
	var line [24]byte
	for i, token := range row.tokens {
		b.id(norm(token.Text))
		binary.LittleEndian.PutUint64(line[:8], b.id(token.Text))
		binary.LittleEndian.PutUint64(line[8:16], uint64(row.iob[i]))
		binary.LittleEndian.PutUint64(line[16:], b.id(row.types[i]))
		if _, err := b.out.Write(line[:]); err != nil {
			return cannotWrite(err)
		}
		b.spaces = append(b.spaces, byte(bit(token.Space)))
	}
	b.size += int64(len(line) * len(row.tokens))
	b.lengths = binary.LittleEndian.AppendUint32(b.lengths, uint32(len(row.tokens)))
	b.groups = append(b.groups, b.packGroups(row.group))
	if row.user != nil {
		b.user = append(b.user, packMap(nil, row.user))
	}
	return nil
}

func bit(set bool) int {
	if set {
		return 1
	}
	return 0
}

// packGroups is a doc's one group of spans, or none.
func (b *docBin) packGroups(spans []groupSpan) []byte {
	if len(spans) == 0 {
		return msgp.AppendArrayHeader(nil, 0)
	}
	group := msgp.AppendMapHeader(nil, 3)
	group = msgp.AppendString(group, "name")
	group = msgp.AppendString(group, spacyGroup)
	group = msgp.AppendMapHeader(msgp.AppendString(group, binAttrs), 0)
	group = msgp.AppendArrayHeader(msgp.AppendString(group, "spans"), uint32(len(spans)))
	for _, s := range spans {
		packed := binary.BigEndian.AppendUint64(make([]byte, 16, groupSpanSize), b.id(s.label))
		for _, n := range []int{s.from, s.to, s.start, s.end} {
			packed = binary.BigEndian.AppendUint32(packed, uint32(n))
		}
		group = msgp.AppendBytes(group, packed)
	}
	all := msgp.AppendBytes(msgp.AppendMapHeader(nil, 1), group)
	return msgp.AppendString(msgp.AppendArrayHeader(all, 1), spacyGroup)
}

// groupSpanSize is the size of a packed span: its own id, its id in a knowledge
// base and its label, 8 bytes each, then its places, 4 bytes each.
const groupSpanSize = 3*8 + 4*4

// packMap appends a map of texts and maps, by name.
func packMap(to []byte, m map[string]any) []byte {
	to = msgp.AppendMapHeader(to, uint32(len(m)))
	for _, key := range slices.Sorted(maps.Keys(m)) {
		to = msgp.AppendString(to, key)
		switch value := m[key].(type) {
		case map[string]any:
			to = packMap(to, value)
		case map[string]string:
			to = packTexts(to, value)
		case string:
			to = msgp.AppendString(to, value)
		}
	}
	return to
}

func packTexts(to []byte, m map[string]string) []byte {
	to = msgp.AppendMapHeader(to, uint32(len(m)))
	for _, key := range slices.Sorted(maps.Keys(m)) {
		to = msgp.AppendString(msgp.AppendString(to, key), m[key])
	}
	return to
}

// writeTo writes the whole, compressed.
func (b *docBin) writeTo(w io.Writer) error {
	if b.size > math.MaxUint32 {
		return errors.New("there is more text than one .spacy file holds; export the sets of a --split, or one author at a time")
	}
	if err := b.out.Flush(); err != nil {
		return cannotWrite(err)
	}
	if _, err := b.rows.Seek(0, io.SeekStart); err != nil {
		return cannotWrite(err)
	}
	out := zlib.NewWriter(w)
	_, err := out.Write(b.head())
	if err == nil {
		_, err = io.Copy(out, b.rows)
	}
	if err == nil {
		_, err = out.Write(b.rest())
	}
	return errors.Join(err, out.Close())
}

// head is all that stands before the rows of tokens.
func (b *docBin) head() []byte {
	keys := 9 + bit(len(b.user) > 0)
	to := msgp.AppendMapHeader(nil, uint32(keys))
	to = msgp.AppendString(msgp.AppendString(to, binVersion), "0.1")
	to = msgp.AppendArrayHeader(msgp.AppendString(to, binAttrs), 3)
	for _, attr := range []uint64{attrOrth, attrEntIOB, attrEntType} {
		to = msgp.AppendUint64(to, attr)
	}
	return msgp.AppendBytesHeader(msgp.AppendString(to, binTokens), uint32(b.size))
}

// rest is all that stands behind the rows of tokens.
func (b *docBin) rest() []byte {
	docs := uint32(len(b.groups))
	to := msgp.AppendBytes(msgp.AppendString(nil, binSpaces), b.spaces)
	to = msgp.AppendBytes(msgp.AppendString(to, binLengths), b.lengths)
	to = msgp.AppendArrayHeader(msgp.AppendString(to, binStrings), uint32(len(b.strings)))
	for _, text := range slices.Sorted(maps.Keys(b.strings)) {
		to = msgp.AppendString(to, text)
	}
	to = msgp.AppendArrayHeader(msgp.AppendString(to, binCats), docs)
	for range docs {
		to = msgp.AppendMapHeader(to, 0)
	}
	to = msgp.AppendArrayHeader(msgp.AppendString(to, binFlags), docs)
	for range docs {
		to = msgp.AppendMapHeader(to, 1)
		to = msgp.AppendBool(msgp.AppendString(to, unknownSpaces), false)
	}
	to = packList(msgp.AppendString(to, binGroups), b.groups)
	if len(b.user) > 0 {
		to = packList(msgp.AppendString(to, binUser), b.user)
	}
	return to
}

func packList(to []byte, list [][]byte) []byte {
	to = msgp.AppendArrayHeader(to, uint32(len(list)))
	for _, one := range list {
		to = msgp.AppendBytes(to, one)
	}
	return to
}
