package storage

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
	modernc "modernc.org/sqlite"
)

// careful settings hold for every connection.
const careful = "_time_format=sqlite&_dqs=0&_error_rc=1&_defensive=1" +
	"&_pragma=busy_timeout(5000)&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)"

// How an edit is kept while it is saved: in a log or, where memory cannot be
// shared, a journal. FULL and EXTRA are what makes an acknowledged edit survive a
// power cut, and on macOS the two fullfsyncs.
const (
	logged    = "&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"
	journaled = "&_pragma=journal_mode(DELETE)&_pragma=synchronous(EXTRA)"
)

// settings hold for every connection to an open project.
const settings = careful + logged + "&_pragma=foreign_keys(1)" +
	"&_pragma=journal_size_limit(67108864)&_pragma=fullfsync(1)&_pragma=checkpoint_fullfsync(1)"

// How a connection is used: writing takes the write lock when a transaction
// begins, reading cannot write, copying writes other files only, looking leaves the file
// alone altogether.
const (
	writing = settings + "&_txlock=immediate"
	reading = settings + "&_txlock=deferred&_pragma=query_only(1)"
	copying = settings + "&_txlock=deferred"
	looking = careful + "&_txlock=deferred&_pragma=query_only(1)"
)

// onNetwork is a mode for a file in a network folder.
func onNetwork(mode string) string { return strings.Replace(mode, logged, journaled, 1) }

// in is a mode for a file in a folder.
func (f Folder) in(mode string) string {
	if f.Kind == Network {
		return onNetwork(mode)
	}
	return mode
}

// Connections of the two pools: SQLite has one writer at a time.
const (
	writers = 1
	readers = 3
)

// dsn names a file to SQLite whatever characters its name holds. The path must
// be absolute.
func dsn(path, mode string) string {
	segments := strings.Split(filepath.ToSlash(path), "/")
	for i, segment := range segments {
		segments[i] = url.PathEscape(segment)
	}
	escaped := strings.Join(segments, "/")
	return "file:///" + strings.TrimPrefix(escaped, "/") + "?" + mode
}

// connect opens a pool of connections to a file.
func connect(path, mode string, connections int) (*gorm.DB, error) {
	// Another descriptor of the file, closed in this process, would take POSIX
	// locks away; those of open file descriptions it leaves alone. Where there
	// are none this changes nothing.
	_, _ = modernc.OFDLocking(true)
	registered, err := sql.Open(sqlite.DriverName, "")
	if err != nil {
		return nil, err
	}
	pool := sql.OpenDB(&connector{path: path, dsn: dsn(path, mode), driver: registered.Driver()})
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	db, err := gorm.Open(sqlite.Dialector{Conn: pool}, &gorm.Config{
		SkipDefaultTransaction: true, TranslateError: true, Logger: logger.Discard})
	if err != nil {
		pool.Close()
		return nil, err
	}
	return db, nil
}

// disconnect closes a pool. Closing nil does nothing.
func disconnect(db *gorm.DB) error {
	if db == nil {
		return nil
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}
