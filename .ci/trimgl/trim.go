package main

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
)

// namesUsed reads the Go files of a folder, those of every platform, and
// gives for each package of go-gl that they import ("v2.1/gl") the names they
// take from it.
func namesUsed(folder string) (map[string][]string, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	used := map[string][]string{}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for local, imported := range glImports(file) {
			used[imported] = append(used[imported], selectors(file, local)...)
		}
	}
	return used, nil
}

// glImports gives the imports of go-gl in a file: local name to package.
func glImports(file *ast.File) map[string]string {
	found := map[string]string{}
	for _, spec := range file.Imports {
		pkg, ok := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), gl+"/")
		if !ok {
			continue
		}
		local := pkg[strings.LastIndex(pkg, "/")+1:]
		if spec.Name != nil {
			local = spec.Name.Name
		}
		found[local] = pkg
	}
	return found
}

// selectors gives every Name of an expression local.Name.
func selectors(file *ast.File, local string) (names []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := selector.X.(*ast.Ident); ok && x.Name == local {
				names = append(names, selector.Sel.Name)
			}
		}
		return true
	})
	return names
}

// A piece is one declaration of the file to be trimmed, in Go or in the C
// above import "C". It is needed when one of its names is.
type piece struct {
	kind  token.Token // CONST, VAR, TYPE, FUNC, or ILLEGAL for C
	names []string
	text  string
}

// trim gives a file of go-gl with only the declarations that roots reach.
// A piece reaches every name in its text: now and then one too many, never
// one too few.
func trim(source []byte, roots []string) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	text := func(n ast.Node) string {
		return string(source[fset.Position(n.Pos()).Offset:fset.Position(n.End()).Offset])
	}
	var pieces []piece
	var loader *ast.FuncDecl
	var imports strings.Builder
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Name.Name == "InitWithProcAddrFunc" {
				loader = decl
				continue
			}
			pieces = append(pieces, piece{token.FUNC, []string{decl.Name.Name}, text(decl)})
		case *ast.GenDecl:
			if decl.Tok != token.IMPORT {
				pieces = append(pieces, specPieces(decl, text)...)
				continue
			}
			if decl.Doc != nil {
				pieces = append(pieces, cPieces(text(decl.Doc))...)
			}
			fmt.Fprintf(&imports, "%s\n", text(decl))
		}
	}
	if loader == nil {
		return nil, fmt.Errorf("no function InitWithProcAddrFunc: not a package of go-gl")
	}
	kept := reach(pieces, roots)
	var out strings.Builder
	fmt.Fprintf(&out, "package %s\n\n", file.Name.Name)
	write(&out, pieces, kept, token.ILLEGAL)
	out.WriteString(imports.String())
	write(&out, pieces, kept, token.FUNC, token.CONST, token.VAR, token.TYPE)
	writeLoader(&out, loader, kept, text)
	return format.Source([]byte(out.String()))
}

func specPieces(decl *ast.GenDecl, text func(ast.Node) string) (pieces []piece) {
	for _, spec := range decl.Specs {
		p := piece{kind: decl.Tok, text: decl.Tok.String() + " " + text(spec)}
		switch spec := spec.(type) {
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				p.names = append(p.names, name.Name)
			}
		case *ast.TypeSpec:
			p.names = []string{spec.Name.Name}
		}
		pieces = append(pieces, p)
	}
	return pieces
}

var (
	functionType = regexp.MustCompile(`^// typedef .*\(APIENTRYP (GP\w+)\)`)
	functionBody = regexp.MustCompile(`^// static .*\b(glow[A-Z]\w*)\(GP`)
)

// cPieces cuts the C code at its function types and functions. What is
// neither has no names, and is kept.
func cPieces(preamble string) (pieces []piece) {
	open := false
	for line := range strings.Lines(preamble) {
		typed, body := functionType.FindStringSubmatch(line), functionBody.FindStringSubmatch(line)
		switch {
		case open:
			pieces[len(pieces)-1].text += line
		case typed != nil:
			pieces = append(pieces, piece{names: typed[1:], text: line})
		case body != nil:
			pieces = append(pieces, piece{names: body[1:], text: line})
			open = true
		default:
			pieces = append(pieces, piece{text: line})
		}
		open = open && !strings.HasPrefix(line, "// }")
	}
	return pieces
}

// reach gives the names that are needed: the roots, and what those mention.
func reach(pieces []piece, roots []string) map[string]bool {
	byName := map[string]*piece{}
	for i, p := range pieces {
		for _, name := range p.names {
			byName[name] = &pieces[i]
		}
	}
	needed := map[string]bool{}
	for queue := roots; len(queue) > 0; {
		name := queue[0]
		queue = queue[1:]
		if p := byName[name]; p != nil && !needed[name] {
			needed[name] = true
			queue = append(queue, words([]byte(p.text))...)
		}
	}
	return needed
}

var word = regexp.MustCompile(`[A-Za-z_]\w*`)

func words(text []byte) []string { return word.FindAllString(string(text), -1) }

func write(out *strings.Builder, pieces []piece, kept map[string]bool, kinds ...token.Token) {
	for _, p := range pieces {
		wanted := len(p.names) == 0
		for _, name := range p.names {
			wanted = wanted || kept[name]
		}
		for _, kind := range kinds {
			if wanted && p.kind == kind {
				out.WriteString(strings.TrimSuffix(p.text, "\n") + "\n")
			}
		}
	}
}

// writeLoader writes the function that looks up the address of each OpenGL
// function, without the look-ups of those that were left out.
func writeLoader(out *strings.Builder, loader *ast.FuncDecl, kept map[string]bool, text func(ast.Node) string) {
	signature := strings.TrimSuffix(text(loader), text(loader.Body))
	fmt.Fprintf(out, "%s{\n", signature)
	for _, statement := range loader.Body.List {
		about := ""
		for _, name := range words([]byte(text(statement))) {
			if strings.HasPrefix(name, "gp") {
				about = name
				break
			}
		}
		if about == "" || kept[about] {
			fmt.Fprintln(out, text(statement))
		}
	}
	out.WriteString("}\n")
}
