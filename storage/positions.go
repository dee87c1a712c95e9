package storage

import (
	"context"
	"sort"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Positions are the articles of a list by where they stand in the project, see
// [Row], ascending. However many they are, those that follow each other take no
// more room than one.
type Positions struct {
	runs []run
	n    int
}

// A run are positions without a gap.
type run struct {
	first  int64
	count  int
	before int // how many there are in the runs before it
}

// Len is how many articles the list has.
func (p Positions) Len() int { return p.n }

// At is the position of the article number i, counted from 0; i must be one of
// the list.
func (p Positions) At(i int) int64 {
	r := p.runs[sort.Search(len(p.runs), func(k int) bool { return p.runs[k].before > i })-1]
	return r.first + int64(i-r.before)
}

// Index is the number in the list of the article at a position, if it has one.
func (p Positions) Index(position int64) (i int, there bool) {
	k := sort.Search(len(p.runs), func(k int) bool { return p.runs[k].first > position }) - 1
	if k < 0 || position >= p.runs[k].first+int64(p.runs[k].count) {
		return 0, false
	}
	return p.runs[k].before + int(position-p.runs[k].first), true
}

// add puts a position, or several that follow each other, behind the last.
func (p *Positions) add(first int64, count int) {
	if count <= 0 {
		return
	}
	if k := len(p.runs) - 1; k >= 0 && p.runs[k].first+int64(p.runs[k].count) == first {
		p.runs[k].count += count
	} else {
		p.runs = append(p.runs, run{first, count, p.n})
	}
	p.n += count
}

// without are the positions but for some that are among them, in order.
func (p Positions) without(gone Positions) Positions {
	var rest Positions
	k := 0
	for _, r := range p.runs {
		at, end := r.first, r.first+int64(r.count)
		for ; k < len(gone.runs) && gone.runs[k].first < end; k++ {
			rest.add(at, int(gone.runs[k].first-at))
			at = gone.runs[k].first + int64(gone.runs[k].count)
		}
		rest.add(at, int(end-at))
	}
	return rest
}

// Positions tells which articles a query finds, whatever its After and Limit.
// For all of them it takes no time; otherwise about a second for a million.
func (p *Project) Positions(ctx context.Context, q Query) (Positions, error) {
	var found Positions
	err := p.read(ctx, func(tx *gorm.DB) (err error) {
		found, err = q.positions(tx, p.searcher)
		return err
	})
	return found, err
}

func (q Query) positions(tx *gorm.DB, in searcher) (Positions, error) {
	if q.Text == "" && (q.Status == "" || q.Status == annotate.New && q.Author != "") {
		return q.untouched(tx)
	}
	words, byWords, err := q.words(tx, in)
	if err != nil {
		return Positions{}, err
	}
	if byWords && q.Status == "" {
		return readPositions(words.Order("f.rowid"))
	}
	list, position, err := listing(tx, q, in)
	if err != nil {
		return Positions{}, err
	}
	return readPositions(list.Select(position).Order(position))
}

// untouched are all articles, or those that the author has not begun.
func (q Query) untouched(tx *gorm.DB) (Positions, error) {
	all, err := allPositions(tx)
	if err != nil || q.Status == "" {
		return all, err
	}
	author, err := authorKey(tx, q.Author)
	if err != nil {
		return Positions{}, err
	}
	begun, err := readPositions(tx.Table("layers").Select("article_id").Where("author_id = ? AND status <> ?", author, string(annotate.New)).Order("article_id"))
	return all.without(begun), err
}

// allPositions are those of all articles. As keys are given out one after the
// other, the first and the last of them tell it.
func allPositions(tx *gorm.DB) (Positions, error) {
	var all Positions
	totals, err := readTotals(tx)
	if err != nil || totals.Articles == 0 {
		return all, err
	}
	var first, last int64
	if err := tx.Raw("SELECT (SELECT min(id) FROM articles), (SELECT max(id) FROM articles)").Row().Scan(&first, &last); err != nil {
		return all, err
	}
	if last-first+1 == int64(totals.Articles) {
		all.add(first, totals.Articles)
		return all, nil
	}
	return readPositions(tx.Table("articles").Select("id").Order("id"))
}

// readPositions reads one column of ascending positions.
func readPositions(query *gorm.DB) (Positions, error) {
	var found Positions
	rows, err := query.Rows()
	if err != nil {
		return found, err
	}
	defer rows.Close()
	for rows.Next() {
		var position int64
		if err := rows.Scan(&position); err != nil {
			return found, err
		}
		found.add(position, 1)
	}
	return found, rows.Err()
}

// RowsAt are the articles at some positions, ascending, as a list shows them;
// for author see [Query].
func (p *Project) RowsAt(ctx context.Context, author annotate.ID, positions ...int64) ([]Row, error) {
	var rows []Row
	err := p.read(ctx, func(tx *gorm.DB) error {
		list, position, err := listing(tx, Query{Author: author}, p.searcher)
		if err != nil {
			return err
		}
		return list.Where("a.id IN ?", positions).Order(position).Find(&rows).Error
	})
	return rows, err
}
