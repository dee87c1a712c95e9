package dataset

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
)

// hfFiles are the files of one set.
type hfFiles struct {
	parquet *os.File
	rows    *parquet.GenericWriter[hfRow]
	held    int // bytes of texts in the group of rows that is being filled
	jsonl   *os.File
	lines   *bufio.Writer
}

// rowGroup is how much text a group of rows holds, in bytes.
const rowGroup = 16 << 20

func newHFFiles(folder, set string) (*hfFiles, error) {
	var f hfFiles
	var err error
	if f.parquet, err = os.Create(filepath.Join(folder, "data", set+"-00000-of-00001.parquet")); err != nil {
		return nil, cannotWrite(err)
	}
	if f.jsonl, err = os.Create(filepath.Join(folder, "jsonl", set+".jsonl")); err != nil {
		return nil, errors.Join(cannotWrite(err), f.parquet.Close())
	}
	f.rows = parquet.NewGenericWriter[hfRow](f.parquet, parquet.Compression(&parquet.Snappy))
	f.lines = bufio.NewWriterSize(f.jsonl, 1<<16)
	return &f, nil
}

func (f *hfFiles) write(row hfRow, tags []string) error {
	if _, err := f.rows.Write([]hfRow{row}); err != nil {
		return err
	}
	line, err := row.line(tags)
	if err == nil {
		_, err = f.lines.Write(line)
	}
	if f.held += len(*row.Text); err == nil && f.held > rowGroup {
		f.held = 0
		err = f.rows.Flush()
	}
	return err
}

// close ends the files, with what Hugging Face is to know of the columns.
func (f *hfFiles) close(tags []string) error {
	features, err := hfFeatures(tags)
	f.rows.SetKeyValueMetadata("huggingface", features)
	return errors.Join(err, f.rows.Close(), f.parquet.Close(), f.lines.Flush(), f.jsonl.Close())
}

// An hfColumn is a column, in the order of the rows.
type hfColumn struct {
	name  string
	kind  string     // of a value; "class" is a tag
	list  bool       // there are many
	inner []hfColumn // it is a list of these
}

var hfColumns = []hfColumn{
	{name: "id", kind: "string"}, {name: "title", kind: "string"}, {name: "author", kind: "string"}, {name: "status", kind: "string"}, {name: "text", kind: "string"},
	{name: "tokens", kind: "string", list: true}, {name: "token_starts", kind: "int64", list: true}, {name: "token_ends", kind: "int64", list: true},
	{name: "ner_tags", kind: "class", list: true},
	{name: "spans", inner: []hfColumn{
		{name: "start", kind: "int64"}, {name: "end", kind: "int64"}, {name: "label", kind: "string"}, {name: "quote", kind: "string"},
		{name: "gaps", kind: "string"}, {name: "attributes", kind: "string"}, {name: "note", kind: "string"},
	}},
	{name: "relations", inner: []hfColumn{
		{name: "head", kind: "int64"}, {name: "tail", kind: "int64"}, {name: "label", kind: "string"}, {name: "note", kind: "string"},
	}},
	{name: "meta", kind: "string"}, {name: "values", kind: "string"},
}

// feature is a column as Hugging Face describes it.
func (c hfColumn) feature(tags []string) any {
	var o object
	switch {
	case c.inner != nil:
		for _, inner := range c.inner {
			o.put(inner.name, inner.feature(tags))
		}
		return []any{&o}
	case c.list:
		c.list = false
		o.put("feature", c.feature(tags))
		o.put("_type", "Sequence")
	case c.kind == "class":
		o.put("names", tags)
		o.put("_type", "ClassLabel")
	default:
		o.put("dtype", c.kind)
		o.put("_type", "Value")
	}
	return &o
}

func hfFeatures(tags []string) (string, error) {
	var all, info, features object
	for _, c := range hfColumns {
		features.put(c.name, c.feature(tags))
	}
	info.put("features", &features)
	all.put("info", &info)
	data, err := all.MarshalJSON()
	return string(data), err
}
