package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// project is what the names of project files end in.
const project = ".gloss"

// openProjects are the project files in a folder that are open, by the lock
// files beside them: a project may lie in the folder that is imported into it.
func openProjects(folder string, entries []os.DirEntry) []string {
	var open []string
	for _, e := range entries {
		name, locked := strings.CutSuffix(e.Name(), ".lock")
		if locked && (strings.HasSuffix(name, project) || isDatabase(filepath.Join(folder, name))) {
			open = append(open, name)
		}
	}
	return open
}

// belongs reports whether a name is that of a project file, or of what lies
// beside an open one.
func belongs(name string, open []string) bool {
	return strings.HasSuffix(name, project) || slices.ContainsFunc(open, func(p string) bool {
		rest, beside := strings.CutPrefix(name, p)
		return beside && slices.Contains([]string{"", ".lock", ".new", "-wal", "-shm"}, rest)
	})
}
