package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// writeJSON writes a value as scripts get it: indented, not escaped for HTML,
// with a line end.
func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

// plain is a text from a file or a message as a terminal may show it: control
// characters but line ends become spaces.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}

// oneLine is plain text without line ends.
func oneLine(text string) string { return strings.ReplaceAll(plain(text), "\n", " ") }

// counted is a number with what it counts: "1 article", "2 articles".
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
