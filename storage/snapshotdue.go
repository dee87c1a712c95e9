package storage

import "context"

// SnapshotDue reports whether [Project.SnapshotIfChanged] would keep a
// snapshot. It takes no time.
func (p *Project) SnapshotDue(ctx context.Context) (bool, error) {
	return p.changedSinceSnapshot(ctx)
}
