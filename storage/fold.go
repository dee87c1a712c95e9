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

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}
