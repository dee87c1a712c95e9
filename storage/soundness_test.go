package storage

import (
	"fmt"
	"testing"
	"time"
)

// TestCheckDue checks a project after a week, and not again before another.
func TestCheckDue(t *testing.T) {
	p := newProject(t)
	due := func() bool {
		t.Helper()
		due, err := p.CheckDue(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return due
	}
	if due() {
		t.Error("a new project is to be checked")
	}
	for _, key := range []string{createdKey, checkedKey} {
		long := fmt.Sprint(time.Now().Add(-CheckEvery - time.Minute).UnixMilli())
		if err := p.writer.Exec("UPDATE meta SET value = ? WHERE key = ?", long, key).Error; err != nil {
			t.Fatal(err)
		}
		if !due() {
			t.Error("after a week it is not to be checked")
		}
		checkClean(t, p)
		if due() {
			t.Error("it is to be checked again at once")
		}
	}
	if err := p.writer.Exec("UPDATE totals SET articles = 5").Error; err != nil {
		t.Fatal(err)
	}
	before, err := p.Checked(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := p.Check(t.Context()); err != nil || len(problems) == 0 {
		t.Fatal(problems, err)
	}
	if after, err := p.Checked(t.Context()); err != nil || !after.Equal(before) {
		t.Errorf("a project that is not sound was noted as such (%v)", err)
	}
}
