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

// TestEachTableIsChecked damages a page of each kind that each table and index
// has in a snapshot that is checked table by table: those of the search's index
// may pass, which hold nothing of their own, and no other.
func TestEachTableIsChecked(t *testing.T) {
	p := grown(t)
	s := snapshot(t, p)
	whole, err := os.ReadFile(s.Path)
	if err != nil {
		t.Fatal(err)
	}
	tried := map[[2]string]bool{}
	for _, page := range pagesOf(t, s.Path) {
		kind := [2]string{page.Name, page.Pagetype}
		if tried[kind] {
			continue
		}
		tried[kind] = true
		copy := t.TempDir() + "/copy.gloss"
		damaged := append([]byte(nil), whole...)
		clear(damaged[(page.Pageno-1)*4096 : page.Pageno*4096])
		if err := os.WriteFile(copy, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := verifyAlone(t.Context(), copy); err == nil {
			t.Errorf("page %d, %s of %s, was emptied unnoticed", page.Pageno, page.Pagetype, page.Name)
		} else if !errors.Is(err, ErrDamaged) && !errors.Is(explain(copy, err), ErrDamaged) {
			t.Errorf("page %d, %s of %s: %v", page.Pageno, page.Pagetype, page.Name, err)
		}
	}
	for _, kind := range [][2]string{{"articles", "internal"}, {"articles", "leaf"}, {"articles", "overflow"}, {"meta", "leaf"}, {"article_words_data", "leaf"}} {
		if !tried[kind] {
			t.Errorf("no page of %v was tried, only of %v", kind, tried)
		}
	}
}

// An ownedPage is a page of a file, counted from 1.
type ownedPage struct {
	Name     string // of the table or index that it belongs to
	Pagetype string // internal, leaf or overflow
	Pageno   int
}

// pagesOf lists the pages of a file but its first, in their order.
func pagesOf(t *testing.T, path string) []ownedPage {
	t.Helper()
	db, err := peek(path)
	if err != nil {
		t.Fatal(err)
	}
	defer disconnect(db)
	var pages []ownedPage
	if err := db.Raw("SELECT name, pagetype, pageno FROM dbstat WHERE pageno > 1 ORDER BY pageno").Scan(&pages).Error; err != nil {
		t.Fatal(err)
	}
	return pages
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
