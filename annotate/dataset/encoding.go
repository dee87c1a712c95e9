package dataset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// An encodingFound is how a file's bytes stand for characters. The zero value
// is UTF-8.
type encodingFound struct {
	name string // as reports name it: "windows-1251"
	with encoding.Encoding
}

// marks are the byte-order marks, the longer ones before those that they begin
// with.
var marks = []struct {
	mark  string
	found encodingFound
}{
	{"\xef\xbb\xbf", encodingFound{}},
	{"\xff\xfe\x00\x00", encodingFound{"UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)}},
	{"\x00\x00\xfe\xff", encodingFound{"UTF-32", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)}},
	{"\xff\xfe", utf16le},
	{"\xfe\xff", utf16be},
}

var (
	utf16le = encodingFound{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}
	utf16be = encodingFound{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}
	western = encodingFound{"windows-1252", charmap.Windows1252}
)

// recogniseEncoding finds out the encoding of a file that begins with head: by
// its byte-order mark, else UTF-8 if it can be that, else by what is likely.
func recogniseEncoding(head []byte) encodingFound {
	for _, m := range marks {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			return m.found
		}
	}
	if wide, ok := unmarkedUTF16(head); ok {
		return wide
	}
	if nearlyUTF8(head) {
		return encodingFound{}
	}
	return detect(head)
}

// unmarkedUTF16 reports whether every other byte is nearly always, or nearly
// never, zero, as in UTF-16 of Latin letters.
func unmarkedUTF16(head []byte) (encodingFound, bool) {
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 2:
	case zeros[1] > half/2 && zeros[0] <= half/20:
		return utf16le, true
	case zeros[0] > half/2 && zeros[1] <= half/20:
		return utf16be, true
	}
	return encodingFound{}, false
}

// nearlyUTF8 reports whether bytes are UTF-8, or would be but for a few that
// are damaged. A character that the end cuts off is no damage.
func nearlyUTF8(head []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(head); {
		r, size := utf8.DecodeRune(head[i:])
		switch {
		case r == utf8.RuneError && size == 1 && utf8.FullRune(head[i:]):
			bad++
		case size > 1:
			good++
		}
		i += size
	}
	return bad == 0 || good > 4*bad
}

// likely is how sure the detector must be.
const likely = 0.3

func detect(head []byte) encodingFound {
	result := chardet.Detect(head)
	with, err := htmlindex.Get(strings.ToLower(result.Encoding))
	if err != nil || result.Confidence < likely || with == unicode.UTF8 {
		return western
	}
	name, err := htmlindex.Name(with)
	if err != nil {
		return western
	}
	return encodingFound{name, with}
}

// decode is the text that bytes stand for, and what had to be done to read it.
// The text may still need [annotate.Clean].
func decode(data []byte) (text string, repairs []string) {
	found := recogniseEncoding(data[:min(len(data), headSize)])
	if found.with == nil && !utf8.Valid(data) && !nearlyUTF8(data) {
		found = detect(data[:min(len(data), 16*headSize)])
	}
	if found.with == nil {
		return string(data), nil
	}
	decoded, err := found.with.NewDecoder().Bytes(data)
	if err != nil {
		return string(data), nil
	}
	return string(decoded), []string{"read as " + found.name}
}
