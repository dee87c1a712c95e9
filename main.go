// Glossator labels news reports by hand and exports what was labelled as
// datasets. Without a verb it opens the window, with one it works without.
package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/glossator/glossator/app/cli"
	"github.com/glossator/glossator/storage"
)

// version is set by the linker: -X main.version=1.2.3
var version = "dev"

func main() {
	if o, ok := opens(os.Args[1:]); ok {
		os.Exit(openWindow(o))
	}
	os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, version))
}

// An opening is what the window is opened with.
type opening struct {
	project string // empty: the last one
	trace   string // the file that tests in a real window read; empty: none
}

// opens reads the arguments of the window: at most a project, before it
// perhaps --trace FILE. It reports false when they are those of a verb, or
// wrong.
func opens(args []string) (opening, bool) {
	var o opening
	if len(args) >= 2 && args[0] == "--trace" {
		o.trace, args = args[1], args[2:]
	}
	switch {
	case len(args) == 0:
		return o, true
	case len(args) == 1 && isProject(args[0]):
		o.project = args[0]
		return o, true
	}
	return o, false
}

// isProject tells a project from a verb, a flag and a slip of the pen.
func isProject(arg string) bool {
	if cli.IsVerb(arg) || strings.HasPrefix(arg, "-") {
		return false
	}
	_, err := os.Stat(arg)
	return err == nil || filepath.Ext(arg) == storage.Extension
}
