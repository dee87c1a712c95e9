package dataset

import (
	"bufio"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/tinylib/msgp/msgp"
)

// The sizes, in bytes once it is inflated, beyond which a DocBin is not read: of
// its tokens, which are never in memory together, and of all else, which is.
const (
	tokensLimit = 1 << 30
	restLimit   = 2 * FileLimit
)

// entryCost is what an entry of a list is counted beside its own size.
const entryCost = 32

var (
	errDocBinCut   = errors.New("the file is cut off or no DocBin of spaCy; write it again with doc_bin.to_disk()")
	errDocBinLarge = fmt.Errorf("it is larger than %d MB when it is unpacked; split it into several files", restLimit>>20)
)

// An inflated is a DocBin but for its rows of tokens.
type inflated struct {
	path    string
	attrs   []uint64
	size    int64 // of the rows, in bytes
	spaces  []byte
	lengths []byte
	texts   map[uint64]string // by their numbers
	unknown []bool            // where spaces stand, of each doc
	cats    []bool            // whether a doc has categories
	groups  [][]byte
	user    [][]byte
	left    int64 // what may still be read
	written int64 // of the texts so far
}

// inflate reads all of a DocBin but its rows, which are only measured.
func inflate(path string) (*inflated, error) {
	b := &inflated{path: path, texts: map[uint64]string{0: ""}, left: restLimit}
	err := b.walk(func(key string, in *msgp.Reader) error {
		if key == binTokens {
			size, err := in.ReadBytesHeader()
			b.size = int64(size)
			if err == nil && b.size > tokensLimit {
				return errDocBinLarge
			}
			if err == nil {
				_, err = io.CopyN(io.Discard, in.R, b.size)
			}
			return err
		}
		return b.take(key, in)
	})
	if err != nil {
		return nil, err
	}
	return b, b.check()
}

// walk goes through the keys of the file; see must read what a key stands for.
func (b *inflated) walk(see func(key string, in *msgp.Reader) error) error {
	f, err := os.Open(b.path)
	if err != nil {
		return errors.New(reason(err))
	}
	defer f.Close()
	plain, err := zlib.NewReader(bufio.NewReader(f))
	if err != nil {
		return errDocBinCut
	}
	in := msgp.NewReader(io.LimitReader(plain, tokensLimit+restLimit))
	in.SetMaxRecursionDepth(100)
	keys, err := in.ReadMapHeader()
	for i := uint32(0); err == nil && i < keys; i++ {
		var key []byte
		if key, err = in.ReadMapKeyPtr(); err == nil {
			err = see(string(key), in)
		}
	}
	if err != nil && !errors.Is(err, errDocBinLarge) && !errors.Is(err, errEnough) {
		return errDocBinCut
	}
	return err
}

// errEnough ends a walk.
var errEnough = errors.New("enough")

func (b *inflated) take(key string, in *msgp.Reader) (err error) {
	switch key {
	case binAttrs:
		b.attrs, err = each(b, in, (*msgp.Reader).ReadUint64)
	case binSpaces:
		b.spaces, err = b.bytes(in)
	case binLengths:
		b.lengths, err = b.bytes(in)
	case binStrings:
		var texts []string
		texts, err = each(b, in, b.string)
		for _, text := range texts {
			b.texts[spacyID(text)] = strings.ToValidUTF8(text, "\ufffd")
		}
	case binCats:
		b.cats, err = each(b, in, func(in *msgp.Reader) (bool, error) {
			n, err := in.ReadMapHeader()
			return n > 0, errors.Join(err, skip(in, 2*n))
		})
	case binFlags:
		b.unknown, err = each(b, in, spacesUnknown)
	case binGroups:
		b.groups, err = each(b, in, b.bytes)
	case binUser:
		b.user, err = each(b, in, b.bytesOrNil)
	default:
		err = in.Skip()
	}
	return err
}

// each reads a list, whose entries count.
func each[T any](b *inflated, in *msgp.Reader, one func(*msgp.Reader) (T, error)) ([]T, error) {
	n, err := in.ReadArrayHeader()
	var list []T
	for i := uint32(0); err == nil && i < n; i++ {
		if err = b.spend(entryCost); err != nil {
			return nil, err
		}
		var entry T
		entry, err = one(in)
		list = append(list, entry)
	}
	return list, err
}

// spend takes a size off what may still be read.
func (b *inflated) spend(n int64) error {
	if b.left -= n; b.left < 0 {
		return errDocBinLarge
	}
	return nil
}

func (b *inflated) bytes(in *msgp.Reader) ([]byte, error) {
	size, err := in.ReadBytesHeader()
	if err == nil {
		err = b.spend(int64(size))
	}
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(in.R, int64(size)))
	if err == nil && len(data) < int(size) {
		err = io.ErrUnexpectedEOF
	}
	return data, err
}

func (b *inflated) bytesOrNil(in *msgp.Reader) ([]byte, error) {
	if in.IsNil() {
		return nil, in.ReadNil()
	}
	return b.bytes(in)
}

func (b *inflated) string(in *msgp.Reader) (string, error) {
	size, err := in.ReadStringHeader()
	if err == nil {
		err = b.spend(int64(size))
	}
	if err != nil {
		return "", err
	}
	var text strings.Builder
	n, err := io.Copy(&text, io.LimitReader(in.R, int64(size)))
	if err == nil && n < int64(size) {
		err = io.ErrUnexpectedEOF
	}
	return text.String(), err
}

func skip(in *msgp.Reader, n uint32) (err error) {
	for i := uint32(0); err == nil && i < n; i++ {
		err = in.Skip()
	}
	return err
}

// spacesUnknown reads the flags of a doc.
func spacesUnknown(in *msgp.Reader) (unknown bool, err error) {
	n, err := in.ReadMapHeader()
	for i := uint32(0); err == nil && i < n; i++ {
		var key []byte
		if key, err = in.ReadMapKeyPtr(); err != nil {
			break
		}
		if string(key) == unknownSpaces {
			unknown, err = in.ReadBool()
			continue
		}
		err = in.Skip()
	}
	return unknown, err
}

// mostAttrs is how many attributes a token may have.
const mostAttrs = 100

// check makes sure that the parts of the file fit each other.
func (b *inflated) check() error {
	tokens := int64(0)
	for i := 0; i+4 <= len(b.lengths); i += 4 {
		tokens += int64(binary.LittleEndian.Uint32(b.lengths[i:]))
	}
	docs := len(b.lengths) / 4
	switch {
	case len(b.lengths)%4 != 0, int64(len(b.spaces)) != tokens, len(b.attrs) > mostAttrs, b.size != tokens*int64(len(b.attrs))*8,
		len(b.groups) > docs, len(b.user) > docs:
		return errors.New("its parts do not fit each other, so that it was cut or changed; write it again with doc_bin.to_disk()")
	}
	return nil
}
