package storage

import (
	"os"
	"sync/atomic"

	"gorm.io/gorm"
)

// A progress is how far a copy has come. It may be asked while the copy is made;
// nil is one that nobody asks.
type progress struct {
	file    atomic.Pointer[string] // what grows; nil: nothing
	whole   atomic.Int64           // how many bytes it is going to have, about
	checked atomic.Int64           // the part of its tables that was checked, in thousandths
}

// copyShare is the part of a copy's time that is not spent on checking it.
const copyShare = 0.6

// begin says that a file grows which is going to be a copy of a database.
func (p *progress) begin(db *gorm.DB, file string) {
	if p == nil {
		return
	}
	var whole int64
	_ = db.Raw("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&whole)
	p.whole.Store(whole)
	p.checked.Store(0)
	p.file.Store(&file)
}

// tables says how many tables were checked.
func (p *progress) tables(n, of int) {
	if p != nil {
		p.checked.Store(int64(1000 * n / of))
	}
}

// end says that nothing grows any more.
func (p *progress) end() {
	if p != nil {
		p.file.Store(nil)
	}
}

// done is the part that is done, from 0 to 1.
func (p *progress) done() float64 {
	file := p.file.Load()
	if file == nil {
		return 0
	}
	if checked := p.checked.Load(); checked > 0 {
		return copyShare + (1-copyShare)*float64(checked)/1000
	}
	info, err := os.Stat(*file)
	if err != nil {
		return 0
	}
	return copyShare * min(1, float64(info.Size())/float64(max(p.whole.Load(), 1)))
}

// SnapshotDone is how much of the snapshot that is being kept is done, from 0 to
// 1, roughly; 0 when none is being kept.
func (p *Project) SnapshotDone() float64 { return p.snapshotting.done() }
