// Trimgl makes the build fast. Most of a first build of Glossator is cgo
// looking at the four thousand OpenGL functions of github.com/go-gl/gl, of
// which Fyne calls about fifty. Trimgl writes, into the folder build,
//
//	build/gl      a copy of that module with only what Fyne names
//	build/go.mod  our go.mod with a replace that points at the copy
//	build/go.sum  our go.sum
//
// so that "go build -modfile=build/go.mod" takes well under a minute instead
// of more than four. With -plain it leaves the copy out, and the same command
// builds with the whole of go-gl: slower, but without relying on trimgl.
//
// It runs at the top of the repository: go run ./.ci/trimgl
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

const (
	fyne = "fyne.io/fyne/v2"
	gl   = "github.com/go-gl/gl"
)

func main() {
	plain := flag.Bool("plain", false, "write build/go.mod without the trimmed copy")
	flag.Parse()
	if err := run(*plain); err != nil {
		fmt.Fprintln(os.Stderr, "trimgl:", err)
		os.Exit(1)
	}
}

func run(plain bool) error {
	if err := os.MkdirAll("build", 0o777); err != nil {
		return err
	}
	if plain {
		return writeModule("")
	}
	if err := writeCopy(); err != nil {
		return err
	}
	return writeModule("\nreplace " + gl + " => ./build/gl\n")
}

// writeModule writes build/go.mod and build/go.sum: ours, with one more line.
// A relative replace in it counts from the top of the repository, as in ours.
// go.mod comes last, so that make takes a broken run for no run.
func writeModule(replace string) error {
	for _, name := range []string{"go.sum", "go.mod"} {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if name == "go.mod" {
			text = append(text, replace...)
		}
		if err := os.WriteFile(filepath.Join("build", name), text, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// writeCopy writes build/gl: the packages of go-gl that Fyne imports, trimmed.
func writeCopy() error {
	dirs, err := moduleDirs(fyne, gl)
	if err != nil {
		return err
	}
	used, err := namesUsed(filepath.Join(dirs[fyne], "internal", "painter", "gl"))
	if err != nil {
		return err
	}
	if len(used) == 0 {
		return fmt.Errorf("%s no longer imports %s", fyne, gl)
	}
	target := filepath.Join("build", "gl")
	if err := os.RemoveAll(target); err != nil {
		return err
	}
	for pkg, names := range used {
		source := filepath.Join(dirs[gl], filepath.FromSlash(pkg))
		if err := copyTrimmed(source, filepath.Join(target, filepath.FromSlash(pkg)), names); err != nil {
			return fmt.Errorf("trim %s/%s: %w", gl, pkg, err)
		}
	}
	return errors.Join(
		copyFile(filepath.Join(dirs[gl], "LICENSE"), filepath.Join(target, "LICENSE")),
		copyFile(filepath.Join(dirs[gl], "go.mod"), filepath.Join(target, "go.mod")),
	)
}

// moduleDirs gives the folder of each module, in the versions of our go.mod,
// downloading what is not there yet.
func moduleDirs(modules ...string) (map[string]string, error) {
	command := exec.Command("go", append([]string{"mod", "download", "-json"}, modules...)...)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("download modules: %w", err)
	}
	dirs := map[string]string{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var module struct{ Path, Dir string }
		if err := decoder.Decode(&module); errors.Is(err, io.EOF) {
			return dirs, nil
		} else if err != nil {
			return nil, fmt.Errorf("read what go mod download says: %w", err)
		}
		dirs[module.Path] = module.Dir
	}
}

// copyTrimmed copies a package of go-gl, its C headers with it, and trims the
// one large file to names.
func copyTrimmed(source, target string, names []string) error {
	const large = "package.go"
	if err := os.CopyFS(target, os.DirFS(source)); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(source, "*.go"))
	if err != nil {
		return err
	}
	text := map[string][]byte{}
	for _, file := range files {
		if text[filepath.Base(file)], err = os.ReadFile(file); err != nil {
			return err
		}
	}
	roots := slices.Concat(names, []string{"Init"})
	for name, t := range text {
		if name != large {
			roots = append(roots, words(t)...)
		}
	}
	trimmed, err := trim(text[large], roots)
	if err != nil {
		return err
	}
	// The module cache is read-only; so are files copied from it.
	file := filepath.Join(target, large)
	if err := os.Remove(file); err != nil {
		return err
	}
	return os.WriteFile(file, trimmed, 0o666)
}

func copyFile(source, target string) error {
	text, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	return os.WriteFile(target, text, 0o666)
}
