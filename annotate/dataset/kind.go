package dataset

import (
	"bytes"
	"fmt"
	"strings"
)

// magics are the first bytes of files that are not text.
var magics = []struct{ start, what string }{
	{"\x89PNG", "a PNG picture"},
	{"\xff\xd8\xff", "a JPEG picture"},
	{"GIF8", "a GIF picture"},
	{"II*\x00", "a TIFF picture"},
	{"MM\x00*", "a TIFF picture"},
	{"%PDF-", "a PDF document"},
	{"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0", "an old Office document"},
	{"SQLite format 3\x00", "a database"},
	{"\x1f\x8b", "a gzip archive"},
	{"BZh", "a bzip2 archive"},
	{"\xfd7zXZ", "an xz archive"},
	{"\x28\xb5\x2f\xfd", "a Zstandard archive"},
	{"7z\xbc\xaf", "a 7-Zip archive"},
	{"Rar!", "a RAR archive"},
	{"\x7fELF", "a program"},
	{"MZ\x90\x00", "a program"},
	{"\xcf\xfa\xed\xfe", "a program"},
	{"ID3", "a sound recording"},
	{"OggS", "a sound recording"},
	{"fLaC", "a sound recording"},
	{"RIFF", "a sound, a film or a picture"},
	{"\x1aE\xdf\xa3", "a film"},
	{"PAR1", "a Parquet file"},
}

// zipped are what files that begin as zip archives are, by extension.
var zipped = map[string]string{
	".docx": "a Word document", ".xlsx": "an Excel workbook", ".pptx": "a PowerPoint presentation",
	".odt": "an OpenDocument text", ".ods": "an OpenDocument spreadsheet", ".epub": "an e-book",
}

// markup are what files are that are text, but not plain text, by extension.
var markup = map[string]string{
	".html": "a web page", ".htm": "a web page", ".xml": "an XML file", ".xmi": "an XML file", ".json": "a JSON file",
	".csv": "a table", ".tsv": "a table", ".conll": "a table of tokens", ".iob": "a table of tokens", ".yaml": "a settings file", ".yml": "a settings file",
	".conf": "a settings file", ".ann": "a file of annotations",
}

// isPlain reports whether a beginning could be that of a text too, as that of
// an article on RIFF raff.
func isPlain(magic string) bool {
	return !strings.ContainsFunc(magic, func(r rune) bool { return r < ' ' || r > '~' }) && magic != "%PDF-" && magic != "{\\rtf"
}

// binary says what a file is that is not text, "a PNG picture"; empty if it is
// text, or nothing.
func (f file) binary() string {
	for _, m := range magics {
		if bytes.HasPrefix(f.start, []byte(m.start)) && (!isPlain(m.start) || bytes.IndexByte(f.start, 0) >= 0) {
			return m.what
		}
	}
	switch {
	case bytes.HasPrefix(f.start, []byte("PK\x03\x04")):
		if what, known := zipped[f.ext()]; known {
			return what
		}
		return "a zip archive"
	case len(f.start) > 12 && string(f.start[4:8]) == "ftyp":
		return "a film or a sound recording"
	case mostlyControl(f.start):
		return "a file of a program"
	}
	return ""
}

// mostlyControl reports whether bytes hold more control characters than text
// does: any zero, or one in ten, once they are decoded.
func mostlyControl(head []byte) bool {
	decoded, _ := decode(head)
	return junk(decoded)
}

// junk reports whether a text holds a zero, or so many control characters as a
// text does not.
func junk(text string) bool {
	n, all := 0, 0
	for _, r := range text {
		if r == '\r' || r == '\ufeff' {
			continue // gone once it is clean, which must not make it junk
		}
		all++
		switch {
		case r == 0:
			return true
		case r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f", r), r == 0x7f:
			n++
		}
	}
	return n*10 > all
}

// notText is the refusal of a file that is not text; empty if it is.
func (f file) notText() string {
	if what := f.binary(); what != "" {
		return "it is " + what + ", not text" + hint(what)
	}
	return ""
}

func hint(what string) string {
	switch {
	case strings.HasSuffix(what, "document"), strings.HasSuffix(what, "text"), strings.HasSuffix(what, "e-book"):
		return "; save it as plain text and import that"
	case strings.HasSuffix(what, "archive"):
		return "; unpack it and import what is in it"
	case what == "a database":
		return "; if it is a project, open it instead"
	}
	return ""
}

// strange says why a file that no format takes cannot be read, and what to do.
func (f file) strange() string {
	if why := f.notText(); why != "" {
		return why
	}
	if what := markup[f.ext()]; what == "a table" {
		return "it is a table, and it is not clear which column holds the texts; say which, or in the verb --columns text=NAME"
	}
	if what, known := markup[f.ext()]; known {
		return fmt.Sprintf("it is %s, which cannot be imported as it is; choose the format “text” to take all that stands in it as one article's text", what)
	}
	return "it is not clear what this is; choose a format"
}
