package storage

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sector is what a disk writes whole or not at all, in bytes.
const sector = 512

// A disk is a model of what a computer's disk holds: what was synced for good,
// and what was written since, which a power cut may drop, keep or tear apart.
// Files are apart from their names, as in any Unix file system.
type disk struct {
	names   map[string]*inode // as programs see them
	synced  map[string]*inode // as they are for good
	renamed []nameChange      // not for good yet
}

// An inode is a file without its name; a folder when it has no data.
type inode struct {
	folder  bool
	seen    int64  // size as programs see it
	synced  []byte // for good
	pending []write
}

// A write puts data into a file or, without data, gives it a size.
type write struct {
	at   int64
	data []byte
}

// A nameChange gives a name to a file, or takes it away.
type nameChange struct {
	name string
	file *inode // nil: taken away
}

// newDisk is a disk that holds the files of a folder for good.
func newDisk(folder string) (*disk, error) {
	d := &disk{names: map[string]*inode{}, synced: map[string]*inode{}}
	err := filepath.Walk(folder, func(path string, info os.FileInfo, err error) error {
		if err != nil || passing(path) {
			return err
		}
		file := &inode{folder: info.IsDir()}
		if !file.folder {
			file.synced, err = os.ReadFile(path)
			file.seen = int64(len(file.synced))
		}
		d.names[path], d.synced[path] = file, file
		return err
	})
	return d, err
}

// passing are files that say nothing about a project once nobody has it open.
func passing(path string) bool {
	return strings.HasSuffix(path, "-shm") || strings.HasSuffix(path, ".lock")
}

func (d *disk) name(path string, file *inode) {
	if d.names[path] = file; file == nil {
		delete(d.names, path)
	}
	d.renamed = append(d.renamed, nameChange{path, file})
}

// do makes one system call.
func (d *disk) do(c call) error {
	file := d.names[c.path]
	switch c.name {
	case "open", "openat":
		if file == nil {
			d.name(c.path, &inode{})
		}
		return nil
	case "mkdir", "mkdirat":
		d.name(c.path, &inode{folder: true})
		return nil
	case "unlinkat", "unlink":
		d.name(c.path, nil)
		return nil
	case "renameat", "rename":
		d.name(c.path, nil)
		d.name(c.to, file)
		return nil
	}
	if file == nil {
		return fmt.Errorf("%s of %s, which nobody made", c.name, c.path)
	}
	switch c.name {
	case "pwrite64":
		file.pending = append(file.pending, write{c.at, c.data})
	case "ftruncate":
		file.pending = append(file.pending, write{at: c.at})
	case "fsync", "fdatasync":
		d.sync(c.path, file)
	default:
		return fmt.Errorf("the model of the disk knows no %s", c.name)
	}
	return nil
}

// sync makes what a file holds stay, or the names in a folder.
func (d *disk) sync(path string, file *inode) {
	if !file.folder {
		for _, w := range file.pending {
			file.synced = w.on(file.synced)
		}
		file.pending = nil
		return
	}
	d.renamed = slices.DeleteFunc(d.renamed, func(n nameChange) bool {
		if filepath.Dir(n.name) != path {
			return false
		}
		n.on(d.synced)
		return true
	})
}

func (n nameChange) on(names map[string]*inode) {
	if names[n.name] = n.file; n.file == nil {
		delete(names, n.name)
	}
}

// on is what a file holds after a write.
func (w write) on(data []byte) []byte {
	if w.data == nil {
		return append(data[:min(w.at, int64(len(data)))], make([]byte, max(0, w.at-int64(len(data))))...)
	}
	if grow := w.at + int64(len(w.data)) - int64(len(data)); grow > 0 {
		data = append(data, make([]byte, grow)...)
	}
	copy(data[w.at:], w.data)
	return data
}

// cut puts into a folder what a power cut leaves of another. How much of what
// was not synced is kept, and whether writes are torn, is left to chance.
func (d *disk) cut(random *rand.Rand, from, to string) error {
	chance := []float64{0, 0.5, 1}[random.IntN(3)]
	torn := random.IntN(2) == 0
	keep := func() bool { return random.Float64() < chance }
	names := maps.Clone(d.synced)
	for _, n := range d.renamed {
		if keep() {
			n.on(names)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(names)) {
		target := to + strings.TrimPrefix(path, from)
		file := names[path]
		if file.folder {
			if err := os.MkdirAll(target, 0o755); err != nil {
				return err
			}
			continue
		}
		if _, err := os.Stat(filepath.Dir(target)); err != nil {
			continue // its folder is gone
		}
		if err := os.WriteFile(target, file.after(keep, torn), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// after is what a cut leaves of a file.
func (i *inode) after(keep func() bool, torn bool) []byte {
	data := slices.Clone(i.synced)
	for _, w := range i.pending {
		switch {
		case torn && w.data != nil:
			for at := 0; at < len(w.data); at += sector {
				if keep() {
					data = write{w.at + int64(at), w.data[at:min(at+sector, len(w.data))]}.on(data)
				}
			}
		case keep():
			data = w.on(data)
		}
	}
	return data
}
