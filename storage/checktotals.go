package storage

import "fmt"

// totals compares what is counted with what is there.
func (c *checker) totals() error {
	for _, t := range []struct{ what, kept, counted string }{
		{"number of articles", "SELECT articles FROM totals", "SELECT count(*) FROM articles"},
		{"number of characters", "SELECT characters FROM totals", "SELECT coalesce(sum(length), 0) FROM articles"},
		{"number of articles in the search", "SELECT count(*) FROM article_words_docsize", "SELECT count(*) FROM articles"},
		{"tallies of layers that are wrong", "SELECT 0", `SELECT count(*) FROM (
			SELECT author_id, status, layers FROM tallies WHERE layers > 0 EXCEPT SELECT author_id, status, count(*) FROM layers GROUP BY author_id, status)`},
		{"tallies of layers that are missing", "SELECT 0", `SELECT count(*) FROM (
			SELECT author_id, status, count(*) FROM layers GROUP BY author_id, status EXCEPT SELECT author_id, status, layers FROM tallies)`},
	} {
		var kept, counted int
		if err := c.tx.Raw(t.kept).Scan(&kept).Error; err != nil {
			return err
		}
		if err := c.tx.Raw(t.counted).Scan(&counted).Error; err != nil {
			return err
		}
		if kept != counted {
			c.add(c.file, fmt.Sprintf("the %s is kept as %d and is %d", t.what, kept, counted))
		}
	}
	return nil
}
