package storage

import (
	"context"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Count is how many articles a query finds, whatever its After and Limit.
func (p *Project) Count(ctx context.Context, q Query) (int, error) {
	if q.Status == "" {
		q.Author = "" // whose status and spans it is does not change the number
	}
	var n int
	err := p.read(ctx, func(tx *gorm.DB) (err error) {
		if n, err = q.count(tx, p.searcher); err != nil {
			n = 0
		}
		return err
	})
	return n, err
}

func (q Query) count(tx *gorm.DB, in searcher) (int, error) {
	switch {
	case q.Text != "":
		return q.countText(tx, in)
	case q.Status == "":
		totals, err := readTotals(tx)
		return totals.Articles, err
	case q.Author == "":
		statuses, err := countStatuses(tx)
		return statuses[q.Status], err
	}
	return q.countTallies(tx)
}

// countText counts by looking: what finds fewest is looked through.
func (q Query) countText(tx *gorm.DB, in searcher) (int, error) {
	var n int64
	words, byWords, err := q.words(tx, in)
	if err == nil && byWords && q.Status == "" {
		err = tx.Table("(?) AS c", words).Count(&n).Error
		return int(n), err
	}
	list, _, err := listing(tx, q, in)
	if err != nil {
		return 0, err
	}
	err = list.Count(&n).Error
	return int(n), err
}

// countTallies counts an author's articles of a status, as they are kept.
func (q Query) countTallies(tx *gorm.DB) (int, error) {
	author, err := authorKey(tx, q.Author)
	if err != nil {
		return 0, err
	}
	var n int
	tallies := tx.Table("tallies").Select("coalesce(sum(layers), 0)").Where("author_id = ?", author)
	if q.Status != annotate.New {
		return n, tallies.Where("status = ?", string(q.Status)).Scan(&n).Error
	}
	totals, err := readTotals(tx)
	if err != nil {
		return 0, err
	}
	err = tallies.Where("status <> ?", string(annotate.New)).Scan(&n).Error
	return totals.Articles - n, err
}

// A totalsRow is what is counted of all articles.
type totalsRow struct {
	Articles   int
	Characters int
}

func readTotals(tx *gorm.DB) (totalsRow, error) {
	var row totalsRow
	return row, tx.Table("totals").Take(&row).Error
}

// countStatuses counts articles by the status that whoever changed them last
// gave them, suggesters left out. It looks at layers only.
func countStatuses(tx *gorm.DB) (map[annotate.Status]int, error) {
	const last = "row_number() OVER (PARTITION BY l.article_id ORDER BY l.changed_ms DESC, l.id DESC) AS place"
	totals, err := readTotals(tx)
	if err != nil {
		return nil, err
	}
	layers := tx.Table("layers l").Joins("JOIN authors w ON w.id = l.author_id").Where("w.kind <> 'suggester'").Select("l.status", last)
	var counts []struct {
		Status annotate.Status
		N      int
	}
	err = tx.Table("(?) AS ordered", layers).Where("place = 1").Group("status").Select("status, count(*) AS n").Scan(&counts).Error
	statuses := map[annotate.Status]int{}
	fresh := totals.Articles
	for _, c := range counts {
		statuses[c.Status] = c.N
		fresh -= c.N
	}
	if statuses[annotate.New] += fresh; statuses[annotate.New] == 0 {
		delete(statuses, annotate.New)
	}
	return statuses, err
}
