package storage

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func init() { children["record"] = workForRecord }

// syncVariable names, in the environment, another setting of synchronous than
// the program's, for control.
const syncVariable = "GLOSSATOR_STORAGE_SYNC"

// workForRecord labels, imports and keeps snapshots for a while, and closes the
// project. The log is written back every few pages, so that all it takes to do
// so is done often.
func workForRecord(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	set := "PRAGMA wal_autocheckpoint=25"
	if other := os.Getenv(syncVariable); other != "" {
		set += "; PRAGMA synchronous=" + other
	}
	if err := p.writer.Exec(set).Error; err != nil {
		return err
	}
	s, err := takeUp(p, func(s annotate.Saver) annotate.Saver { return acknowledger{s} })
	if err != nil {
		return err
	}
	for articles := 1; articles < 10; articles += 3 {
		for range 15 {
			if err := s.oneOf(); err != nil {
				return err
			}
		}
		if _, err := p.Import(background, numbered(articles, articles+3), ImportOptions{}); err != nil {
			return err
		}
		fmt.Println("imported", articles+3)
		kept, err := p.Snapshot(background)
		if err != nil {
			return err
		}
		fmt.Println("kept", filepath.Base(kept.Path))
	}
	return p.Close()
}

// A recording is what a process did to the files of a folder, call by call,
// and what it said.
type recording struct {
	synchronous     string
	folder, project string
	disk            *disk // as it was before
	calls           []call
}

// record records a process that works on a project.
func record(t *testing.T, synchronous string) recording {
	t.Helper()
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	r := recording{synchronous: synchronous, folder: filepath.Dir(p.Path()), project: p.Path()}
	var err error
	if r.disk, err = newDisk(r.folder); err != nil {
		t.Fatal(err)
	}
	trace := filepath.Join(t.TempDir(), "trace")
	working := child(t, "record", p.Path())
	working.Env = append(working.Env, syncVariable+"="+synchronous)
	straced(t, working, "-y", "-xx", "-s", "1000000", "-e", "signal=none", "-e", "trace="+modelled+","+unmodelled, "-o", trace)
	working.Stdout = new(bytes.Buffer) // a pipe, which the trace names
	if err := working.Run(); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(trace)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	err = readCalls(file, func(c call) error {
		inside := c.path == r.folder || strings.HasPrefix(c.path, r.folder+"/")
		said := c.name == "write" && strings.HasPrefix(c.path, "pipe:")
		if said || inside && !passing(c.path) && (!strings.HasPrefix(c.name, "open") || c.made) {
			r.calls = append(r.calls, c)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Promises are what a process said is saved.
type promises struct {
	edits     map[annotate.ID]bool
	articles  int
	snapshots []string
}

func (p *promises) hear(said string) {
	name := ""
	switch {
	case annotate.ID(strings.TrimSpace(said)).Check() == nil:
		p.edits[annotate.ID(strings.TrimSpace(said))] = true
	case strings.HasPrefix(said, "imported "):
		_, _ = fmt.Sscanf(said, "imported %d", &p.articles)
	default:
		if _, err := fmt.Sscanf(said, "kept %s", &name); err == nil {
			p.snapshots = append(p.snapshots, name)
		}
	}
}

// cuts cuts the power so often, at random moments, and tells how often
// something that was promised was lost, and how often the file was broken.
func (r recording) cuts(t *testing.T, random *rand.Rand, number int) (lost, broken int) {
	t.Helper()
	var when []int
	for range number {
		when = append(when, random.IntN(len(r.calls)+1))
	}
	slices.Sort(when)
	said := promises{edits: map[annotate.ID]bool{}, articles: 1}
	for n, at := 0, 0; n < number; n++ {
		for ; at < when[n]; at++ {
			c := r.calls[at]
			if strings.HasPrefix(c.path, "pipe:") {
				said.hear(string(c.data))
			} else if err := r.disk.do(c); err != nil {
				t.Fatal(err)
			}
		}
		left := t.TempDir()
		if err := r.disk.cut(random, r.folder, left); err != nil {
			t.Fatal(err)
		}
		missing, err := said.lost(t, left+strings.TrimPrefix(r.project, r.folder))
		switch {
		case err != nil:
			broken++
			r.tell(t, err.Error())
		case missing != "":
			lost++
			r.tell(t, missing)
		}
		os.RemoveAll(left)
	}
	return lost, broken
}

// tell tells what went wrong, if nothing should.
func (r recording) tell(t *testing.T, what string) {
	if r.synchronous == "" {
		t.Log(what)
	}
}

// lost tells what a project lacks of what was promised; an error says that it
// is broken.
func (p promises) lost(t *testing.T, path string) (string, error) {
	t.Helper()
	project, err := Open(path)
	if err != nil {
		return "", err
	}
	defer project.Close()
	if err := project.Damage(); err != nil {
		return "", err
	}
	if problems, err := project.Check(t.Context()); err != nil || len(problems) > 0 {
		return "", fmt.Errorf("%v %w", problems, err)
	}
	there := map[annotate.ID]bool{}
	var edits []annotate.ID
	if err := project.reader.Model(&editRow{}).Pluck("uid", &edits).Error; err != nil {
		return "", err
	}
	for _, edit := range edits {
		there[edit] = true
	}
	for edit := range p.edits {
		if !there[edit] {
			return fmt.Sprintf("an edit of %d is lost", len(p.edits)), nil
		}
	}
	if n, err := project.Count(t.Context(), Query{}); err != nil || n < p.articles {
		return fmt.Sprintf("%d articles of %d are there", n, p.articles), err
	}
	for _, name := range p.snapshots {
		if err := verifyAlone(t.Context(), filepath.Join(path+snapshotsSuffix, name)); err != nil {
			return fmt.Sprintf("a snapshot is lost: %v", err), nil
		}
	}
	return "", nil
}

// TestPowerCuts cuts the power while a process labels, imports and keeps
// snapshots: all that it said was saved is there. With the syncs left out the
// same test finds losses, or it would show nothing.
func TestPowerCuts(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(31, 37))
	for _, c := range []struct {
		synchronous string
		runs, cuts  int
		loses       bool
	}{
		{"", figure(2, 25), figure(40, 200), false},
		{"NORMAL", figure(0, 5), 100, true},
		{"OFF", figure(1, 5), figure(20, 100), true},
	} {
		if c.runs == 0 {
			continue
		}
		lost, broken, edits := 0, 0, 0
		for range c.runs {
			r := record(t, c.synchronous)
			l, b := r.cuts(t, random, c.cuts)
			lost, broken = lost+l, broken+b
			for _, call := range r.calls {
				if annotate.ID(strings.TrimSpace(string(call.data))).Check() == nil {
					edits++
				}
			}
		}
		if bad := lost+broken > 0; bad != c.loses {
			t.Errorf("synchronous %q: %d lost something, %d broke the file", c.synchronous, lost, broken)
		}
		l := line{what: "power cuts", tried: c.runs * c.cuts, acknowledged: edits, lost: lost, unnoticed: broken}
		if c.loses {
			l.what += ", control with synchronous " + c.synchronous
			l.remark = "must lose something"
		}
		enter(t, l)
	}
}
