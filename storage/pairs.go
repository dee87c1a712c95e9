package storage

import (
	"database/sql/driver"
	"strings"
	"unicode"

	modernc "modernc.org/sqlite"
)

// Some scripts put no spaces between words, so that an index of words is of no
// use for them. They are found by pairs of neighbouring characters instead: a
// text ABC is indexed as AB BC C, and BC is found as the pair, ABC as two pairs
// next to each other, B as whatever begins with it. The single character at the
// end of every run keeps the pairs of two runs apart.

// spaceless are the scripts without spaces between words.
var spaceless = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai,
	unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Bopomofo, unicode.Yi}

// isSpaceless reports whether a character is of such a script.
func isSpaceless(r rune) bool {
	return r >= 0x0e00 && (unicode.In(r, spaceless...) || r == 'ー')
}

func init() {
	modernc.MustRegisterDeterministicScalarFunction("spaceless_pairs", 2, spacelessPairs)
}

func spacelessPairs(_ *modernc.FunctionContext, args []driver.Value) (driver.Value, error) {
	title, _ := args[0].(string)
	text, _ := args[1].(string)
	var all []string
	for _, run := range append(spacelessRuns(title), spacelessRuns(text)...) {
		all = append(all, strings.Join(pairs(run), " "))
	}
	return strings.Join(all, " "), nil
}

// spacelessRuns are the stretches of a text in scripts without spaces.
func spacelessRuns(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !isSpaceless(r) })
}

// pairs are the neighbouring characters of a run, and its last one.
func pairs(run string) []string {
	all := []string{}
	characters := []rune(run)
	for i := range characters {
		all = append(all, string(characters[i:min(i+2, len(characters))]))
	}
	return all
}
