package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func snapshot(t *testing.T, p *Project) Snapshot {
	t.Helper()
	s, err := p.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSnapshotAndRestore(t *testing.T) {
	p, ana, _ := newsroom(t)
	s := snapshot(t, p)
	before := exported(t, p, Choice{})
	session, _ := begin(t, p, 1, ana)
	tag(t, session, "place", "Vell")
	mustImport(t, p, ImportOptions{}, article("Later", "A later report."))
	preview, err := p.Preview(t.Context(), s.Path)
	if err != nil {
		t.Fatal(err)
	}
	if preview.Now != (Figures{6, 5, 5, 0, 7}) || preview.Then != (Figures{5, 4, 4, 0, 6}) {
		t.Errorf("now %+v, then %+v", preview.Now, preview.Then)
	}
	if got := fmt.Sprint(preview.Changed, preview.More); got != "[{Fire Ana 1 0}] 0" {
		t.Errorf("restoring would change %s", got)
	}
	if _, err := Restore(t.Context(), p.Path(), s.Path); !errors.Is(err, ErrInUse) {
		t.Errorf("restoring an open project: %v", err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	aside, err := Restore(t.Context(), p.Path(), s.Path)
	if err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	checkClean(t, p)
	if after := exported(t, p, Choice{}); !sameDocuments(before, after) {
		t.Error("what was restored is not what there was")
	}
	old, err := Open(aside)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	if got := len(list(t, old, Query{})); got != 6 {
		t.Errorf("what was kept aside has %d articles", got)
	}
}

// TestRestoreAfterCrash restores a project whose last edits are in its log: the
// log goes aside with it.
func TestRestoreAfterCrash(t *testing.T) {
	path := labelled(t)
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	s := snapshot(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	said := labelThenKill(t, path)
	aside, err := Restore(t.Context(), path, s.Path)
	if err != nil {
		t.Fatal(err)
	}
	for file, atLeast := range map[string]int{path: 1, aside: len(said) + 1} {
		p, err := Open(file)
		if err != nil {
			t.Fatal(err)
		}
		_, work := begin(t, p, 0, person(t, p, "Ana"))
		if n := len(work.Past); n < atLeast || file == path && n != 1 {
			t.Errorf("%s has %d edits", file, n)
		}
		checkClean(t, p)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSnapshotIfChanged(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	if _, kept, err := p.SnapshotIfChanged(t.Context()); kept || err != nil {
		t.Errorf("without an edit: %v, %v", kept, err)
	}
	session, _ := begin(t, p, 0, person(t, p, "Ana"))
	tag(t, session, "place", "Café Élan")
	if s, kept, err := p.SnapshotIfChanged(t.Context()); !kept || err != nil || s.Last != 1 || s.Size == 0 {
		t.Errorf("after an edit: %+v, %v, %v", s, kept, err)
	}
	if _, kept, err := p.SnapshotIfChanged(t.Context()); kept || err != nil {
		t.Errorf("without another edit: %v, %v", kept, err)
	}
	tag(t, session, "place", "Варта")
	mustImport(t, p, ImportOptions{}, article("Later", "A later report."))
	all, err := p.Snapshots()
	if err != nil || len(all) != 2 || all[0].Last != 2 || all[1].Last != 1 {
		t.Errorf("after an import there are %+v, %v", all, err)
	}
}

func TestStoppedSnapshot(t *testing.T) {
	p, _, _ := newsroom(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := p.Snapshot(ctx); err == nil {
		t.Error("a stopped snapshot was kept")
	}
	folder := p.Path() + snapshotsSuffix
	left := filepath.Join(folder, "half"+Extension+unfinishedSuffix)
	for _, name := range []string{left, left + "-journal"} {
		if err := os.WriteFile(name, []byte("half"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := snapshot(t, p)
	if got := names(t, folder); !slices.Equal(got, []string{filepath.Base(s.Path)}) {
		t.Errorf("the folder holds %v", got)
	}
}

// TestDamagedSnapshot restores what is no whole snapshot: nothing changes.
func TestDamagedSnapshot(t *testing.T) {
	p, _, _ := newsroom(t)
	s := snapshot(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(s.Path)
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Replace(whole, []byte("Vell rose 50%"), []byte("Vell rose 51%"), 1)
	for name, data := range map[string][]byte{"flipped bit": flipped, "cut": whole[:len(whole)/2], "text": []byte("a text"), "nothing": nil,
		"zeroed": slices.Concat(whole[:8192], make([]byte, 4096), whole[3*4096:])} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if aside, err := Restore(t.Context(), p.Path(), path); err == nil || aside != "" {
			t.Errorf("%s: a damaged snapshot was restored", name)
		}
	}
	if after, _ := os.ReadFile(p.Path()); string(after) != string(before) {
		t.Error("the project has changed")
	}
	if got := names(t, filepath.Dir(p.Path())); len(got) != 2 {
		t.Errorf("the folder holds %v", got)
	}
}

// TestThinning keeps a snapshot every hour for a year, thinning as it goes.
func TestThinning(t *testing.T) {
	var kept []Snapshot
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	now := start
	for hour := range 365 * 24 {
		now = start.Add(time.Duration(hour) * time.Hour)
		kept = slices.Insert(kept, 0, Snapshot{At: now, Last: int64(hour), Size: 1})
		for _, gone := range surplus(kept, now, 1000) {
			kept = slices.DeleteFunc(kept, func(s Snapshot) bool { return s == gone })
		}
	}
	var ages [4]int
	for _, s := range kept {
		switch age := now.Sub(s.At); {
		case age <= keepAll:
			ages[0]++
		case age <= keepDaily:
			ages[1]++
		case age <= keepWeekly:
			ages[2]++
		default:
			ages[3]++
		}
	}
	if ages[0] != 49 || ages[1] < 12 || ages[1] > 13 || ages[2] < 7 || ages[2] > 9 || ages[3] < 9 || ages[3] > 11 {
		t.Errorf("of two days, days, weeks and months there are %v", ages)
	}
	if few := len(kept) - len(surplus(kept, now, 20)); few != 20 {
		t.Errorf("in a room for 20 there are %d", few)
	}
	if few := len(kept) - len(surplus(kept, now, 0)); few != keepAtLeast {
		t.Errorf("without room there are %d", few)
	}
}

func TestSnapshotNames(t *testing.T) {
	for name, want := range map[string]string{
		"2026-11-03T12-31-46Z-1234.gloss": "2026-11-03 12:31:46 +0000 UTC 1234", "2026-11-03T12-31-46Z.gloss": "", "notes.txt": "",
		"2026-13-03T12-31-46Z-1.gloss": "", "2026-11-03T12-31-46Z-x.gloss": "",
	} {
		s, ok := readSnapshotName(name)
		if got := strings.TrimSpace(fmt.Sprint(s.At, s.Last)); ok != (want != "") || ok && got != strings.ReplaceAll(want, "UTC ", "UTC ") {
			t.Errorf("%s: %s, %v", name, got, ok)
		}
	}
	if all, err := Snapshots(filepath.Join(t.TempDir(), "none")); err != nil || len(all) != 0 {
		t.Error(all, err)
	}
}
