package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/glossator/glossator"

// A rule says what packages must not import. Patterns are import paths, ours
// without the module's; with /... at their end they hold what is below too.
// "." is the program itself, "./..." all of ours, "std" the standard library,
// "..." everything.
type rule struct {
	of      []string // packages
	but     []string // those of them that may all the same
	not     []string // what they must not import
	allowed []string // what of that they may all the same
	direct  bool     // of the imports of the package itself only
	because string
}

// rules are the house: who may depend on whom.
var rules = []rule{
	{of: []string{"annotate"}, not: []string{"..."}, allowed: []string{"annotate", "std", "github.com/clipperhouse/uax29/..."},
		because: "the domain knows the standard library and the segmenter, nothing else"},
	{of: []string{"annotate/..."}, not: []string{"gorm.io/...", "fyne.io/...", "database/sql", "storage/...", "app/..."},
		because: "formats and measures are about values"},
	{of: []string{"storage/..."}, not: []string{"fyne.io/...", "annotate/dataset", "annotate/agreement", "annotate/suggest", "app/..."},
		because: "the project file and the formats don't know each other"},
	{of: []string{"app/textview/..."}, not: []string{"./..."}, allowed: []string{"app/textview/..."},
		because: "a text widget draws text and marks, nothing else"},
	{of: []string{"app/cli/..."}, not: []string{"fyne.io/...", "app/window/...", "app/textview/..."},
		because: "the verbs run where there is no screen"},
	{of: []string{"./..."}, but: []string{"."}, not: []string{"fyne.io/fyne/v2/app"},
		because: "tests need no display and no cgo"},
	{of: []string{"./..."}, but: []string{"."}, direct: true, not: []string{"github.com/go-gl/..."},
		because: "what Fyne does not know of is done in one file"},
	{of: []string{"assets/..."}, not: []string{"./..."}, allowed: []string{"assets"},
		because: "assets are bytes"},
	{of: []string{"./..."}, but: []string{"storage/..."}, direct: true,
		not:     []string{"gorm.io/...", "database/sql/...", "github.com/glebarez/...", "modernc.org/..."},
		because: "only storage knows SQL"},
}

func TestHouseRules(t *testing.T) {
	packages := listPackages(t, "./...")
	for _, p := range packages {
		if !p.ours() {
			continue
		}
		for _, r := range rules {
			for _, wrong := range r.broken(p, packages) {
				t.Errorf("%s imports %s, which it must not: %s", p.ImportPath, wrong, r.because)
			}
		}
	}
}

func TestHeadlessHasNoWindow(t *testing.T) {
	for path := range listPackages(t, "-tags", "headless", ".") {
		if strings.HasPrefix(path, "fyne.io/") || path == module+"/app/window" {
			t.Errorf("the headless build holds %s", path)
		}
	}
}

// The top level holds no folders with code but these.
func TestTopLevelGrowsNoFurther(t *testing.T) {
	for path, p := range listPackages(t, "./...") {
		top, _, _ := strings.Cut(strings.TrimPrefix(path, module+"/"), "/")
		if p.ours() && path != module && !slices.Contains([]string{"annotate", "app", "assets", "storage"}, top) {
			t.Errorf("%s: code belongs in annotate, app, assets or storage", path)
		}
	}
}

// broken is what a package imports against the rule.
func (r rule) broken(p listed, packages map[string]listed) []string {
	if !matches(r.of, p) || matches(r.but, p) {
		return nil
	}
	imports := p.Deps
	if r.direct {
		imports = p.Imports
	}
	var wrong []string
	for _, path := range imports {
		if dep := packages[path]; matches(r.not, dep) && !matches(r.allowed, dep) {
			wrong = append(wrong, path)
		}
	}
	return wrong
}

// matches reports whether a package is one that a pattern names, see [rule].
func matches(patterns []string, p listed) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		switch pattern {
		case "...":
			return true
		case "std":
			return p.Standard
		case "./...":
			return p.ours()
		}
		return within(p.ImportPath, pattern)
	})
}

func within(importPath, pattern string) bool {
	tree, below := strings.CutSuffix(pattern, "/...")
	for _, at := range []string{tree, path.Join(module, tree)} {
		if importPath == at || below && strings.HasPrefix(importPath, at+"/") {
			return true
		}
	}
	return false
}

// A listed package is what go list says of it.
type listed struct {
	ImportPath    string
	Standard      bool
	Imports, Deps []string
}

func (p listed) ours() bool {
	return p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/")
}

// listPackages asks the go command for packages and all that they depend on,
// as they are built without cgo and without a driver for the screen.
func listPackages(t *testing.T, args ...string) map[string]listed {
	t.Helper()
	list := exec.Command("go", append([]string{"list", "-deps", "-json=ImportPath,Standard,Imports,Deps", "-tags", "ci"}, args...)...)
	list.Env = append(os.Environ(), "CGO_ENABLED=0")
	list.Stderr = os.Stderr
	out, err := list.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := list.Start(); err != nil {
		t.Fatal(err)
	}
	packages := map[string]listed{}
	for d := json.NewDecoder(out); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
	if err := list.Wait(); err != nil {
		t.Fatal(err)
	}
	return packages
}
