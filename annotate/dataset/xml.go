package dataset

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// xmlDecoder reads XML that is UTF-8 already, whatever it says, of version 1.1
// too. Entities that a file defines itself are errors, so that none can grow.
func xmlDecoder(content string) *xmlReader {
	if at := xmlEleven.FindStringSubmatchIndex(content[:min(len(content), 200)]); at != nil {
		content = content[:at[2]] + "1.0" + content[at[3]:]
	}
	return newXMLReader(strings.NewReader(content))
}

// mostInside is how many elements may lie inside of each other. No document has
// so many; a file of nothing but beginnings would fill the memory.
const mostInside = 1000

var errInside = fmt.Errorf("more than %d of its elements lie inside of each other", mostInside)

// An xmlReader reads XML of a bounded depth.
type xmlReader struct {
	*xml.Decoder
	raw *depthReader
}

func newXMLReader(in io.Reader) *xmlReader {
	raw := &depthReader{Decoder: xml.NewDecoder(in)}
	raw.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return &xmlReader{xml.NewTokenDecoder(raw), raw}
}

// InputPos is the line and the column behind the last token.
func (r *xmlReader) InputPos() (line, column int) { return r.raw.InputPos() }

// A depthReader counts how many elements are open.
type depthReader struct {
	*xml.Decoder
	depth int
}

// Token is the next token, as it stands in the file.
func (r *depthReader) Token() (xml.Token, error) {
	token, err := r.RawToken()
	switch token.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > mostInside {
			return nil, errInside
		}
	case xml.EndElement:
		r.depth--
	}
	return token, err
}

// A boundedList is a list of elements that is not read when it is too long.
type boundedList[T any] []T

var errLongList = fmt.Errorf("it has more than %d of one thing; split it", SpanLimit)

// UnmarshalXML adds an element.
func (l *boundedList[T]) UnmarshalXML(dec *xml.Decoder, start xml.StartElement) error {
	if len(*l) == SpanLimit {
		return errLongList
	}
	var one T
	err := dec.DecodeElement(&one, &start)
	*l = append(*l, one)
	return err
}

var xmlEleven = regexp.MustCompile(`^\s*<\?xml\s+version\s*=\s*["'](1\.1)["']`)

// xmlWords is an error in XML in words.
func xmlWords(err error) string {
	if wrong := (*xml.SyntaxError)(nil); errors.As(err, &wrong) {
		switch {
		case wrong.Msg == "unexpected EOF":
			return "it ends before its last element does"
		case strings.HasPrefix(wrong.Msg, "invalid character entity"):
			return "it holds an entity that XML does not define (" + strings.TrimPrefix(wrong.Msg, "invalid character entity ") + ")"
		}
		return wrong.Msg
	}
	if errors.Is(err, io.EOF) {
		return "it is empty"
	}
	return err.Error()
}

// xmlAllowed reports whether XML has a place for a character.
func xmlAllowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r != '\ufffe' && r != '\uffff'
}

// xmlSpaced is a text with a space for each character that XML has no place
// for, and how many there were.
func xmlSpaced(text string) (string, int) {
	n := 0
	spaced := strings.Map(func(r rune) rune {
		if xmlAllowed(r) {
			return r
		}
		n++
		return ' '
	}, text)
	return spaced, n
}

// xmlEscaped is a text as an attribute or an element holds it.
var xmlEscaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;", "\r", "&#13;")
