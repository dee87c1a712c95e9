package storage

import (
	"encoding/json"
	"slices"
	"unicode/utf8"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// A shelf is some documents on their way into the file: what the file knows of
// them already, and the rows that they add to it.
type shelf struct {
	*importer
	articles map[annotate.Hash]articleKey
	ids      map[annotate.ID]bool // of articles that are there
	layers   map[layerKey]*layerState
	uids     map[annotate.ID]bool // of layers that are there

	nextArticle, nextLayer int64
	rows                   newRows
}

// An articleKey is an article that is there.
type articleKey struct {
	ID    int64
	UID   annotate.ID
	Title string
	Meta  string
}

type layerKey struct{ article, author int64 }

// newRows are the rows that a shelf adds.
type newRows struct {
	articles []articleRow
	layers   []*layerState // new and changed
	spans    []spanRow
	links    []linkRow
	values   []valueRow
	edits    []editRow
}

// newShelf reads what the file knows of documents.
func (i *importer) newShelf(docs []annotate.Document) (*shelf, error) {
	s := &shelf{importer: i, articles: map[annotate.Hash]articleKey{}, ids: map[annotate.ID]bool{},
		layers: map[layerKey]*layerState{}, uids: map[annotate.ID]bool{}}
	if err := s.readArticles(docs); err != nil {
		return nil, err
	}
	if err := s.readLayers(docs); err != nil {
		return nil, err
	}
	var err error
	if s.nextArticle, err = nextID(i.tx, articleRow{}.TableName(), "id"); err != nil {
		return nil, err
	}
	s.nextLayer, err = nextID(i.tx, layerRow{}.TableName(), "id")
	return s, err
}

// readArticles finds the articles that are there, by text and by ID.
func (s *shelf) readArticles(docs []annotate.Document) error {
	var hashes [][]byte
	var uids []string
	for _, doc := range docs {
		hash := doc.Article.Hash()
		hashes = append(hashes, hash[:])
		uids = append(uids, string(doc.Article.ID))
	}
	var rows []articleRow
	if err := s.tx.Select("id", "uid", "sha256", "title", "meta").Where("sha256 IN ?", hashes).Find(&rows).Error; err != nil {
		return err
	}
	for _, row := range rows {
		if len(row.SHA256) != len(annotate.Hash{}) {
			return fail(ErrDamaged, "the hash of the text of %q is not what was kept"+checkIt, row.Title)
		}
		s.articles[annotate.Hash(row.SHA256)] = articleKey{row.ID, annotate.ID(row.UID), row.Title, row.Meta}
	}
	var taken []annotate.ID
	err := s.tx.Model(&articleRow{}).Where("uid IN ?", uids).Pluck("uid", &taken).Error
	for _, id := range taken {
		s.ids[id] = true
	}
	return err
}

// add puts a document on the shelf.
func (s *shelf) add(doc annotate.Document) error {
	hash := doc.Article.Hash()
	key, known := s.articles[hash]
	if known {
		s.report.Known++
		s.compareArticle(doc, key)
	} else {
		var err error
		if key, err = s.addArticle(doc, hash); err != nil {
			return err
		}
	}
	doc.Article.ID = key.UID
	records := annotate.Recording(doc.Article.Text)
	for _, layer := range doc.Layers {
		author, err := s.author(doc, layer)
		if err != nil {
			return err
		}
		if err := s.addLayer(arrival{doc, layer, records}, layerKey{key.ID, author.ID}, annotate.ID(author.UID), hash); err != nil {
			return err
		}
	}
	return nil
}

// addArticle puts an article on the shelf that is not in the file.
func (s *shelf) addArticle(doc annotate.Document, hash annotate.Hash) (articleKey, error) {
	a := doc.Article
	derived := annotate.ArticleID(hash)
	switch {
	case a.ID == "":
		a.ID = derived
	case s.ids[a.ID]:
		s.report.Repaired = append(s.report.Repaired, Notice{doc.Origin, "its id belongs to another text of the project, so it got a new one"})
		a.ID = derived
	}
	meta := "{}"
	if len(a.Meta) > 0 {
		text, err := json.Marshal(a.Meta)
		if err != nil {
			return articleKey{}, err
		}
		meta = string(text)
	}
	s.rows.articles = append(s.rows.articles, articleRow{ID: s.nextArticle, UID: string(a.ID), SHA256: hash[:], Title: a.Title,
		Meta: meta, Length: utf8.RuneCountInString(a.Text), AddedMS: now(), Text: a.Text})
	key := articleKey{s.nextArticle, a.ID, a.Title, meta}
	s.articles[hash], s.ids[a.ID] = key, true
	s.nextArticle++
	s.report.Added++
	return key, nil
}

// write writes what the shelf adds to the file.
func (s *shelf) write() error {
	if err := s.writeArticles(); err != nil {
		return err
	}
	if err := s.writeLayers(); err != nil {
		return err
	}
	if err := put(s.tx, s.rows.spans, "uid", spanColumns...); err != nil {
		return err
	}
	if err := put(s.tx, s.rows.links, "uid", linkColumns...); err != nil {
		return err
	}
	if err := put(s.tx, s.rows.values, "name", valueColumns...); err != nil {
		return err
	}
	return create(s.tx.Omit("Seq"), s.rows.edits)
}

// writeArticles adds the articles that are new, and once there are many to the
// search what they hold.
func (s *shelf) writeArticles() error {
	if len(s.rows.articles) == 0 {
		return nil
	}
	if err := create(s.tx, s.rows.articles); err != nil {
		return err
	}
	if err := sealedArticles.put(s.tx, s.rows.articles[0].ID); err != nil {
		return err
	}
	if s.unindexed == 0 {
		s.unindexed = s.rows.articles[0].ID
	}
	for _, a := range s.rows.articles {
		s.unindexedBytes += len(a.Text)
	}
	if s.unindexedBytes < indexBytes {
		return nil
	}
	return s.index()
}

// create adds rows. GORM's own batches would each set a savepoint, at which the
// search writes down all that it holds.
func create[R any](tx *gorm.DB, rows []R) error {
	tx = tx.Session(&gorm.Session{})
	for some := range slices.Chunk(rows, batch) {
		if err := tx.Create(&some).Error; err != nil {
			return err
		}
	}
	return nil
}
