package storage

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// TestCheckFinds does to a project what nobody should, one thing at a time.
func TestCheckFinds(t *testing.T) {
	for statement, says := range map[string]string{
		"UPDATE articles SET text = replace(text, 'Vell', 'Well') WHERE id = 1": `article "Flood": its text is not what was imported`,
		"UPDATE articles SET title = 'Floods' WHERE id = 1":                     "its title, its metadata or its id is not what was imported",
		"UPDATE authors SET name = 'Anna' WHERE name = 'Ana'":                   "the name or kind is not what it was",
		"UPDATE schemes SET body = replace(body, 'Actor', 'Factor')":            "scheme 1: it is not what was kept",
		"UPDATE articles SET length = 7 WHERE id = 1":                           "its length is kept as 7 characters and is 39",
		"UPDATE spans SET end_off = end_off + 1 WHERE id = 2":                   "its labels are not those that its history leads to",
		"UPDATE spans SET end_off = 5000 WHERE id = 2":                          "does not fit its text",
		"UPDATE spans SET attrs = '[1]' WHERE id = 2":                           "cannot be read",
		"UPDATE spans SET deleted = 1 WHERE id = 2":                             "Ana on \"Flood\"",
		"UPDATE layers SET spans = 9 WHERE id = 2":                              "with 9 spans",
		"UPDATE layers SET status = 'flagged' WHERE id = 2":                     "it is kept as flagged",
		"UPDATE edits SET body = replace(body, 'place', 'actor') WHERE seq = 2": "its edit 1 was changed",
		"UPDATE edits SET at_ms = at_ms + 1 WHERE seq = 3":                      "its edit 2 was changed",
		"DELETE FROM edits WHERE seq = 4":                                       "it has 2 edits of 3",
		"DELETE FROM edits WHERE seq = 2":                                       "its edit 1 was changed, or one before it is missing",
		"PRAGMA foreign_keys=OFF; DELETE FROM authors WHERE name = 'robot'":     "points at one of authors that is not there",
		"UPDATE edits SET move = 'redo' WHERE seq = 2":                          "was changed",
		"UPDATE layer_values SET text = 'started' WHERE layer_id = 2":           "it is kept as done",
	} {
		p, _, _ := newsroom(t)
		if err := p.writer.Exec(statement).Error; err != nil {
			t.Fatal(err)
		}
		problems, err := p.Check(t.Context())
		if err != nil {
			t.Errorf("%s: %v", statement, err)
		}
		var said []string
		for _, problem := range problems {
			said = append(said, problem.String())
		}
		if !strings.Contains(strings.Join(said, "\n"), says) {
			t.Errorf("%s: the check says %q", statement, said)
		}
	}
}

// TestDamagedPages overwrites a part of the file in the middle.
func TestDamagedPages(t *testing.T) {
	p, _, _ := newsroom(t)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(p.Path(), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int64{5, 7, 9, 11} {
		if _, err := file.WriteAt(make([]byte, 2000), at*4096); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if p, err = Open(p.Path()); err != nil {
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("opening says: %v", err)
		}
		return
	}
	defer p.Close()
	problems, err := p.Check(t.Context())
	if len(problems) == 0 {
		t.Errorf("nothing was found: %v", err)
	}
}
