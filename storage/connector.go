package storage

import (
	"context"
	"database/sql/driver"
	"os"
	"sync"
)

// A connector makes the connections of a pool. All of them are to the same file:
// once there was one, a file of that name that came later is not opened, for the
// log beside it belongs to the first.
type connector struct {
	path, dsn string
	driver    driver.Driver

	mu   sync.Mutex
	file os.FileInfo // that is open
}

// Connect makes a connection.
func (c *connector) Connect(context.Context) (driver.Conn, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.file != nil {
		if named, err := os.Stat(c.path); err != nil || !os.SameFile(c.file, named) {
			return nil, fail(ErrVanished, "%s was moved, removed or replaced while it was open: save a copy of the project", c.path)
		}
	}
	connection, err := c.driver.Open(c.dsn)
	if err == nil && c.file == nil {
		c.file, err = os.Stat(c.path)
	}
	return connection, err
}

// Driver is SQLite's.
func (c *connector) Driver() driver.Driver { return c.driver }
