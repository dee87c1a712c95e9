package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestArgumentsOpenTheWindowOrRunAVerb(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"old", "list"} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args []string
		want opening
		ok   bool
	}{
		{nil, opening{}, true},
		{[]string{"new.gloss"}, opening{project: "new.gloss"}, true},
		{[]string{"old"}, opening{project: "old"}, true},
		{[]string{filepath.Join(".", "list")}, opening{}, false}, // Join takes the dot away
		{[]string{"./list"}, opening{project: "./list"}, true},
		{[]string{"--trace", "t.jsonl"}, opening{trace: "t.jsonl"}, true},
		{[]string{"--trace", "t.jsonl", "old"}, opening{project: "old", trace: "t.jsonl"}, true},
		{[]string{"--trace"}, opening{}, false},
		{[]string{"--help"}, opening{}, false},
		{[]string{"exprot"}, opening{}, false},
		{[]string{"old", "older"}, opening{}, false},
	} {
		got, ok := opens(c.args)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%q: %+v, %v", c.args, got, ok)
		}
	}
}
