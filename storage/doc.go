// Package storage keeps a project in one SQLite file: its scheme, articles,
// authors, layers and the history of every edit. It is the only package that
// knows SQL.
//
// A project is open in one window at a time. What a method has answered is on
// the disk; what it refused has changed nothing. Offsets in the file count
// Unicode code points, times are milliseconds since 1970 in UTC.
package storage
