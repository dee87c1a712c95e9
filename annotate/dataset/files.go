package dataset

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A file is one that Read came upon.
type file struct {
	path  string
	named bool   // it was given by name, not found in a folder
	start []byte // its first bytes
	// spoken is the dialect of JSON that it holds, once that was asked for.
	spoken *dialectFound
	// archive is what the file lies in, and unpacked the folder into which that
	// was unpacked; empty if it lies in none.
	archive, unpacked string
}

// headSize is how much of a file is looked at to recognise it.
const headSize = 64 << 10

// head reads the file's first bytes.
func (f file) head() ([]byte, error) {
	r, err := os.Open(f.path)
	if err != nil {
		return nil, errors.New(reason(err))
	}
	defer r.Close()
	head, err := io.ReadAll(io.LimitReader(r, headSize))
	if err != nil {
		return nil, errors.New(reason(err))
	}
	return head, nil
}

// ext is the file's extension in lower case, with its dot.
func (f file) ext() string { return strings.ToLower(filepath.Ext(f.path)) }

// is reports whether the file has one of a format's extensions.
func (f file) is(extensions ...string) bool { return slices.Contains(extensions, f.ext()) }

// files yields the files of the paths, those in folders by name and without the
// hidden ones and project files. What cannot be read comes as a refusal.
func files(paths []string, skip skipping) iter.Seq2[file, error] {
	return func(yield func(file, error) bool) {
		for _, path := range paths {
			if !walk(file{path: path, named: true}, skip, yield) {
				return
			}
		}
	}
}

func walk(f file, skip skipping, yield func(file, error) bool) bool {
	info, err := os.Stat(f.path)
	switch {
	case err != nil:
		return yield(f, refusal(f.path, 0, reason(err)))
	case info.IsDir():
		return walkFolder(f, skip, yield)
	case skip.has(f.path):
		return yield(f, refusal(f.path, 0, "it is the project that is open, or belongs to it"))
	case !info.Mode().IsRegular():
		return yield(f, refusal(f.path, 0, "it is a device or a pipe, not a file"))
	}
	if f.isArchive() {
		return walkArchive(f, skip, yield)
	}
	return yield(f, nil)
}

func walkFolder(f file, skip skipping, yield func(file, error) bool) bool {
	folder := f.path
	entries, err := os.ReadDir(folder)
	if err != nil {
		return yield(f, refusal(folder, 0, reason(err)))
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if hidden(e.Name()) || ofProject(folder, e.Name()) || skip.has(path) || loops(path, e) || isBeside(folder, e.Name()) || ofInception(folder, e.Name()) {
			continue
		}
		if !walk(file{path: path, archive: f.archive, unpacked: f.unpacked}, skip, yield) {
			return false
		}
	}
	return true
}

// loops reports whether an entry is a link to a folder, which may lead back to
// where it lies.
func loops(path string, e os.DirEntry) bool {
	if e.Type()&os.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// hidden reports whether a file is one that systems and programs put beside
// those of people.
func hidden(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}
