package storage

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestSalvageKeepsHistory salvages a project with edits that cannot be read: all
// others are kept, with an edit that stands for those that are missing, and all
// of it can be undone.
func TestSalvageKeepsHistory(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, _ := begin(t, p, 0, author)
	s := newScribbler(t, session)
	for s.done < 40 {
		s.edit()
	}
	want, moves := s.layer(), len(mustPast(t, p, s.layer()))
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	for spoilt, kept := range map[string]int{
		"":                        moves,
		"1 = 0":                   moves, // nothing
		"seq=20":                  moves - 1 + 1,
		"seq IN (20, 21, 22, 23)": moves - 4 + 1,
		"seq=1":                   moves - 1 + 1,
		fmt.Sprint("seq=", moves): moves - 1 + 1,
	} {
		from, to := filepath.Join(t.TempDir(), "bad.gloss"), filepath.Join(t.TempDir(), "new.gloss")
		if err := copyFile(p.Path(), from); err != nil {
			t.Fatal(err)
		}
		if spoilt != "" {
			spoilEdits(t, from, spoilt)
		}
		rescue, err := Salvage(t.Context(), from, to)
		if err != nil {
			t.Fatalf("%s: %v", spoilt, err)
		}
		saved, err := Open(to)
		if err != nil {
			t.Fatal(err)
		}
		checkClean(t, saved)
		if spans := len(want.Spans()); rescue.Spans != spans {
			t.Errorf("%s: %d spans are counted, not %d", spoilt, rescue.Spans, spans)
		}
		got := mustPast(t, saved, want)
		if len(got) != kept {
			t.Errorf("%s: %d entries were kept, want %d: %v", spoilt, len(got), kept, rescue.Lost)
		}
		if damaged := strings.HasPrefix(spoilt, "seq"); damaged != (len(rescue.Lost) > 0) {
			t.Errorf("%s: lost are %v", spoilt, rescue.Lost)
		}
		again, work := begin(t, saved, 0, author)
		if !work.Layer.Equal(want) {
			t.Errorf("%s: the layer is another", spoilt)
		}
		for again.State().Undo != "" {
			if err := again.Undo(); err != nil {
				t.Fatalf("%s: %v", spoilt, err)
			}
		}
		if spans := again.State().Layer.Spans(); len(spans) > 0 {
			t.Errorf("%s: with everything undone there are %d spans", spoilt, len(spans))
		}
		if err := saved.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// spoilEdits changes some edits so that their hashes do not fit.
func spoilEdits(t *testing.T, path, which string) {
	t.Helper()
	db, err := connect(path, writing, writers)
	if err != nil {
		t.Fatal(err)
	}
	defer disconnect(db)
	if err := db.Exec("UPDATE edits SET name = name || '?' WHERE " + which).Error; err != nil {
		t.Fatal(err)
	}
}

// mustPast is the history of a layer.
func mustPast(t *testing.T, p *Project, of annotate.Layer) []annotate.Kept {
	t.Helper()
	work, err := p.Work(t.Context(), list(t, p, Query{})[0].ID, of.Author)
	if err != nil {
		t.Fatal(err)
	}
	return work.Past
}
