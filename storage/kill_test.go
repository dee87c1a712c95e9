package storage

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// An acknowledger says on standard output what was saved, once it is.
type acknowledger struct{ annotate.Saver }

func (a acknowledger) Save(entry annotate.Entry) error {
	if err := a.Saver.Save(entry); err != nil {
		return err
	}
	_, err := fmt.Println(entry.ID)
	return err
}

// marksVariable names, in the environment, a folder for marks of last edits.
const marksVariable = "GLOSSATOR_STORAGE_MARKS"

// labelForEver labels the first article of a project until it is killed.
func labelForEver(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	if folder := os.Getenv(marksVariable); folder != "" {
		p.Remember(folder)
	}
	s, err := takeUp(p, func(s annotate.Saver) annotate.Saver { return acknowledger{s} })
	for err == nil {
		err = s.oneOf()
	}
	return err
}

// takeUp takes the first article in hand as Ana, saving through what saver makes
// of the project's.
func takeUp(p *Project, saver func(annotate.Saver) annotate.Saver) (*scribbler, error) {
	author, err := p.Author("Ana", annotate.Person)
	if err != nil {
		return nil, err
	}
	rows, err := p.Articles(background, Query{})
	if err != nil {
		return nil, err
	}
	w, err := p.Work(background, rows[0].ID, author)
	if err != nil {
		return nil, err
	}
	session, err := annotate.NewSession(w.Article, w.Layer, w.Past, p.Scheme(), saver(w.Saver))
	return &scribbler{rand: rand.New(rand.NewPCG(rand.Uint64(), 0)), session: session}, err
}

// TestKill kills a process at a random moment while it labels, 100 times, and
// looks for everything that it had said was saved.
func TestKill(t *testing.T) {
	t.Parallel()
	projects, kills := figure(10, 50), 10
	acknowledged, unacknowledged := 0, 0
	for range projects {
		p := newProject(t)
		mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
		author := person(t, p, "Ana")
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		said := map[annotate.ID]bool{}
		more := 0
		for range kills {
			for _, id := range labelThenKill(t, p.Path()) {
				said[id] = true
			}
			more = compareKilled(t, p.Path(), author, said)
		}
		acknowledged, unacknowledged = acknowledged+len(said), unacknowledged+more
	}
	enter(t, line{what: "kills during labelling", tried: projects * kills, acknowledged: acknowledged,
		remark: fmt.Sprintf("%d edits saved but not acknowledged yet", unacknowledged)})
}

// labelThenKill starts a process that labels, kills it at a random moment and
// tells which edits it had said were saved.
func labelThenKill(t *testing.T, path string) []annotate.ID {
	t.Helper()
	labelling := child(t, "label", path)
	out, err := labelling.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := labelling.Start(); err != nil {
		t.Fatal(err)
	}
	var said []annotate.ID
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if len(said) == 0 {
			time.AfterFunc(rand.N(60*time.Millisecond), func() { labelling.Process.Kill() })
		}
		if annotate.ID(lines.Text()).Check() == nil {
			said = append(said, annotate.ID(lines.Text()))
		}
	}
	if labelling.Wait() == nil || len(said) == 0 {
		t.Fatal("the process that labels ended by itself")
	}
	return said
}

// compareKilled makes sure that nothing that was said to be saved is missing,
// and tells how much more there is.
func compareKilled(t *testing.T, path string, author annotate.Author, said map[annotate.ID]bool) int {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	checkClean(t, p)
	_, work := begin(t, p, 0, author)
	found := 0
	for _, entry := range work.Past {
		if said[entry.ID] {
			found++
		}
	}
	if found < len(said) {
		t.Fatalf("%s: %d of %d acknowledged edits are lost", filepath.Base(path), len(said)-found, len(said))
	}
	return len(work.Past) - found
}
