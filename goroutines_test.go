package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// background is the one file that may start a goroutine or hand work to the
// interface from elsewhere: everything mutable belongs to the goroutine of the
// interface, and long work goes through the function in this file.
const background = "app/window/background.go"

func TestOnlyBackgroundStartsGoroutines(t *testing.T) {
	for path, file := range sources(t) {
		if path == background {
			continue
		}
		ast.Inspect(file.syntax, func(n ast.Node) bool {
			if what := concurrent(n); what != "" {
				t.Errorf("%s: %s belongs in %s alone", file.position(n), what, background)
			}
			return true
		})
	}
}

// concurrent names the statement or call when it is one that only background
// may have, and is empty otherwise.
func concurrent(n ast.Node) string {
	switch n := n.(type) {
	case *ast.GoStmt:
		return "a go statement"
	case *ast.SelectorExpr:
		if x, ok := n.X.(*ast.Ident); ok && x.Name == "fyne" && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait") {
			return "fyne." + n.Sel.Name
		}
	}
	return ""
}

// A source is one of our Go files, tests left out.
type source struct {
	files  *token.FileSet
	syntax *ast.File
}

func (s source) position(n ast.Node) token.Position { return s.files.Position(n.Pos()) }

// sources gives the Go files below this folder by their slash-separated path.
func sources(t *testing.T) map[string]source {
	t.Helper()
	found := map[string]source{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != "." && (strings.HasPrefix(name, ".") || name == "build") {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files := token.NewFileSet()
		syntax, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		found[filepath.ToSlash(path)] = source{files, syntax}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
