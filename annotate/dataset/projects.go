package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// project is what the names of project files end in.
const project = ".gloss"

// ofProject reports whether a name is that of a project file, or of what lies
// beside one: its name goes on, and not as that of a dataset does.
func ofProject(folder, name string) bool {
	if strings.HasSuffix(name, project) {
		return true
	}
	start, rest, found := strings.Cut(name, project)
	if !found || rest[0] != '-' && rest[0] != '.' || slices.ContainsFunc(Formats(), func(f Format) bool { return f.owns(name) }) {
		return false
	}
	_, err := os.Lstat(filepath.Join(folder, start+project))
	return err == nil
}

// A skipping is files that must not be opened.
type skipping []os.FileInfo

func newSkipping(paths []string) skipping {
	var s skipping
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			s = append(s, info)
		}
	}
	return s
}

// has reports whether a path is one of the files, under whatever name.
func (s skipping) has(path string) bool {
	if len(s) == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && slices.ContainsFunc(s, func(other os.FileInfo) bool { return os.SameFile(info, other) })
}
