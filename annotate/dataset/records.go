package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// A record is one JSON value of a file: a line, or an element of the one array
// that the file is. It is good until the next one is asked for.
type record struct {
	number  int // of the line in which it begins
	data    json.RawMessage
	repairs []string // what had to be done to read it
}

// records yields the records of a file. What is wrong with one of many lines
// comes as a refusal, and reading goes on; behind an array that is broken it
// cannot.
func records(path string) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		head, err := file{path: path}.head()
		if err != nil {
			yield(record{}, refusal(path, 0, err.Error()))
			return
		}
		if why := (file{path: path, start: head}).notText(); why != "" {
			yield(record{}, refusal(path, 0, why))
			return
		}
		f, err := os.Open(path)
		if err != nil {
			yield(record{}, refusal(path, 0, reason(err)))
			return
		}
		defer f.Close()
		recordsOf(path, head, f)(yield)
	}
}

// recordsOf yields the records of an open file that begins with head.
func recordsOf(path string, head []byte, f io.Reader) iter.Seq2[record, error] {
	found := recogniseEncoding(head)
	r := recordSource{path: path, in: f}
	if found.with != nil {
		r.in = transform.NewReader(f, found.with.NewDecoder())
		head, _ = found.with.NewDecoder().Bytes(head)
		r.repairs = []string{"read as " + found.name}
	}
	start := bytes.TrimLeftFunc(head, func(c rune) bool { return unicode.IsSpace(c) || c == '\ufeff' })
	switch first, _, ended := bytes.Cut(start, []byte("\n")); {
	case bytes.HasPrefix(start, []byte("[")):
		return r.array
	case ended && !json.Valid(first) && len(bytes.TrimSpace(first)) < 3:
		return r.values
	}
	return r.lines
}

// A recordSource is a file that is read as records.
type recordSource struct {
	path    string
	in      io.Reader
	repairs []string
}

// lines yields a record for each line that is not blank.
func (r recordSource) lines(yield func(record, error) bool) {
	for l, err := range lines(r.in) {
		if err != nil {
			yield(record{}, refusal(r.path, l.number, reason(err)))
			return
		}
		if l.number == 1 {
			l.text = bytes.TrimPrefix(l.text, []byte("\ufeff"))
		}
		switch {
		case l.tooLong:
			err = refusal(r.path, l.number, tooLong)
		case len(bytes.TrimSpace(l.text)) == 0:
			continue
		}
		if !yield(r.record(l.number, l.text), err) {
			return
		}
	}
}

var tooLong = fmt.Sprintf("one record is longer than %d MB; split it", LineLimit>>20)

func (r recordSource) record(number int, data []byte) record {
	rec := record{number: number, data: data, repairs: r.repairs}
	if !utf8.Valid(data) {
		rec.data = bytes.Map(func(c rune) rune { return c }, data)
		rec.repairs = append(rec.repairs[:len(rec.repairs):len(rec.repairs)], "bytes that no character has became \ufffd")
	}
	if n := loneSurrogates(data); n > 0 {
		rec.repairs = append(rec.repairs[:len(rec.repairs):len(rec.repairs)], fmt.Sprintf("%s of a character without the other half became \ufffd", halves(n)))
	}
	return rec
}

// array yields the elements of the one array that the file is.
func (r recordSource) array(yield func(record, error) bool) { r.decode(yield, true) }

// values yields the values of a file that are not a line each.
func (r recordSource) values(yield func(record, error) bool) { r.decode(yield, false) }

func (r recordSource) decode(yield func(record, error) bool, array bool) {
	in := &countedReader{in: unmarked(r.in), line: 1, limit: LineLimit}
	dec := json.NewDecoder(in)
	if array {
		if _, err := dec.Token(); err != nil {
			yield(record{}, refusal(r.path, 1, broken(err)))
			return
		}
	}
	for dec.More() {
		var data json.RawMessage
		from := begin(dec)
		if err := dec.Decode(&data); err != nil {
			yield(record{}, refusal(r.path, in.lineOf(from), broken(err)))
			return
		}
		end := dec.InputOffset()
		number := in.lineOf(end - int64(len(data)))
		in.limit = end + LineLimit
		if !yield(r.record(number, data), nil) {
			return
		}
	}
	if _, err := dec.Token(); array && err != nil || err != nil && !errors.Is(err, io.EOF) {
		yield(record{}, refusal(r.path, in.lineOf(dec.InputOffset()), broken(err)))
	}
}

// begin is the offset at which the next value begins.
func begin(dec *json.Decoder) int64 {
	at, rest := dec.InputOffset(), dec.Buffered()
	one := make([]byte, 1)
	for n, err := rest.Read(one); n == 1 && err == nil && bytes.ContainsAny(one, " \t\r\n,"); n, err = rest.Read(one) {
		at++
	}
	return at
}

// unmarked is a file without its byte-order mark.
func unmarked(in io.Reader) io.Reader {
	start := make([]byte, 3)
	n, _ := io.ReadFull(in, start)
	return io.MultiReader(bytes.NewReader(bytes.TrimPrefix(start[:n], []byte("\ufeff"))), in)
}

// broken is an error in JSON in words.
func broken(err error) string {
	if errors.Is(err, errTooLong) {
		return tooLong
	}
	return "the file is cut off or not JSON from here on; mend it, or export it again"
}

var errTooLong = errors.New("the record is too long")

// A countedReader knows in which line an offset lies, of what lies between the
// last such question and what was read, and reads up to a limit.
type countedReader struct {
	in    io.Reader
	read  int64
	limit int64
	ends  []int64 // offsets behind line ends
	line  int     // of the last offset that was asked for
}

func (c *countedReader) Read(p []byte) (int, error) {
	if c.read >= c.limit {
		return 0, errTooLong
	}
	n, err := c.in.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			c.ends = append(c.ends, c.read+int64(i)+1)
		}
	}
	c.read += int64(n)
	return n, err
}

// lineOf is the line of an offset that does not lie before the last one.
func (c *countedReader) lineOf(offset int64) int {
	for len(c.ends) > 0 && c.ends[0] <= offset {
		c.ends, c.line = c.ends[1:], c.line+1
	}
	return c.line
}

// SpanLimit is how many spans, or other things, one list of an article may have.
const SpanLimit = 1 << 18

// smallList is the size in bytes of a list that is decoded as a whole: not even
// its smallest entries can be too many.
const smallList = SpanLimit

// list decodes a JSON list one by one, so that one that is too long is not held
// in memory first. Null is an empty list.
func list[T any](data json.RawMessage, what string) ([]T, error) {
	if len(data) == 0 || string(data) == "null" {
		return nil, nil
	}
	var all []T
	if len(data) < smallList && data[0] == '[' && json.Unmarshal(data, &all) == nil {
		return all, nil
	}
	all = nil
	dec := json.NewDecoder(bytes.NewReader(data))
	if token, err := dec.Token(); err != nil || token != json.Delim('[') {
		return nil, fmt.Errorf("%q is not a list", what)
	}
	for dec.More() {
		if len(all) == SpanLimit {
			return nil, fmt.Errorf("%q has more than %d entries; split the article", what, SpanLimit)
		}
		var one T
		if err := dec.Decode(&one); err != nil {
			return nil, fmt.Errorf("%q, entry %d: %s", what, len(all)+1, notSo(err))
		}
		all = append(all, one)
	}
	return all, nil
}

// notSo says what is wrong with a JSON value.
func notSo(err error) string {
	if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
		return misfit(wrong, wrong.Field)
	}
	return err.Error()
}

// firstOf is the first entry of a JSON list; nil if it is none.
func firstOf(data json.RawMessage) json.RawMessage {
	dec := json.NewDecoder(bytes.NewReader(data))
	if token, err := dec.Token(); err != nil || token != json.Delim('[') || !dec.More() {
		return nil
	}
	var one json.RawMessage
	if dec.Decode(&one) != nil {
		return nil
	}
	return one
}
