package dataset

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/transform"
)

// A tableRow is a row of a table, and the line in which it begins.
type tableRow struct {
	line   int
	fields []string
}

// tableRows yields the rows of a file, that of the names too.
func tableRows(path string) iter.Seq2[tableRow, error] {
	f := file{path: path}
	if f.is(".xlsx", ".xlsm") {
		return sheetRows(path)
	}
	return func(yield func(tableRow, error) bool) {
		head, err := f.head()
		if err != nil {
			yield(tableRow{}, refusal(path, 0, err.Error()))
			return
		}
		f.start = head
		if why := f.notText(); why != "" {
			yield(tableRow{}, refusal(path, 0, why))
			return
		}
		in, err := os.Open(path)
		if err != nil {
			yield(tableRow{}, refusal(path, 0, reason(err)))
			return
		}
		defer in.Close()
		scanRows(path, head, in, yield)
	}
}

func scanRows(path string, head []byte, in io.Reader, yield func(tableRow, error) bool) {
	if found := recogniseEncoding(head); found.with != nil {
		in = transform.NewReader(in, found.with.NewDecoder())
		head, _ = found.with.NewDecoder().Bytes(head)
	}
	scan := &csvScanner{in: bufio.NewReaderSize(unmarked(in), 1<<16), line: 1, parts: separatorOf(head)}
	for {
		fields, line, err := scan.row()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			yield(tableRow{}, refusal(path, line, err.Error()))
			return
		}
		for i, f := range fields {
			if !utf8.ValidString(f) {
				fields[i] = strings.ToValidUTF8(f, "\ufffd")
			}
		}
		if !yield(tableRow{line, fields}, nil) {
			return
		}
	}
}

// separatorOf is what parts the first line of a table most often.
func separatorOf(head []byte) byte {
	line, _, _ := bytes.Cut(bytes.TrimLeft(head, "\ufeff\r\n"), []byte("\n"))
	best, most := byte(','), 0
	for _, c := range []byte(",\t;|") {
		if n := bytes.Count(line, []byte{c}); n > most {
			best, most = c, n
		}
	}
	return best
}

// What a workbook may unpack to, in bytes.
const (
	workbookLimit = 2 << 30
	sheetLimit    = 64 << 20 // larger sheets are unpacked into files
)

// cellLimit is how many characters a cell of Excel can hold.
const cellLimit = 32767

// sheetRows yields the rows of a workbook's first sheet that has any.
func sheetRows(path string) iter.Seq2[tableRow, error] {
	return func(yield func(tableRow, error) bool) {
		archive, err := openArchive(path)
		if err != nil {
			yield(tableRow{}, refusal(path, 0, err.Error()))
			return
		}
		err = checkSheets(archive.File)
		if closing := archive.Close(); err == nil && closing != nil {
			err = errors.New(reason(closing))
		}
		if err != nil {
			yield(tableRow{}, refusal(path, 0, err.Error()))
			return
		}
		book, err := excelize.OpenFile(path, excelize.Options{UnzipSizeLimit: workbookLimit, UnzipXMLSizeLimit: sheetLimit})
		if err != nil {
			yield(tableRow{}, refusal(path, 0, "it cannot be read as an Excel workbook; save it again, or as CSV in UTF-8"))
			return
		}
		defer book.Close()
		for _, sheet := range book.GetSheetList() {
			found, err := yieldSheet(book, sheet, yield)
			if err != nil {
				yield(tableRow{}, refusal(path, 0, fmt.Sprintf("the sheet “%s” is damaged; save the workbook again, or as CSV in UTF-8", sheet)))
			}
			if found || err != nil {
				return
			}
		}
	}
}

// checkSheets refuses sheets that define entities, as no program writes them:
// the rows from the first entity on would be missing without a word.
func checkSheets(files []*zip.File) error {
	for _, f := range files {
		if !strings.HasPrefix(f.Name, "xl/") || !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return fmt.Errorf("“%s” in it cannot be unpacked; it is damaged", f.Name)
		}
		head, err := io.ReadAll(io.LimitReader(in, headSize))
		if err = errors.Join(err, in.Close()); err != nil {
			return fmt.Errorf("“%s” in it is damaged or cut off", f.Name)
		}
		if bytes.Contains(head, []byte("<!DOCTYPE")) {
			return fmt.Errorf("“%s” in it defines entities, as no workbook does; save it again, or as CSV in UTF-8", f.Name)
		}
	}
	return nil
}

// yieldSheet yields the rows of a sheet that are not blank, and reports whether
// there are any.
func yieldSheet(book *excelize.File, sheet string, yield func(tableRow, error) bool) (found bool, err error) {
	rows, err := book.Rows(sheet)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for line := 1; rows.Next(); line++ {
		fields, err := rows.Columns()
		if err != nil {
			return found, err
		}
		if !slices.ContainsFunc(fields, func(f string) bool { return f != "" }) {
			continue
		}
		found = true
		if !yield(tableRow{line, fields}, nil) {
			return true, nil
		}
	}
	return found, rows.Error()
}
