// Package sqlite stands in for github.com/glebarez/go-sqlite, the database
// driver that the GORM dialect github.com/glebarez/sqlite imports, and hands
// that dialect the maintained driver modernc.org/sqlite instead. The fork it
// replaces returns a connection to the pool inside an open transaction when a
// COMMIT fails, and then loses acknowledged writes.
package sqlite

import modernc "modernc.org/sqlite"

// Error is the driver's error; its Code method gives SQLite's extended result
// code. The dialect compares errors with this type.
type Error = modernc.Error
