package annotate

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// An Article is a text that is marked, with what is known about it. The text
// is valid UTF-8 with \n line ends, see [Clean], and never changes.
type Article struct {
	ID    ID
	Title string
	Text  string
	Meta  Meta
}

// Meta is what is known about an article: source, date, url, language and
// whatever else came with it, by name. Values are free text.
type Meta map[string]string

// A Hash is the SHA-256 of an article's text as UTF-8.
type Hash [sha256.Size]byte

// String is the hash as 64 lower-case hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// HashText hashes a text. Two articles are the same when their hashes are.
func HashText(text string) (hash Hash) {
	h, part := sha256.New(), make([]byte, min(len(text), 32<<10)) // a long text is not copied
	for len(text) > 0 {
		n := copy(part, text)
		h.Write(part[:n])
		text = text[n:]
	}
	h.Sum(hash[:0])
	return hash
}

// ArticleID is the ID of the article with a text, on every laptop.
func ArticleID(text Hash) ID { return DerivedID("article", text.String()) }

// Hash identifies the article's text.
func (a Article) Hash() Hash { return HashText(a.Text) }

// Repairs counts what [Clean] changed in a text.
type Repairs struct {
	LineEnds int  // \r\n and lone \r that became \n
	Invalid  int  // bytes that were no UTF-8 and became U+FFFD
	Mark     bool // a byte-order mark was taken off
}

// None reports whether nothing had to be changed.
func (r Repairs) None() bool { return r == Repairs{} }

const byteOrderMark = "\ufeff"

// Clean makes a text fit to be an article's: byte-order marks are taken off,
// \r\n and \r become \n, each byte that is no UTF-8 becomes U+FFFD.
// Nothing else is touched: no trimming, no normalisation.
func Clean(raw string) (string, Repairs) {
	text := strings.TrimLeft(raw, byteOrderMark)
	repairs := Repairs{Mark: len(text) < len(raw)}
	repairs.LineEnds = strings.Count(text, "\r")
	if repairs.LineEnds > 0 {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	if !utf8.ValidString(text) {
		text, repairs.Invalid = replaceInvalid(text)
	}
	return text, repairs
}

func replaceInvalid(text string) (string, int) {
	var b strings.Builder
	n := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			n++
		}
		b.WriteRune(r)
		i += size
	}
	return b.String(), n
}
