package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A Search says what to look for in titles and texts. Words must all be there,
// whatever their case and accents; "several words" stand together; begin* finds
// words that begin so; -word must not be there. Scripts without spaces between
// words are found by any stretch of characters.
type Search struct {
	Text   string
	Author annotate.ID // whose status and number of spans to tell, see [Query]
	After  Cursor      // where the page before ended; empty: the first page
	Limit  int         // hits of a page; 0: 20
}

// A Cursor is where a page of hits ended. Empty: there are no more.
type Cursor string

// Hits are a page of what a search found.
type Hits struct {
	Hits []Hit
	Next Cursor // for the page that follows; empty when there is none
	// Ranked: the best come first. Otherwise there are too many to tell, and
	// those imported last come first.
	Ranked bool
}

// A Hit is an article that was found.
type Hit struct {
	Row
	Snippet string    // what stands around the first place in the text, in one line
	Marks   []Stretch // what was found in Snippet
	Found   []Stretch // what was found in the text, in order; empty when only the title has it
}

// A Stretch is a part of a text from Start to End, exclusive, in Unicode code
// points.
type Stretch struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// ErrNothingToFind says that a query has no word to look for.
var ErrNothingToFind = errors.New("there is nothing to look for: give a word that is to be found")

// few is how many articles are put in order by how well they fit: of each the
// number of its words is looked up for that, somewhere in the file.
const few = 200

// searchTime is how long a search may take.
const searchTime = 20 * time.Second

// defaultHits is how many hits a page has if nothing is said.
const defaultHits = 20

// Search finds articles, a page at a time. It fails with ErrNothingToFind when
// the query asks for nothing; no query is wrong otherwise.
func (p *Project) Search(ctx context.Context, s Search) (Hits, error) {
	ctx, cancel := context.WithTimeout(ctx, searchTime)
	defer cancel()
	if s.Limit <= 0 {
		s.Limit = defaultHits
	}
	var hits Hits
	err := p.read(ctx, func(tx *gorm.DB) (err error) {
		hits, err = s.run(tx, p.searcher)
		return err
	})
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return hits, fail(ctx.Err(), "the search for %s takes too long: look for rarer words", s.Text)
	}
	return hits, err
}

func (s Search) run(tx *gorm.DB, in searcher) (Hits, error) {
	w := readWish(s.Text)
	at, err := s.After.position(tx, in, w)
	if err != nil {
		return Hits{}, err
	}
	ids, err := at.page(tx, in, w, s.Limit+1)
	if err != nil || len(ids) == 0 {
		return Hits{Ranked: at.ranked}, err
	}
	hits := Hits{Ranked: at.ranked}
	if len(ids) > s.Limit {
		ids = ids[:s.Limit]
		hits.Next = at.after(ids)
	}
	hits.Hits, err = s.hits(tx, in, w, ids)
	return hits, err
}

// A place is where a page begins: behind so many that are better, or behind an
// article that was imported later.
type place struct {
	ranked bool
	behind int64
}

// position is the place of a cursor.
func (c Cursor) position(tx *gorm.DB, in searcher, w wish) (place, error) {
	if c != "" {
		behind, err := strconv.ParseInt(string(c[1:]), 10, 64)
		if err != nil || c[0] != 'r' && c[0] != 'n' {
			return place{}, fmt.Errorf("%q is no place in a list of hits: begin at the first page", c)
		}
		return place{c[0] == 'r', behind}, nil
	}
	found, any := in.matching(tx, w)
	if !any {
		return place{}, ErrNothingToFind
	}
	var n int64
	err := tx.Table("(?) AS first", found.Select("f.rowid").Limit(few+1)).Count(&n).Error
	return place{ranked: n <= few}, err
}

// page are the keys of the articles that follow.
func (at place) page(tx *gorm.DB, in searcher, w wish, limit int) ([]int64, error) {
	found, any := in.matching(tx, w)
	if !any {
		return nil, ErrNothingToFind
	}
	found = found.Select("f.rowid").Limit(limit)
	switch {
	case at.ranked:
		found = in.ranked(found, w).Offset(int(at.behind))
	case at.behind > 0:
		found = found.Where("f.rowid < ?", at.behind).Order("f.rowid DESC")
	default:
		found = found.Order("f.rowid DESC")
	}
	var ids []int64
	return ids, found.Scan(&ids).Error
}

// after is the cursor behind some articles.
func (at place) after(ids []int64) Cursor {
	if at.ranked {
		return Cursor(fmt.Sprint("r", at.behind+int64(len(ids))))
	}
	return Cursor(fmt.Sprint("n", ids[len(ids)-1]))
}

// hits are the articles with these keys, in their order.
func (s Search) hits(tx *gorm.DB, in searcher, w wish, ids []int64) ([]Hit, error) {
	list, _, err := listing(tx, Query{Author: s.Author}, in)
	if err != nil {
		return nil, err
	}
	var rows []Row
	if err := list.Where("a.id IN ?", ids).Find(&rows).Error; err != nil {
		return nil, err
	}
	places, err := findPlaces(tx, in, w, ids)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, 0, len(rows))
	for _, row := range rows {
		hits = append(hits, places[row.Position].hit(row))
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return slices.Index(ids, a.Position) - slices.Index(ids, b.Position)
	})
	return hits, nil
}
