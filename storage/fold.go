package storage

import (
	"database/sql/driver"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"
	modernc "modernc.org/sqlite"
)

// SQLite's LIKE knows upper and lower case of ASCII only. contains_fold knows
// those of all scripts, and costs more.
func init() {
	modernc.MustRegisterDeterministicScalarFunction("contains_fold", 2, containsFold)
}

func containsFold(_ *modernc.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, _ := args[0].(string)
	folded, _ := args[1].(string)
	return strings.Contains(strings.ToLower(text), folded), nil
}

// withText narrows a query of articles to those with a text in their title or
// text, whatever the case.
func withText(tx *gorm.DB, text string) *gorm.DB {
	switch {
	case text == "":
		return tx
	case isASCII(text):
		pattern := "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text) + "%"
		return tx.Where(`(a.title LIKE ? ESCAPE '\' OR a.text LIKE ? ESCAPE '\')`, pattern, pattern)
	}
	folded := strings.ToLower(text)
	return tx.Where("(contains_fold(a.title, ?) OR contains_fold(a.text, ?))", folded, folded)
}

// largeProject is from how many characters on a text is looked for by words:
// reading all texts would keep somebody who types waiting.
const largeProject = 5_000_000

// long is from how many letters on a word may be the beginning of one. What
// begins with one or two letters are too many words.
const long = 3

// words are the articles that a query's text is in by its words, as a query
// for the column "id", if they are to be looked for by words.
func (q Query) words(tx *gorm.DB, in searcher) (found *gorm.DB, byWords bool, err error) {
	if q.Text == "" {
		return nil, false, nil
	}
	totals, err := readTotals(tx)
	if err != nil || totals.Characters < largeProject {
		return nil, false, err
	}
	var w wish
	for _, word := range strings.Fields(strings.ToValidUTF8(q.Text, " ")) {
		if findable(word) {
			w = append(w, term{text: word, prefix: utf8.RuneCountInString(word) >= long})
		}
	}
	found, byWords = in.matching(tx, w)
	if byWords {
		found = found.Select("f.rowid AS id")
	}
	return found, byWords, nil
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}
