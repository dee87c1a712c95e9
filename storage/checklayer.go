package storage

import (
	"errors"
	"fmt"

	"github.com/glossator/glossator/annotate"
)

// layer checks what a layer holds against its history. It hands back errors
// that are none of the layer's.
func (c *checker) layer(row layerRow, article annotate.Article) error {
	author := c.authors[row.AuthorID]
	where := fmt.Sprintf("%s on %q", author.Name, article.Title)
	held, err := readContent(c.tx, []layerRow{row})
	if err != nil {
		return err
	}
	empty := row.layer(article.ID, author)
	layer, err := held.fill(empty, row.ID, annotate.Recording(article.Text))
	if err != nil {
		return c.damage(where, err)
	}
	entries, err := newPast(row, freeze(article), c.authors).entries(c.tx)
	if err != nil {
		return c.damage(where, err)
	}
	c.replay(where, entries, article, empty, layer)
	c.counts(where, row, layer)
	return nil
}

// damage notes an error that is about the layer, and hands back any other.
func (c *checker) damage(where string, err error) error {
	if !errors.Is(err, ErrDamaged) {
		return err
	}
	c.add(where, finding(err))
	return nil
}

// replay compares a layer with what its history leads to.
func (c *checker) replay(where string, entries []annotate.Entry, article annotate.Article, empty, layer annotate.Layer) {
	if _, err := annotate.NewSession(article, layer, annotate.Keep(entries), c.scheme, nil); err != nil {
		c.add(where, err.Error())
		return
	}
	replayed := empty
	for i, entry := range entries {
		var err error
		if replayed, err = replayed.Apply(entry.Edit); err != nil {
			c.add(where, fmt.Sprintf("edit %d of its history does not fit those before it: %v", i+1, err))
			return
		}
	}
	if !replayed.Equal(layer) {
		c.add(where, "its labels are not those that its history leads to")
	}
}

// counts compares what a layer's row counts with what is there.
func (c *checker) counts(where string, row layerRow, layer annotate.Layer) {
	if row.Spans != layer.SpanCount() || row.Links != layer.LinkCount() || row.Status != string(layer.Status()) {
		c.add(where, fmt.Sprintf("it is kept as %s with %d spans and %d links, and is %s with %d and %d", row.Status, row.Spans, row.Links,
			layer.Status(), layer.SpanCount(), layer.LinkCount()))
	}
}
