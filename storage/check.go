package storage

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A Problem is something that is wrong with a project file.
type Problem struct {
	Where string `json:"where"` // the article, the layer or the file
	What  string `json:"what"`
}

// String is the problem as one line.
func (p Problem) String() string { return p.Where + ": " + p.What }

// Check looks at everything in the file: its structure, the texts by their
// hashes, every history by its chain and by replaying it to the layer that it
// led to. No problems is an empty answer, and the file notes when that was.
func (p *Project) Check(ctx context.Context) ([]Problem, error) {
	c := checker{file: p.path, scheme: p.Scheme()}
	if p.missing != nil {
		c.add(p.path, p.missing.Error())
	}
	err := p.read(ctx, func(tx *gorm.DB) error {
		c.tx = tx
		return c.run()
	})
	if errors.Is(err, ErrDamaged) {
		c.add(p.path, finding(err))
		err = nil
	}
	if err == nil && len(c.problems) == 0 {
		p.noteSound(ctx)
	}
	return c.problems, err
}

// finding is an error without the advice to check the project, which is being
// done.
func finding(err error) string { return strings.TrimSuffix(err.Error(), checkIt) }

// A checker looks through one project.
type checker struct {
	tx       *gorm.DB
	file     string
	scheme   annotate.Scheme
	authors  map[int64]annotate.Author
	problems []Problem
}

func (c *checker) add(where, what string) { c.problems = append(c.problems, Problem{where, what}) }

func (c *checker) run() (err error) {
	if err := c.structure(); err != nil {
		return err
	}
	if err := c.totals(); err != nil {
		return err
	}
	if err := c.seals(); err != nil {
		return err
	}
	if c.authors, err = readAuthors(c.tx); err != nil {
		return err
	}
	for after := int64(0); ; {
		var articles []articleRow
		if err := c.tx.Where("id > ?", after).Order("id").Limit(page).Find(&articles).Error; err != nil || len(articles) == 0 {
			return err
		}
		for _, row := range articles {
			if err := c.article(row); err != nil {
				return err
			}
		}
		after = articles[len(articles)-1].ID
	}
}

// structure asks SQLite about the file.
func (c *checker) structure() error {
	var answers []string
	if err := c.tx.Raw("PRAGMA integrity_check").Scan(&answers).Error; err != nil {
		return err
	}
	for _, answer := range answers {
		if answer != "ok" {
			c.add(c.file, fmt.Sprintf("parts of the file do not fit together (%s)", answer))
		}
	}
	broken, err := brokenReferences(c.tx)
	for _, r := range broken {
		c.add(c.file, fmt.Sprintf("row %d of %s points at one of %s that is not there", r.Rowid, r.Table, r.Parent))
	}
	return err
}

// article checks a text, and the layers of it.
func (c *checker) article(row articleRow) error {
	where := fmt.Sprintf("article %q", row.Title)
	article, err := row.article()
	if err != nil {
		c.add(where, fmt.Sprintf("what is known about it cannot be read: %v", err))
	}
	if !row.intact(article) {
		c.add(where, "its text is not what was imported")
		return nil
	}
	if row.Length != utf8.RuneCountInString(row.Text) {
		c.add(where, fmt.Sprintf("its length is kept as %d characters and is %d", row.Length, utf8.RuneCountInString(row.Text)))
	}
	var layers []layerRow
	if err := c.tx.Where("article_id = ?", row.ID).Order("id").Find(&layers).Error; err != nil {
		return err
	}
	for _, l := range layers {
		if err := c.layer(l, article); err != nil {
			return err
		}
	}
	return nil
}
