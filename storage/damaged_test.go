package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestDamagedCopies damages copies of a labelled project at random: each is
// unharmed, or its damage is named.
func TestDamagedCopies(t *testing.T) {
	t.Parallel()
	copies := figure(150, 3000)
	p := newProject(t)
	if _, err := p.Import(t.Context(), numbered(0, 60), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	session, _ := begin(t, p, 0, person(t, p, "Ana"))
	s := newScribbler(t, session)
	for range 60 {
		s.edit()
	}
	want := exported(t, p, Choice{})
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(13, 17))
	counts, folder := map[string]int{}, inMemory(t)
	for n := range copies {
		data := append([]byte(nil), whole...)
		kind := spoil(random, &data)
		path := filepath.Join(folder, "copy.gloss")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		outcome := openSpoilt(t, path, want)
		counts[kind+" "+outcome]++
		if outcome == "unnoticed" {
			t.Errorf("copy %d (%s): what it holds has changed, and nothing was said", n, kind)
		}
		os.Remove(path)
	}
	for _, kind := range spoilings {
		refused, named, unharmed, unnoticed := counts[kind+" refused"], counts[kind+" named"], counts[kind+" unharmed"], counts[kind+" unnoticed"]
		enter(t, line{what: "damaged copies: " + kind, tried: refused + named + unharmed + unnoticed, unnoticed: unnoticed,
			remark: fmt.Sprintf("%d refused, %d damage named, %d unharmed", refused, named, unharmed)})
	}
}

var spoilings = []string{"flipped bits", "cut", "zeroed page", "random page", "header"}

// spoil damages the bytes of a file and tells how.
func spoil(random *rand.Rand, data *[]byte) string {
	d := *data
	page := random.IntN(len(d)/4096) * 4096
	kind := spoilings[random.IntN(len(spoilings))]
	switch kind {
	case "flipped bits":
		for range 1 + random.IntN(4) {
			d[random.IntN(len(d))] ^= 1 << random.IntN(8)
		}
	case "cut":
		*data = d[:random.IntN(len(d))]
	case "zeroed page":
		clear(d[page : page+4096])
	case "random page":
		for i := range 4096 {
			d[page+i] = byte(random.Uint32())
		}
	case "header":
		d[random.IntN(100)] = byte(random.Uint32())
	}
	return kind
}

// openSpoilt opens a file that was damaged, and tells what came of it.
func openSpoilt(t *testing.T, path string, want []annotate.Document) string {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		if !strings.Contains(err.Error(), path) {
			t.Errorf("the error does not name the file: %v", err)
		}
		return "refused"
	}
	defer p.Close()
	if problems, err := p.Check(t.Context()); p.Damage() != nil || err != nil || len(problems) > 0 {
		return "named"
	}
	var got []annotate.Document
	for doc, err := range p.Documents(t.Context(), Choice{}) {
		if err != nil {
			return "named"
		}
		got = append(got, doc)
	}
	if sameDocuments(got, want) {
		return "unharmed"
	}
	return "unnoticed"
}

// TestDamagedLog damages the log of a project that was killed: where edits are
// gone, the mark outside of the file tells.
func TestDamagedLog(t *testing.T) {
	folder := t.TempDir()
	t.Setenv(marksVariable, folder)
	lost, all := 0, figure(10, 300)
	for range all {
		path := labelled(t)
		said := labelThenKill(t, path)
		log := path + "-wal"
		data, err := os.ReadFile(log)
		if err != nil || len(data) == 0 {
			continue
		}
		data[rand.IntN(len(data))] ^= 1 << rand.IntN(8)
		if err := os.WriteFile(log, data, 0o644); err != nil {
			t.Fatal(err)
		}
		p, err := Open(path)
		if err != nil {
			continue // refused is noticed
		}
		p.Remember(folder)
		_, work := begin(t, p, 0, person(t, p, "Ana"))
		if len(work.Past) < len(said)+1 {
			if lost++; !errors.Is(p.Missing(), ErrMissing) {
				t.Errorf("%d of %d edits are gone, and nothing was said", len(said)+1-len(work.Past), len(said)+1)
			}
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	enter(t, line{what: "damaged logs", tried: all, remark: fmt.Sprintf("%d of them without some edits, all noticed", lost)})
}
