package dataset

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// unpackLimit is how many bytes an archive of files may unpack to.
const unpackLimit = 1 << 30

// isArchive reports whether a file is an archive that stands for a folder.
func (f file) isArchive() bool { return f.is(".zip") && f.archive == "" }

// walkArchive yields the files of an archive, unpacked into a folder that is
// gone afterwards.
func walkArchive(f file, skip skipping, yield func(file, error) bool) (more bool) {
	folder, err := os.MkdirTemp("", "glossator-*")
	if err != nil {
		return yield(f, refusal(f.path, 0, "there is no room to unpack it: "+reason(err)))
	}
	defer func() {
		if err := os.RemoveAll(folder); err != nil && more {
			more = yield(f, refusal(f.path, 0, "what was unpacked of it cannot be taken away: "+reason(err)))
		}
	}()
	if err := unpack(f.path, folder); err != nil {
		return yield(f, refusal(f.path, 0, err.Error()))
	}
	return walkFolder(file{path: folder, archive: f.path, unpacked: folder}, skip, yield)
}

// unpack puts the files of an archive into a folder.
func unpack(path, folder string) error {
	z, err := openArchive(path)
	if err != nil {
		return err
	}
	defer z.Close()
	left := int64(unpackLimit)
	for _, f := range z.File {
		name := filepath.FromSlash(strings.ReplaceAll(f.Name, `\`, "/"))
		if strings.HasSuffix(name, string(filepath.Separator)) || !f.Mode().IsRegular() {
			continue
		}
		if !filepath.IsLocal(name) {
			return fmt.Errorf("it holds a file named “%s”, which would lie outside of its folder", shorten(f.Name, 80))
		}
		n, err := unpackFile(f, filepath.Join(folder, name), left)
		if err != nil {
			return err
		}
		left -= n
	}
	return nil
}

// unpackFile writes a file of an archive, of at most so many bytes.
func unpackFile(f *zip.File, path string, most int64) (int64, error) {
	in, err := f.Open()
	if err != nil {
		return 0, fmt.Errorf("%s in it cannot be unpacked; it is damaged", f.Name)
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return 0, fmt.Errorf("%s in it cannot be unpacked: %s", f.Name, reason(err))
	}
	out, err := os.Create(path)
	if err != nil {
		return 0, fmt.Errorf("%s in it cannot be unpacked: %s", f.Name, reason(err))
	}
	n, err := io.Copy(out, io.LimitReader(in, most+1))
	if err = errors.Join(err, out.Close()); err != nil {
		return n, fmt.Errorf("%s in it is damaged or cut off", f.Name)
	}
	if n > most {
		return n, fmt.Errorf("it unpacks to more than %d MB; unpack it and import what is in it", unpackLimit>>20)
	}
	return n, nil
}

// outside gives what was read of an unpacked file the place that it has in its
// archive.
func (f file) outside(doc annotate.Document, err error) (annotate.Document, error) {
	if f.archive == "" {
		return doc, err
	}
	place := func(path string) string {
		if inner, is := strings.CutPrefix(path, f.unpacked); is {
			return f.archive + inner
		}
		return path
	}
	doc.Origin.File = place(doc.Origin.File)
	if refused := (*annotate.Refusal)(nil); errors.As(err, &refused) {
		refused.Origin.File = place(refused.Origin.File)
	}
	return doc, err
}
