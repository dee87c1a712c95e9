package storage

import (
	"strings"

	"gorm.io/gorm"
)

// A searcher finds articles by what their titles and texts hold. SQLite's is
// fts5; a database server's would be another.
type searcher interface {
	// matching are the keys of the articles that a wish finds, as a query for
	// the column "id". There is none when the wish asks for nothing.
	matching(tx *gorm.DB, w wish) (found *gorm.DB, any bool)
	// ranked puts the best of what matching found for a wish first.
	ranked(found *gorm.DB, w wish) *gorm.DB
	// marked are the texts of some articles with marks around what the wish's
	// words found; of the others it has none.
	marked(tx *gorm.DB, w wish, articles []int64, open, shut string) (map[int64]string, error)
	// index takes in the articles from a key on.
	index(tx *gorm.DB, from int64) error
}

// fts5 is SQLite's full-text search: an index of words, and one of pairs of
// characters for scripts without spaces.
type fts5 struct{}

// demands are what a wish asks of the two indexes.
type demands struct {
	words, pairs       []string // all must be there
	noWords, noPairs   []string // none may
	mixed              [][2]string
	rankable, findable bool
}

func demandsOf(w wish) demands {
	var d demands
	for _, t := range w {
		words, pairs := t.pieces()
		switch {
		case !t.not:
			d.words, d.pairs = append(d.words, words...), append(d.pairs, pairs...)
		case len(pairs) == 0:
			d.noWords = append(d.noWords, allOf(words))
		case len(words) == 0:
			d.noPairs = append(d.noPairs, allOf(pairs))
		default:
			d.mixed = append(d.mixed, [2]string{allOf(words), allOf(pairs)})
		}
	}
	d.rankable = len(d.words) > 0
	d.findable = d.rankable || len(d.pairs) > 0
	return d
}

func allOf(pieces []string) string { return "(" + strings.Join(pieces, " AND ") + ")" }

// expression asks one index for all of some pieces and none of others.
func expression(all, none []string) string {
	if len(none) == 0 {
		return allOf(all)
	}
	return allOf(all) + " NOT (" + strings.Join(none, " OR ") + ")"
}

const (
	byWords = "SELECT rowid FROM article_words WHERE article_words MATCH ?"
	byPairs = "SELECT rowid FROM article_pairs WHERE article_pairs MATCH ?"
)

func (fts5) matching(tx *gorm.DB, w wish) (*gorm.DB, bool) {
	d := demandsOf(w)
	var found *gorm.DB
	switch {
	case !d.findable:
		return nil, false
	case d.rankable:
		found = tx.Table("article_words AS f").Where("article_words MATCH ?", expression(d.words, d.noWords))
		if len(d.pairs) > 0 {
			found = found.Where("f.rowid IN ("+byPairs+")", allOf(d.pairs))
		}
		if len(d.noPairs) > 0 {
			found = found.Where("f.rowid NOT IN ("+byPairs+")", strings.Join(d.noPairs, " OR "))
		}
	default:
		found = tx.Table("article_pairs AS f").Where("article_pairs MATCH ?", expression(d.pairs, d.noPairs))
		if len(d.noWords) > 0 {
			found = found.Where("f.rowid NOT IN ("+byWords+")", strings.Join(d.noWords, " OR "))
		}
	}
	for _, both := range d.mixed {
		found = found.Where("NOT (f.rowid IN ("+byWords+") AND f.rowid IN ("+byPairs+"))", both[0], both[1])
	}
	return found, true
}

func (fts5) ranked(found *gorm.DB, w wish) *gorm.DB {
	if !demandsOf(w).rankable {
		return found.Order("f.rowid DESC")
	}
	// A word in the title weighs as much as five in the text.
	return found.Order("bm25(article_words, 5.0, 1.0), f.rowid DESC")
}

func (fts5) marked(tx *gorm.DB, w wish, articles []int64, open, shut string) (map[int64]string, error) {
	texts := map[int64]string{}
	d := demandsOf(w)
	if !d.rankable || len(articles) == 0 {
		return texts, nil
	}
	var rows []struct {
		ID   int64
		Text string
	}
	err := tx.Table("article_words").Select("rowid AS id, highlight(article_words, 1, ?, ?) AS text", open, shut).
		Where("article_words MATCH ? AND rowid IN ?", allOf(d.words), articles).Scan(&rows).Error
	for _, row := range rows {
		texts[row.ID] = row.Text
	}
	return texts, err
}

func (fts5) index(tx *gorm.DB, from int64) error {
	err := tx.Exec("INSERT INTO article_words (rowid, title, text) SELECT id, title, text FROM articles WHERE id >= ?", from).Error
	if err != nil {
		return err
	}
	return tx.Exec("INSERT INTO article_pairs (rowid, pairs) SELECT id, found FROM"+
		" (SELECT id, spaceless_pairs(title, text) AS found FROM articles WHERE id >= ?) WHERE found <> ''", from).Error
}
