package storage

import (
	"context"
	"maps"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Stats are the project's figures. What suggesters marked counts only in their
// own line of Authors.
type Stats struct {
	Articles   int                     `json:"articles"`
	Characters int                     `json:"characters"` // Unicode code points of all texts
	Statuses   map[annotate.Status]int `json:"statuses"`   // all of them: articles by the status that whoever changed them last gave them
	Spans      int                     `json:"spans"`
	Links      int                     `json:"links"`
	Edits      int                     `json:"edits"`   // made, undone and redone
	Labels     []LabelStats            `json:"labels"`  // in the scheme's order
	Authors    []AuthorStats           `json:"authors"` // by name
}

// LabelStats are the figures of a label.
type LabelStats struct {
	Label string `json:"label"`
	Spans int    `json:"spans"`
}

// AuthorStats are the figures of an author.
type AuthorStats struct {
	Name     string                  `json:"name"`
	Kind     annotate.AuthorKind     `json:"kind"`
	Articles map[annotate.Status]int `json:"articles"` // how many have which status, all of them; those not begun are new
	Spans    int                     `json:"spans"`
	Links    int                     `json:"links"`
	Edits    int                     `json:"edits"`
}

// Stats counts what is in the project.
func (p *Project) Stats(ctx context.Context) (Stats, error) {
	s := Stats{Statuses: ofEach(), Labels: []LabelStats{}, Authors: []AuthorStats{}}
	err := p.read(ctx, func(tx *gorm.DB) error {
		if err := s.countArticles(tx); err != nil {
			return err
		}
		if err := s.countAuthors(tx); err != nil {
			return err
		}
		return s.countLabels(tx, p.Scheme())
	})
	return s, err
}

func (s *Stats) countArticles(tx *gorm.DB) error {
	totals, err := readTotals(tx)
	if err != nil {
		return err
	}
	s.Articles, s.Characters = totals.Articles, totals.Characters
	counts, err := countStatuses(tx)
	maps.Copy(s.Statuses, counts)
	return err
}

// ofEach counts nothing of each status yet.
func ofEach() map[annotate.Status]int {
	counts := map[annotate.Status]int{}
	for _, s := range annotate.Statuses {
		counts[s] = 0
	}
	return counts
}

// An authorCount sums up an author's layers of one status.
type authorCount struct {
	AuthorID int64
	Status   annotate.Status
	Layers   int
	Spans    int
	Links    int
	Edits    int
}

func (s *Stats) countAuthors(tx *gorm.DB) error {
	var authors []authorRow
	if err := tx.Order("name, kind, id").Find(&authors).Error; err != nil {
		return err
	}
	var counts []authorCount
	err := tx.Model(&layerRow{}).Group("author_id, status").
		Select("author_id, status, count(*) AS layers, sum(spans) AS spans, sum(links) AS links, sum(edits) AS edits").
		Scan(&counts).Error
	if err != nil {
		return err
	}
	for _, author := range authors {
		s.addAuthor(author, counts)
	}
	return nil
}

func (s *Stats) addAuthor(author authorRow, counts []authorCount) {
	a := AuthorStats{Name: author.Name, Kind: annotate.AuthorKind(author.Kind), Articles: ofEach()}
	a.Articles[annotate.New] = s.Articles
	for _, c := range counts {
		if c.AuthorID != author.ID {
			continue
		}
		a.Articles[annotate.New] -= c.Layers
		a.Articles[c.Status] += c.Layers
		a.Spans += c.Spans
		a.Links += c.Links
		a.Edits += c.Edits
	}
	s.Authors = append(s.Authors, a)
	if a.Kind != annotate.Suggester {
		s.Spans += a.Spans
		s.Links += a.Links
		s.Edits += a.Edits
	}
}

func (s *Stats) countLabels(tx *gorm.DB, scheme annotate.Scheme) error {
	var counts []LabelStats
	err := tx.Table("spans s").Joins("JOIN layers l ON l.id = s.layer_id JOIN authors w ON w.id = l.author_id").
		Where("s.deleted = ? AND w.kind <> 'suggester'", false).Group("s.label").Order("s.label").
		Select("s.label", "count(*) AS spans").Scan(&counts).Error
	if err != nil {
		return err
	}
	for _, label := range scheme.Labels {
		s.Labels = append(s.Labels, LabelStats{Label: label.Name})
	}
	for _, c := range counts {
		s.addLabel(c)
	}
	return nil
}

// addLabel puts a label's figures in their line, or behind the others when the
// scheme does not know it any more.
func (s *Stats) addLabel(c LabelStats) {
	for i := range s.Labels {
		if s.Labels[i].Label == c.Label {
			s.Labels[i] = c
			return
		}
	}
	s.Labels = append(s.Labels, c)
}
