package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A Folder is what is known of where a project lies, as far as its safety
// depends on it.
type Folder struct {
	Kind    FolderKind
	Service string // who synchronises it, or how it is reached: "Dropbox", "NFS"; empty in a local folder
}

// A FolderKind says who else writes in a folder.
type FolderKind int

// The kinds of folders. In a network folder SQLite's log does not work, so a
// project there is kept with a journal instead: as safe, but while something is
// exported nothing can be saved.
const (
	Local   FolderKind = iota
	Synced             // a cloud service copies what changes in it
	Network            // it is on another computer, or reached as if it were
)

// String is the kind in a word.
func (k FolderKind) String() string {
	switch k {
	case Synced:
		return "synchronised"
	case Network:
		return "network"
	}
	return "local"
}

// FolderOf tells what kind of folder a project file lies in, or would: by the
// file system and by the names and files that services are known by. The file
// need not be there. What cannot be told is local.
func FolderOf(project string) Folder {
	folder, err := filepath.Abs(filepath.Dir(project))
	if err != nil {
		return Folder{}
	}
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	if service := syncedBy(folder); service != "" {
		return Folder{Synced, service}
	}
	if system := networkOf(folder); system != "" {
		return Folder{Network, system}
	}
	return Folder{}
}

// Advice is what people should know who keep a project in the folder, in a
// sentence or two; empty if there is nothing to say.
func (f Folder) Advice() string {
	switch f.Kind {
	case Synced:
		return fmt.Sprintf("This project lies in a folder that %s synchronises. Open it on one computer at a time, and close it and wait for %[1]s before you open it on another; otherwise edits may end up in two files. A folder that is not synchronised is safer.", f.Service)
	case Network:
		return fmt.Sprintf("This project lies in a network folder (%s). Saving is slower there, waits while something is exported, and is as safe as the network's file locks are. A folder on this computer is safer and faster.", f.Service)
	}
	return ""
}

// services are folders that a cloud service synchronises, by the beginnings of
// their names in lower case.
var services = []struct{ prefix, service string }{
	{"dropbox", "Dropbox"},
	{"onedrive", "OneDrive"},
	{"google drive", "Google Drive"}, {"googledrive", "Google Drive"}, {"my drive", "Google Drive"},
	{"icloud drive", "iCloud"}, {"iclouddrive", "iCloud"}, {"com~apple~clouddocs", "iCloud"},
	{"nextcloud", "Nextcloud"}, {"owncloud", "ownCloud"},
	{"box sync", "Box"}, {"box-box", "Box"},
	{"pcloud", "pCloud"}, {"proton drive", "Proton Drive"}, {"seafile", "Seafile"}, {"megasync", "MEGA"},
}

// traces are files and folders that a service leaves at the top of what it
// synchronises.
var traces = []struct{ name, service string }{
	{".dropbox", "Dropbox"}, {".dropbox.cache", "Dropbox"},
	{".stfolder", "Syncthing"},
	{".nextcloudsync.log", "Nextcloud"}, {".owncloudsync.log", "ownCloud"},
	{".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"},
	{".tmp.drivedownload", "Google Drive"},
}

// syncedBy is the service that synchronises a folder, by its own name or that
// of one it lies in, or by what the service left there; empty if there is none.
func syncedBy(folder string) string {
	home, _ := os.UserHomeDir()
	for ; ; folder = filepath.Dir(folder) {
		name := strings.ToLower(filepath.Base(folder))
		for _, s := range services {
			if strings.HasPrefix(name, s.prefix) {
				return s.service
			}
		}
		// In the home folder Dropbox keeps its settings under the same name.
		for _, t := range traces {
			if _, err := os.Lstat(filepath.Join(folder, t.name)); err == nil && folder != home {
				return t.service
			}
		}
		if folder == filepath.Dir(folder) {
			return ""
		}
	}
}
