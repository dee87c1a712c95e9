package storage

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// grown is a project too large to be looked over whole each time, closed.
func grown(t *testing.T) *Project {
	t.Helper()
	p := newProject(t)
	long := strings.Repeat("The river rose again. ", 400)
	for n := range 40 {
		var docs []annotate.Document
		for i := range 20 {
			docs = append(docs, article(fmt.Sprintf("Report %d", 20*n+i), fmt.Sprintf("%d. %s", 20*n+i, long)))
		}
		mustImport(t, p, ImportOptions{}, docs...)
	}
	if size := sizeOf(p.Path()) + sizeOf(p.Path()+"-wal"); size <= lookOverAlways {
		t.Fatalf("the project has only %d bytes", size)
	}
	return p
}

// TestEachTableIsChecked damages one page after the other of a snapshot that is
// checked table by table: those of the search's index may pass, which hold
// nothing of their own, and no other.
func TestEachTableIsChecked(t *testing.T) {
	p := grown(t)
	s := snapshot(t, p)
	owners := pageOwners(t, s.Path)
	whole, err := os.ReadFile(s.Path)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for number, owner := range owners {
		if seen[owner] {
			continue
		}
		seen[owner] = true
		copy := t.TempDir() + "/copy.gloss"
		damaged := append([]byte(nil), whole...)
		clear(damaged[(number-1)*4096 : number*4096])
		if err := os.WriteFile(copy, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := verifyAlone(t.Context(), copy); err == nil {
			t.Errorf("page %d, of %s, was emptied unnoticed", number, owner)
		} else if !errors.Is(err, ErrDamaged) && !errors.Is(explain(copy, err), ErrDamaged) {
			t.Errorf("page %d, of %s: %v", number, owner, err)
		}
	}
	for _, owner := range []string{"articles", "meta", "article_words_data"} {
		if !seen[owner] {
			t.Errorf("no page of %s was tried, only of %v", owner, seen)
		}
	}
}

// pageOwners tells which table or index the pages of a file belong to.
func pageOwners(t *testing.T, path string) map[int]string {
	t.Helper()
	db, err := peek(path)
	if err != nil {
		t.Fatal(err)
	}
	defer disconnect(db)
	var rows []struct {
		Name   string
		Pageno int
	}
	if err := db.Raw("SELECT name, pageno FROM dbstat WHERE pageno > 1").Scan(&rows).Error; err != nil {
		t.Fatal(err)
	}
	owners := map[int]string{}
	for _, r := range rows {
		owners[r.Pageno] = r.Name
	}
	return owners
}

// TestProgressOfASnapshot: a snapshot tells how far it is, and when there is
// none it is nowhere.
func TestProgressOfASnapshot(t *testing.T) {
	p := newProject(t)
	if got := p.SnapshotDone(); got != 0 {
		t.Errorf("before: %v", got)
	}
	file := t.TempDir() + "/growing"
	if err := os.WriteFile(file, make([]byte, 4096), 0o600); err != nil {
		t.Fatal(err)
	}
	p.snapshotting.begin(p.reader, file)
	growing := p.SnapshotDone()
	p.snapshotting.tables(1, 4)
	checking := p.SnapshotDone()
	p.snapshotting.tables(4, 4)
	if all := p.SnapshotDone(); !(0 < growing && growing < checking && checking < all && all == 1) {
		t.Errorf("it is %v, then %v, then %v", growing, checking, all)
	}
	snapshot(t, p)
	if got := p.SnapshotDone(); got != 0 {
		t.Errorf("afterwards: %v", got)
	}
}
