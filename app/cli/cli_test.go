package cli_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/glossator/glossator/app/cli"
	"github.com/glossator/glossator/assets"
	"github.com/glossator/glossator/storage"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"glossator": func() {
		os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, "1.2.3"))
	}})
}

// The scripts find the sample reports as sample.jsonl.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, ".config"))
			return os.WriteFile(filepath.Join(env.WorkDir, "sample.jsonl"), assets.SampleJSONL, 0o666)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"hold": hold, "patch": patch, "missing": missing, "repeat": repeat},
	})
}

// hold PROJECT: another process, that of the test, opens the project.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	p, err := storage.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { ts.Check(p.Close()) })
}

// patch FILE OFFSET HEX: bytes of a file are written over.
func patch(ts *testscript.TestScript, _ bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	offset, err := strconv.Atoi(args[1])
	ts.Check(err)
	over, err := hex.DecodeString(args[2])
	ts.Check(err)
	copy(data[offset:], over)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

// missing PATTERN...: no file matches, hidden ones count.
func missing(ts *testscript.TestScript, _ bool, args []string) {
	for _, pattern := range args {
		found, err := filepath.Glob(ts.MkAbs(pattern))
		ts.Check(err)
		if len(found) > 0 {
			ts.Fatalf("there is %s", strings.Join(found, ", "))
		}
	}
}

// repeat FILE TEXT N: a file is the text so many times.
func repeat(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte(args[1]), n), 0o666))
}

func TestStoppedImportLeavesNothing(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Chdir(t.TempDir())
	if err := os.WriteFile("sample.jsonl", assets.SampleJSONL, 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var out, errs bytes.Buffer
	status := cli.Run(ctx, []string{"import", "new.gloss", "sample.jsonl"}, nil, &out, &errs, "")
	if status != 1 || out.Len() > 0 || errs.String() != "glossator: stopped; nothing was changed\n" {
		t.Errorf("status %d, out %q, errors %q", status, &out, &errs)
	}
	left, err := filepath.Glob("*")
	if err != nil || len(left) != 1 {
		t.Errorf("there are %q, %v", left, err)
	}
}

func TestVerbsAreKnown(t *testing.T) {
	for _, verb := range []string{"import", "export", "sets", "list", "search", "snapshot", "snapshots", "restore", "salvage", "stats", "check", "formats", "version", "help"} {
		if !cli.IsVerb(verb) {
			t.Errorf("%s is no verb", verb)
		}
	}
	for _, arg := range []string{"", "exprot", "war.gloss", "--help", "completion"} {
		if cli.IsVerb(arg) {
			t.Errorf("%s is a verb", arg)
		}
	}
}
