package dataset

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
)

// xmlDecoder reads XML that is UTF-8 already, whatever it says, of version 1.1
// too. Entities that a file defines itself are errors, so that none can grow.
func xmlDecoder(content string) *xml.Decoder {
	if at := xmlEleven.FindStringSubmatchIndex(content[:min(len(content), 200)]); at != nil {
		content = content[:at[2]] + "1.0" + content[at[3]:]
	}
	dec := xml.NewDecoder(strings.NewReader(content))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return dec
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
