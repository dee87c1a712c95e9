package storage

import (
	"strings"

	"gorm.io/gorm"
)

// quickCheck asks SQLite whether the pages of a file fit together, which takes
// a second for fifty million bytes, most of it for the search.
func quickCheck(db *gorm.DB, path string) error { return askPages(db, path, "PRAGMA quick_check(1)") }

// checkPages looks over a whole file: a large one as checkTables does.
func checkPages(db *gorm.DB, path string, told *progress) error {
	if sizeOf(path) <= lookOverAlways {
		return quickCheck(db, path)
	}
	return checkTables(db, path, told)
}

// checkTables is quickCheck for large files: it leaves out what belongs to none
// of the tables, and whether the search's index knows each word, as that can be
// made anew and takes ten times as long; [Project.Check] looks at it. After each
// table it tells how many of them are done.
func checkTables(db *gorm.DB, path string, told *progress) error {
	var tables []string
	err := db.Raw("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' UNION ALL SELECT 'sqlite_schema' ORDER BY name").Scan(&tables).Error
	if err != nil {
		return err
	}
	for i, table := range tables {
		if err := askPages(db, path, "PRAGMA quick_check('"+strings.ReplaceAll(table, "'", "''")+"')"); err != nil {
			return err
		}
		told.tables(i+1, len(tables))
	}
	return nil
}

// askPages asks a question to which a sound file's answer is ok.
func askPages(db *gorm.DB, path, question string) error {
	var answers []string
	if err := db.Raw(question).Scan(&answers).Error; err != nil {
		return err
	}
	if len(answers) != 1 || answers[0] != "ok" {
		return fail(ErrDamaged, "%s is damaged: parts of the file do not fit together", path)
	}
	return nil
}
