package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFolderOf(t *testing.T) {
	root := t.TempDir()
	for folder, want := range map[string]string{
		"work":                          "local ",
		"Dropbox/thesis":                "synchronised Dropbox",
		"Dropbox (Institute)/a/b":       "synchronised Dropbox",
		"OneDrive - University of Vell": "synchronised OneDrive",
		"Library/CloudStorage/GoogleDrive-ana@vell.example/My Drive": "synchronised Google Drive",
		"Library/Mobile Documents/com~apple~CloudDocs/news":          "synchronised iCloud",
		"Nextcloud/news": "synchronised Nextcloud",
		"boxes":          "local ",
	} {
		path := filepath.Join(root, folder, "news.gloss")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		got := FolderOf(path)
		if got.Kind.String()+" "+got.Service != want {
			t.Errorf("%s is %v %q, want %s", folder, got.Kind, got.Service, want)
		}
		if (got.Advice() != "") != (got.Kind != Local) || !strings.Contains(got.Advice(), got.Service) {
			t.Errorf("%s: the advice is %q", folder, got.Advice())
		}
	}
	for _, trace := range traces {
		top := filepath.Join(t.TempDir(), "shared")
		if err := os.MkdirAll(filepath.Join(top, trace.name), 0o755); err != nil {
			t.Fatal(err)
		}
		if got := FolderOf(filepath.Join(top, "deep", "in", "news.gloss")); got != (Folder{Synced, trace.service}) {
			t.Errorf("beside %s: %v", trace.name, got)
		}
	}
}

// openInNetwork opens a project as it is opened in a network folder.
func openInNetwork(t *testing.T, path string) *Project {
	t.Helper()
	taken, err := takeLock(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := open(path, taken, Folder{Network, "NFS"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// TestNetwork works on a project as in a network folder, where there is no
// shared memory: with a journal, and back with a log in a local folder.
func TestNetwork(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	author := person(t, p, "Ana")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	p = openInNetwork(t, p.Path())
	session, _ := begin(t, p, 0, author)
	tag(t, session, "place", "Café Élan")
	for name, want := range map[string]string{"journal_mode": "delete", "synchronous": "3"} {
		var got string
		if err := p.writer.Raw("PRAGMA " + name).Row().Scan(&got); err != nil || got != want {
			t.Errorf("%s is %s, want %s (%v)", name, got, want, err)
		}
	}
	for _, name := range names(t, filepath.Dir(p.Path())) {
		if strings.HasSuffix(name, "-wal") || strings.HasSuffix(name, "-shm") {
			t.Errorf("there is %s", name)
		}
	}
	snapshot(t, p)
	mustImport(t, p, ImportOptions{}, article("Other", "Another report."))
	checkClean(t, p)
	p = reopen(t, p)
	if _, work := begin(t, p, 0, author); !work.Layer.Equal(session.State().Layer) {
		t.Error("what was saved in the network is not there")
	}
	checkClean(t, p)
}

// TestNetworkKilled kills a process in the middle of a change that is kept with
// a journal: the change is taken back, for those who can write and for those who
// cannot.
func TestNetworkKilled(t *testing.T) {
	for _, readOnly := range []bool{false, true} {
		path := labelled(t)
		killed(t, "journal", path, 1)
		if !exists(path + "-journal") {
			t.Fatal("there is no journal")
		}
		if readOnly {
			if err := os.Chmod(path, 0o444); err != nil {
				t.Fatal(err)
			}
		}
		p, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		checkClean(t, p)
		if p.ReadOnly() != readOnly || len(list(t, p, Query{})) != 1 {
			t.Errorf("read-only %v, %d articles", p.ReadOnly(), len(list(t, p, Query{})))
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// changeForEver is in the middle of a large change that is kept with a journal,
// part of it in the file already, until it is killed.
func changeForEver(path string) error {
	db, err := connect(path, onNetwork(writing), writers)
	if err != nil {
		return err
	}
	tx := db.Begin()
	for _, statement := range []string{"PRAGMA cache_size=2", "PRAGMA cache_spill=1", "UPDATE edits SET name = 'Other'",
		"CREATE TABLE filler (text TEXT)", "INSERT INTO filler SELECT hex(randomblob(500000))"} {
		if err := tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	if sizeOf(path+"-journal") == 0 {
		return errors.New("nothing is in the journal yet")
	}
	return holdStill()
}
