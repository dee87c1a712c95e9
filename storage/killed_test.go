package storage

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// importForEver imports ever more articles until it is killed, saying how many
// are there after each import.
func importForEver(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	n, err := p.Count(background, Query{})
	for ; err == nil; n += 40 {
		fmt.Println("imported", n)
		_, err = p.Import(background, numbered(n, n+40), ImportOptions{})
	}
	return err
}

// numbered are labelled articles with numbers.
func numbered(from, to int) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for n := from; n < to; n++ {
			text := fmt.Sprintf("Report %d from Vell. %s", n, strings.Repeat("Nothing new. ", 50))
			layer, err := annotate.NewLayer("", dresden).With([]annotate.Span{{ID: annotate.NewID(), Label: "place",
				Range: annotate.Range{Start: strings.Index(text, "Vell"), End: strings.Index(text, "Vell") + 4}}}, nil, nil)
			doc := article(fmt.Sprint(n), text)
			doc.Layers = []annotate.Layer{layer}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// snapshotForEver keeps snapshots until it is killed, saying where.
func snapshotForEver(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(path + snapshotsSuffix); err != nil {
		return err
	}
	fmt.Println("begun")
	for {
		s, err := p.Snapshot(background)
		if err != nil {
			return err
		}
		fmt.Println("kept", s.Path)
	}
}

// openOnce opens a project, which brings it to the last step, and waits.
func openOnce(path string) error {
	fmt.Println("begun")
	p, err := Open(path)
	if err != nil {
		return err
	}
	return errors.Join(holdStill(), p.Close())
}

// holdStill says that something is open, and waits until standard input ends.
func holdStill() error {
	fmt.Println("open")
	bufio.NewScanner(os.Stdin).Scan()
	return nil
}

// killed runs a process and kills it within some time after its first word. It
// tells its last whole line.
func killed(t *testing.T, what, path string, within time.Duration) string {
	t.Helper()
	working := child(t, what, path)
	out, err := working.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := working.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := working.Start(); err != nil {
		t.Fatal(err)
	}
	last := ""
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if last == "" {
			time.AfterFunc(rand.N(within), func() { working.Process.Kill() })
		}
		last = lines.Text()
	}
	if working.Wait() == nil {
		t.Fatalf("the process that does %s ended by itself", what)
	}
	return last
}

// TestKilledImport kills imports: the articles that were said to be imported are
// there, and no import is there by half.
func TestKilledImport(t *testing.T) {
	t.Parallel()
	kills := figure(20, 500)
	var p *Project
	articles := 0
	for n := range kills {
		if n%20 == 0 {
			p = newProject(t)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		said := 0
		if _, err := fmt.Sscanf(killed(t, "import", p.Path(), 150*time.Millisecond), "imported %d", &said); err != nil {
			t.Fatal(err)
		}
		p = reopen(t, p)
		n, err := p.Count(t.Context(), Query{})
		if err != nil || n < said || n%40 != 0 {
			t.Fatalf("%d articles are there, %d were said to be: %v", n, said, err)
		}
		articles += said
		checkClean(t, p)
	}
	enter(t, line{what: "kills during import", tried: kills, acknowledged: articles, remark: "the acknowledged are articles"})
}

// TestKilledSnapshot kills snapshots: every file that has the name of one is
// whole, and the project untouched.
func TestKilledSnapshot(t *testing.T) {
	t.Parallel()
	kills := figure(20, 500)
	p := newProject(t)
	if _, err := p.Import(t.Context(), numbered(0, 400), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	found := 0
	for range kills {
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		killed(t, "snapshot", p.Path(), 150*time.Millisecond)
		p = reopen(t, p)
		all, err := p.Snapshots()
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range all {
			if found++; verifyAlone(t.Context(), s.Path) != nil {
				t.Fatalf("%s is not whole", s.Path)
			}
		}
	}
	checkClean(t, p)
	enter(t, line{what: "kills during snapshots", tried: kills, acknowledged: found, remark: "the acknowledged are snapshots, all whole"})
}

// TestKilledStep kills the program while it brings a project to the last step:
// the next one finds it at the first step or the last.
func TestKilledStep(t *testing.T) {
	t.Parallel()
	kills := figure(20, 500)
	p := newProject(t)
	if _, err := p.Import(t.Context(), numbered(0, 400), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	before := len(exported(t, p, Choice{}))
	done := 0
	for range kills {
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		backTo(t, p.Path(), 1)
		if killed(t, "step", p.Path(), 120*time.Millisecond) == "open" {
			done++
		}
		p = reopen(t, p)
		if version(t, p.writer) != len(schema) || len(exported(t, p, Choice{})) != before {
			t.Fatal("the project is not what it was")
		}
	}
	checkClean(t, p)
	enter(t, line{what: "kills during a schema step", tried: kills, acknowledged: 400 * kills, remark: fmt.Sprintf("the acknowledged are articles; %d kills came after the step", done)})
}
