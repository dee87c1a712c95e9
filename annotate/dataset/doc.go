// Package dataset reads and writes labelled articles in the formats that other
// programs use. The formats are one table, see [Formats]; each is one small
// file. [Read] turns files into a stream of documents, [Write] turns a stream
// into a file or a folder, whole or not at all, and says in a [Ledger] what the
// format could not carry.
package dataset
