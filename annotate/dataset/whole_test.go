package dataset

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

var errBroken = errors.New("the project's disk is broken")

// breaking is a stream that fails behind its first document.
func breaking(yield func(annotate.Document, error) bool) {
	if yield(newDice(1).document(0), nil) {
		yield(annotate.Document{}, errBroken)
	}
}

func find(t *testing.T, name string) Format {
	t.Helper()
	f, err := Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// onlyThere fails unless a folder holds just these names, the card of a dataset
// and the like left out.
func onlyThere(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		if !isBeside(folder, e.Name()) {
			got = append(got, e.Name())
		}
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("in the folder are %q, not %q", got, names)
	}
}

func TestNothingHalfWrittenIsLeft(t *testing.T) {
	for _, format := range []string{"jsonl", "conll", "brat"} {
		folder := t.TempDir()
		_, err := Write(t.Context(), find(t, format), Target{Path: filepath.Join(folder, "out")}, breaking)
		if !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", format, err)
		}
		onlyThere(t, folder)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		_, err = Write(ctx, find(t, format), Target{Path: filepath.Join(folder, "out")}, stream(newDice(1).document(0)))
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", format, err)
		}
		onlyThere(t, folder)
	}
}

func TestAFileIsReplacedOnlyOnRequest(t *testing.T) {
	path := put(t, "out.jsonl", "what was there\n")
	to := Target{Path: path}
	if _, err := Write(t.Context(), find(t, "jsonl"), to, stream()); err == nil || !strings.Contains(err.Error(), "there is a file of this name already") {
		t.Error(err)
	}
	to.Replace = true
	if _, err := Write(t.Context(), find(t, "jsonl"), to, breaking); err == nil || contents(t, path) != "what was there\n" {
		t.Errorf("%v, left: %q", err, contents(t, path))
	}
	if _, err := Write(t.Context(), find(t, "jsonl"), to, stream()); err != nil || contents(t, path) != "" {
		t.Errorf("%v, left: %q", err, contents(t, path))
	}
	onlyThere(t, filepath.Dir(path), "out.jsonl")
}

func TestAProjectIsNeverReplaced(t *testing.T) {
	path := put(t, "raids.gloss", "SQLite format 3\x00")
	_, err := Write(t.Context(), find(t, "jsonl"), Target{Path: path, Replace: true}, stream())
	if err == nil || !strings.Contains(err.Error(), "this is a project file") {
		t.Error(err)
	}
}

func TestAFolderIsReplacedOnlyOnRequest(t *testing.T) {
	old := put(t, "out/old.ann", "")
	folder := filepath.Dir(old)
	to := Target{Path: folder}
	docs := stream(drawn(t, "Raid", "[actor Gunmen] came.", "actor"))
	if _, err := Write(t.Context(), find(t, "brat"), to, docs); err == nil || !strings.Contains(err.Error(), "there is a folder of this name with files in it") {
		t.Error(err)
	}
	to.Replace = true
	if _, err := Write(t.Context(), find(t, "brat"), to, docs); err != nil {
		t.Fatal(err)
	}
	onlyThere(t, folder, "Raid.ann", "Raid.txt", "annotation.conf", "visual.conf")
	onlyThere(t, filepath.Dir(folder), "out")
	if err := os.WriteFile(filepath.Join(folder, "family.jpg"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(t.Context(), find(t, "brat"), to, docs); err == nil || !strings.Contains(err.Error(), "the folder holds family.jpg") {
		t.Error(err)
	}
	onlyThere(t, folder, "Raid.ann", "Raid.txt", "annotation.conf", "family.jpg", "visual.conf")
}

func TestWritingElsewhere(t *testing.T) {
	var out bytes.Buffer
	if _, err := Write(t.Context(), find(t, "jsonl"), Target{Path: "-", Writer: &out}, stream(newDice(1).document(0))); err != nil || !strings.HasPrefix(out.String(), `{"format":"glossator/1"`) {
		t.Errorf("%v: %s", err, out.String())
	}
	if _, err := Write(t.Context(), find(t, "brat"), Target{Path: "-", Writer: &out}, stream()); err == nil || !strings.Contains(err.Error(), "give the name of a folder") {
		t.Error(err)
	}
	if _, err := Write(t.Context(), find(t, "text"), Target{Path: "x"}, stream()); err == nil || !strings.Contains(err.Error(), "can be read, but not written") {
		t.Error(err)
	}
	missing := filepath.Join(t.TempDir(), "none", "out.jsonl")
	if _, err := Write(t.Context(), find(t, "jsonl"), Target{Path: missing}, stream()); err == nil || !strings.Contains(err.Error(), "there is no such folder") {
		t.Error(err)
	}
}

func TestVeryManyLossesAreSummedUp(t *testing.T) {
	l := newLedger("conll", "out")
	for range 5000 {
		l.In[Spans]++
		l.lost(Loss{Kind: Spans, What: "actor", Why: "no room", Count: 1})
	}
	if err := l.Balanced(); err != nil || len(l.Losses) != mostNamed+1 || l.Losses[mostNamed].Count != 4000 {
		t.Errorf("%v, %d losses", err, len(l.Losses))
	}
}
