package storage

import (
	"database/sql/driver"
	"fmt"

	"gorm.io/gorm"
	modernc "modernc.org/sqlite"
)

// A seal is a hash of what no other hash covers. It is put on a row when the row
// is written, and no such row changes after but an author's, whose name may.

func init() { modernc.MustRegisterDeterministicScalarFunction("seal", -1, seal) }

// seal hashes texts so that no two lists of them have the same hash.
func seal(_ *modernc.FunctionContext, args []driver.Value) (driver.Value, error) {
	parts := make([]string, len(args))
	for i, arg := range args {
		parts[i], _ = arg.(string)
	}
	return chainHash(parts...), nil
}

// A sealed is a table whose rows have seals.
type sealed struct{ what, table, key, of string }

var (
	sealedArticles = sealed{"article", "articles", "id", "seal(uid, title, meta)"}
	sealedAuthors  = sealed{"author", "authors", "id", "seal(uid, name, kind)"}
	sealedSchemes  = sealed{"scheme", "schemes", "revision", "seal(body)"}
)

// put seals the rows of a table from a key on.
func (s sealed) put(tx *gorm.DB, from int64) error {
	return tx.Exec(fmt.Sprintf("INSERT INTO seals (what, id, hash) SELECT '%s', %s, %s FROM %s WHERE %s >= ?", s.what, s.key, s.of, s.table, s.key), from).Error
}

// renew seals a row again that was changed on purpose.
func (s sealed) renew(tx *gorm.DB, key int64) error {
	return tx.Exec(fmt.Sprintf("UPDATE seals SET hash = (SELECT %s FROM %s WHERE %s = seals.id) WHERE what = '%s' AND id = ?", s.of, s.table, s.key, s.what), key).Error
}

// broken are the keys of rows that are not as they were when they were sealed.
func (s sealed) broken(tx *gorm.DB) ([]int64, error) {
	var keys []int64
	return keys, tx.Raw(fmt.Sprintf("SELECT t.%s FROM %s t LEFT JOIN seals s ON s.what = '%s' AND s.id = t.%s WHERE s.hash IS NULL OR s.hash <> %s LIMIT 1000",
		s.key, s.table, s.what, s.key, s.of)).Scan(&keys).Error
}

// seals finds what is not as it was sealed.
func (c *checker) seals() error {
	for _, s := range []struct {
		sealed
		says string
	}{
		{sealedArticles, "article %d: its title, its metadata or its id is not what was imported"},
		{sealedAuthors, "author %d: the name or kind is not what it was"},
		{sealedSchemes, "scheme %d: it is not what was kept"},
	} {
		keys, err := s.broken(c.tx)
		if err != nil {
			return err
		}
		for _, key := range keys {
			c.add(c.file, fmt.Sprintf(s.says, key))
		}
	}
	return nil
}
