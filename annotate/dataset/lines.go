package dataset

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
)

// A line is one of a file of lines, without its end.
type line struct {
	number  int // from 1
	text    []byte
	tooLong bool // there is more of it than LineLimit; text is empty
}

// LineLimit is the size of the longest line, in bytes, that is taken.
const LineLimit = 100 << 20

// lines yields the lines of a file, the last one also if nothing ends it. A line
// is good until the next one is asked for.
func lines(r io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		var buffer []byte
		for number := 1; ; number++ {
			text, tooLong, err := readLine(in, buffer[:0])
			buffer = text
			if err != nil && !errors.Is(err, io.EOF) {
				yield(line{number: number}, err)
				return
			}
			last := err != nil
			if last && len(text) == 0 && !tooLong {
				return
			}
			if !yield(line{number, bytes.TrimRight(text, "\r\n"), tooLong}, nil) || last {
				return
			}
		}
	}
}

// readLine appends a line to buffer; of one that is too long it reads the rest
// and keeps nothing.
func readLine(in *bufio.Reader, buffer []byte) (text []byte, tooLong bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if len(buffer)+len(part) > LineLimit {
			tooLong, buffer = true, buffer[:0]
		}
		if !tooLong {
			buffer = append(buffer, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return buffer, tooLong, err
		}
	}
}
