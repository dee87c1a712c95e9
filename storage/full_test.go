package storage

import (
	"errors"
	"fmt"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// limit sets how many pages the file may have at most: SQLite then answers as
// it does when the disk is full. It tells how many there are.
func limit(t *testing.T, p *Project, pages int) int {
	t.Helper()
	var now int
	if err := p.writer.Raw("PRAGMA page_count").Row().Scan(&now); err != nil {
		t.Fatal(err)
	}
	if err := p.writer.Exec(fmt.Sprintf("PRAGMA max_page_count=%d", max(pages, now))).Error; err != nil {
		t.Fatal(err)
	}
	return now
}

// TestFull labels until the file can grow no more: the edit that does not fit
// changes nothing, and goes through once there is room.
func TestFull(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	session, _ := begin(t, p, 0, author)
	limit(t, p, 0)
	full := error(nil)
	for full == nil {
		session.Select(annotate.Range{Start: 0, End: 2})
		if full = session.Tag("actor"); full == nil {
			full = session.Untag()
		}
	}
	if !errors.Is(full, ErrFull) {
		t.Errorf("the error is %v", full)
	}
	before := session.State().Layer
	if _, err := p.Import(t.Context(), reports(100), ImportOptions{}); !errors.Is(err, ErrFull) {
		t.Errorf("importing says %v", err)
	}
	if _, work := begin(t, p, 0, author); !work.Layer.Equal(before) {
		t.Errorf("the file has %v, the session %v", work.Layer, before)
	}
	checkClean(t, p)
	limit(t, p, 1_000_000)
	tag(t, session, "place", "Café Élan")
	p = reopen(t, p)
	if _, work := begin(t, p, 0, author); !work.Layer.Equal(session.State().Layer) {
		t.Error("what was saved after making room is not there")
	}
	checkClean(t, p)
}
