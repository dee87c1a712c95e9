package storage

import (
	"fmt"
	"os"
	"time"
)

// What is kept of a project's snapshots: all of two days, then the last of each
// day, week and month for a time, as long as there is room.
const (
	keepAll     = 48 * time.Hour
	keepDaily   = 14 * 24 * time.Hour
	keepWeekly  = 10 * 7 * 24 * time.Hour
	keepAtLeast = 3       // however large they are
	keepBytes   = 4 << 30 // together
)

// thin takes away the snapshots that are not to be kept.
func (p *Project) thin(now time.Time) error {
	all, err := p.Snapshots()
	if err != nil {
		return err
	}
	for _, s := range surplus(all, now, keepBytes) {
		if err := os.Remove(s.Path); err != nil {
			return fail(err, "the old snapshot %s cannot be removed (%v): remove it by hand", s.Path, err)
		}
	}
	return nil
}

// surplus are those of some snapshots, the newest first, that are not to be
// kept.
func surplus(all []Snapshot, now time.Time, room int64) []Snapshot {
	var gone []Snapshot
	kept, size := 0, int64(0)
	seen := map[string]bool{}
	for _, s := range all {
		period := s.period(now)
		size += s.Size
		if kept >= keepAtLeast && (period != "" && seen[period] || size > room) {
			gone = append(gone, s)
			size -= s.Size
			continue
		}
		seen[period] = true
		kept++
	}
	return gone
}

// period names the day, week or month of which one snapshot is kept; empty: all
// are.
func (s Snapshot) period(now time.Time) string {
	age := now.Sub(s.At)
	switch {
	case age <= keepAll:
		return ""
	case age <= keepDaily:
		return s.At.Format(time.DateOnly)
	case age <= keepWeekly:
		year, week := s.At.ISOWeek()
		return fmt.Sprintf("%d week %d", year, week)
	}
	return s.At.Format("2006-01")
}
