package dataset

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// zipWith is an archive with one file more, or another one of a name.
func zipWith(t *testing.T, archive, name, content string) string {
	t.Helper()
	from, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, f := range from.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := io.Copy(&b, in); err != nil {
			t.Fatal(err)
		}
		if f.Name != name {
			files = append(files, f.Name, b.String())
		}
	}
	return zipOf(t, append(files, name, content)...)
}
