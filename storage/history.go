package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// The history of a layer is a chain: every edit holds the hash of the one
// before it, the first holds the layer's root, and the layer holds the hash of
// the last. So a changed, missing or added edit is noticed.

// root is what the chain of a layer begins with.
func root(layer, author annotate.ID, text annotate.Hash) []byte {
	return chainHash("layer", string(layer), string(author), string(text[:]))
}

// chainHash hashes texts so that no two lists of them have the same hash.
func chainHash(parts ...string) []byte {
	size := 0
	for _, part := range parts {
		size += len(part) + 8
	}
	all := make([]byte, 0, size)
	for _, part := range parts {
		all = append(append(strconv.AppendInt(all, int64(len(part)), 10), ':'), part...)
	}
	hash := sha256.Sum256(all)
	return hash[:]
}

// chain is the hash of an edit that follows the one with hash prev.
func (r editRow) chain(prev []byte, layer, author annotate.ID) []byte {
	return chainHash(string(prev), r.UID, string(layer), string(author),
		strconv.FormatInt(r.AtMS, 10), r.Move, r.Name, r.Body)
}

// newEditRow is the row of an entry that follows the edit with hash prev.
func newEditRow(entry annotate.Entry, record annotate.EditRecord, prev []byte) (editRow, error) {
	body, err := json.Marshal(record)
	r := editRow{UID: string(entry.ID), AtMS: entry.At.UnixMilli(), Move: string(entry.Move),
		Name: entry.Edit.Name, Body: string(body), PrevHash: prev}
	r.Hash = r.chain(prev, entry.Layer, entry.Author)
	return r, err
}

// A past is the history of one layer as it is read.
type past struct {
	layer   layerRow
	uid     annotate.ID
	records annotate.Records
	authors map[int64]annotate.Author
	head    []byte // hash of the last edit that was read
	read    int
}

// A frozen is what a history needs of the text that it is of. To hash a long text and to count
// its code points takes a while, and is done once.
type frozen struct {
	records annotate.Records
	hash    annotate.Hash
}

func freeze(article annotate.Article) frozen {
	return frozen{annotate.Recording(article.Text), article.Hash()}
}

func newPast(layer layerRow, text frozen, authors map[int64]annotate.Author) *past {
	uid := annotate.ID(layer.UID)
	return &past{layer: layer, uid: uid, records: text.records, authors: authors,
		head: root(uid, authors[layer.AuthorID].ID, text.hash)}
}

// entries are all of the layer's, the oldest first. It fails with ErrDamaged
// when the chain is broken.
func (p *past) entries(tx *gorm.DB) ([]annotate.Entry, error) {
	rows, err := readEdits(tx, p.layer)
	if err != nil {
		return nil, err
	}
	return p.all(rows)
}

// readEdits reads the history of a layer, without GORM's reflection, which for a
// long one takes longer than SQLite does.
func readEdits(tx *gorm.DB, layer layerRow) ([]editRow, error) {
	rows, err := tx.Model(&editRow{}).Where("layer_id = ?", layer.ID).Order("seq").
		Select("seq", "uid", "author_id", "at_ms", "move", "name", "body", "prev_hash", "hash").Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []editRow
	for rows.Next() {
		r := editRow{LayerID: layer.ID}
		if err := rows.Scan(&r.Seq, &r.UID, &r.AuthorID, &r.AtMS, &r.Move, &r.Name, &r.Body, &r.PrevHash, &r.Hash); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, rows.Err()
}

// kept is all of the history, of which the chain is followed, and each edit is
// read when it is asked for.
func (p *past) kept(rows []editRow) ([]annotate.Kept, error) {
	entries := make([]annotate.Kept, 0, len(rows))
	for _, row := range rows {
		if err := p.follow(row); err != nil {
			return nil, err
		}
		body := row.Body
		entries = append(entries, annotate.Kept{ID: annotate.ID(row.UID), Author: p.authors[row.AuthorID].ID, At: row.at(),
			Move: annotate.Move(row.Move), Name: row.Name, Edit: func() (annotate.Edit, error) { return p.edit(body) }})
		p.advance(row)
	}
	return entries, p.end()
}

// all are the entries of all rows of the history.
func (p *past) all(rows []editRow) ([]annotate.Entry, error) {
	entries := make([]annotate.Entry, 0, len(rows))
	for _, row := range rows {
		entry, err := p.next(row)
		if err != nil {
			return entries, err
		}
		entries = append(entries, entry)
	}
	return entries, p.end()
}

// next is the entry of the next row.
func (p *past) next(row editRow) (annotate.Entry, error) {
	if err := p.follow(row); err != nil {
		return annotate.Entry{}, err
	}
	edit, err := p.edit(row.Body)
	if err != nil {
		return annotate.Entry{}, err
	}
	p.advance(row)
	return annotate.Entry{ID: annotate.ID(row.UID), Layer: p.uid, Author: p.authors[row.AuthorID].ID,
		At: row.at(), Move: annotate.Move(row.Move), Edit: edit}, nil
}

// follow makes sure that a row is that of the next edit, as it was kept.
func (p *past) follow(row editRow) error {
	if !bytes.Equal(row.PrevHash, p.head) || !bytes.Equal(row.Hash, row.chain(p.head, p.uid, p.authors[row.AuthorID].ID)) {
		return p.broken(fmt.Sprintf("its edit %d was changed, or one before it is missing", p.read+1))
	}
	return nil
}

func (p *past) advance(row editRow) { p.head, p.read = row.Hash, p.read+1 }

// edit is what the body of a row says was done.
func (p *past) edit(body string) (annotate.Edit, error) {
	var record annotate.EditRecord
	if err := json.Unmarshal([]byte(body), &record); err != nil {
		return annotate.Edit{}, p.broken(err.Error())
	}
	edit, err := p.records.ReadEdit(record)
	if err != nil {
		return annotate.Edit{}, p.broken(err.Error())
	}
	return edit, nil
}

func (r editRow) at() time.Time { return time.UnixMilli(r.AtMS).UTC() }

// end makes sure that the last edit that was read is the layer's last.
func (p *past) end() error {
	if !bytes.Equal(p.head, p.layer.Head) || p.read != p.layer.Edits {
		return p.broken(fmt.Sprintf("it has %d edits of %d", p.read, p.layer.Edits))
	}
	return nil
}

func (p *past) broken(why string) error {
	return fail(ErrDamaged, "the history of %s is damaged (%s): check the project", p.authors[p.layer.AuthorID].Name, why)
}
