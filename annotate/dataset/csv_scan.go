package dataset

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/transform"
)

// A csvScanner takes CSV apart (RFC 4180). Unlike that of the standard library it
// keeps line ends inside quotes as they are.
type csvScanner struct {
	in    *bufio.Reader
	line  int // of the next byte
	field []byte
	size  int  // of the row so far
	parts byte // what fields are parted by; 0 for a comma
}

// separator is what fields are parted by.
func (s *csvScanner) separator() byte { return cmp.Or(s.parts, ',') }

// row is the next row that is not blank, and the line in which it begins.
func (s *csvScanner) row() (fields []string, line int, err error) {
	for {
		line, s.size = s.line, 0
		fields, err = s.fields()
		if err != nil || len(fields) != 1 || fields[0] != "" {
			return fields, line, err
		}
	}
}

// mostColumns is how many fields a row may have.
const mostColumns = 1000

func (s *csvScanner) fields() ([]string, error) {
	var fields []string
	for {
		field, end, err := s.one()
		if errors.Is(err, io.EOF) && len(fields) == 0 && field == "" {
			return nil, io.EOF
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		fields = append(fields, field)
		if len(fields) > mostColumns {
			return nil, errors.New("a row has too many columns; is the file parted by commas?")
		}
		if end != s.separator() {
			return fields, nil
		}
	}
}

// one is the next field and what ends it: a comma, or a line end for the end of
// the row and of the file.
func (s *csvScanner) one() (field string, end byte, err error) {
	s.field = s.field[:0]
	first, err := s.byte()
	if err != nil {
		return "", '\n', err
	}
	if first == '"' {
		return s.quoted()
	}
	for c := first; ; {
		if c == s.separator() || c == '\n' {
			return s.text(c), c, nil
		}
		s.field = append(s.field, c)
		if c, err = s.byte(); err != nil {
			if errors.Is(err, io.EOF) {
				return s.text('\n'), '\n', nil
			}
			return "", '\n', err
		}
	}
}

// text is a field without quotes; at the end of a row without the \r of Windows.
func (s *csvScanner) text(end byte) string {
	if end == '\n' {
		return strings.TrimSuffix(string(s.field), "\r")
	}
	return string(s.field)
}

func (s *csvScanner) quoted() (string, byte, error) {
	for {
		c, err := s.byte()
		if errors.Is(err, io.EOF) {
			return "", '\n', errors.New("a quoted field is not closed")
		}
		if err != nil {
			return "", '\n', err
		}
		if c != '"' {
			s.field = append(s.field, c)
			continue
		}
		c, err = s.byte()
		if err == nil && c == '\r' {
			c, err = s.byte()
			if err == nil && c != '\n' {
				c = '\r'
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return string(s.field), '\n', nil
		case err != nil:
			return "", '\n', err
		case c == s.separator() || c == '\n':
			return string(s.field), c, nil
		case c != '"':
			return "", '\n', errors.New("something stands between a closing quote and the comma")
		}
		s.field = append(s.field, '"')
	}
}

func (s *csvScanner) byte() (byte, error) {
	c, err := s.in.ReadByte()
	if c == '\n' && err == nil {
		s.line++
	}
	if s.size++; s.size > LineLimit {
		return 0, errors.New(tooLong)
	}
	return c, err
}

// A csvCursor goes through the rows of a table in the order of the articles.
type csvCursor struct {
	path    string
	f       *os.File
	scan    *csvScanner
	columns map[string]int
	ahead   []string // the next row; nil at the end
	line    int      // of that row
}

// openCSV opens a table. One that is not there has no rows.
func openCSV(path string, table csvTable) (*csvCursor, error) {
	c := &csvCursor{path: path, columns: map[string]int{}}
	head, err := file{path: path}.head()
	if err != nil {
		return nil, refusal(path, 0, err.Error())
	}
	if c.f, err = os.Open(path); err != nil {
		return nil, refusal(path, 0, reason(err))
	}
	var in io.Reader = c.f
	if found := recogniseEncoding(head); found.with != nil {
		in = transform.NewReader(in, found.with.NewDecoder())
	}
	c.scan = &csvScanner{in: bufio.NewReaderSize(unmarked(in), 1<<16), line: 1}
	return c, errors.Join(c.next(), c.header(table))
}

// header takes the first row for the names of the columns.
func (c *csvCursor) header(table csvTable) error {
	for i, name := range c.ahead {
		if _, twice := c.columns[name]; !twice {
			c.columns[strings.TrimSpace(name)] = i
		}
	}
	for _, column := range table.columns {
		if _, there := c.columns[column.name]; !there && !column.may {
			return refusal(c.path, 1, fmt.Sprintf("there is no column %q in its first line; are the columns parted by commas?", column.name))
		}
	}
	return c.next()
}

// next goes on by a row.
func (c *csvCursor) next() error {
	row, line, err := c.scan.row()
	if errors.Is(err, io.EOF) {
		c.ahead = nil
		return nil
	}
	if err != nil {
		return refusal(c.path, line, err.Error())
	}
	if len(c.columns) > 0 && len(row) != len(c.columns) && !slices.Equal(row, []string{""}) {
		return refusal(c.path, line, fmt.Sprintf("it has %d columns, but the first line %d", len(row), len(c.columns)))
	}
	c.ahead, c.line = row, line
	return nil
}

func (c *csvCursor) close() {
	if c != nil && c.f != nil {
		c.f.Close()
	}
}

// A csvRow is a row of a table.
type csvRow struct {
	cursor *csvCursor
	fields []string
	line   int
}

// get is the field of a column; empty if there is no such column.
func (r csvRow) get(column string) string {
	if i, there := r.cursor.columns[column]; there && i < len(r.fields) {
		return r.fields[i]
	}
	return ""
}

// refused is what is wrong with the row.
func (r csvRow) refused(why string) error { return refusal(r.cursor.path, r.line, why) }

// of are the next rows, as far as they are of an article.
func (c *csvCursor) of(article string) ([]csvRow, error) {
	if c == nil {
		return nil, nil
	}
	var rows []csvRow
	at := c.columns["article"]
	for c.ahead != nil && c.ahead[at] == article {
		if len(rows) == SpanLimit {
			return nil, refusal(c.path, c.line, fmt.Sprintf("an article has more than %d rows here; split it", SpanLimit))
		}
		rows = append(rows, csvRow{c, c.ahead, c.line})
		if err := c.next(); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// name is the table's file without its folder.
func (c *csvCursor) name() string { return filepath.Base(c.path) }
