package storage

import (
	"bufio"
	"os"
	"strings"
)

// networkOf names the file system of a folder if it is a network's; empty if
// it is another or cannot be told.
func networkOf(folder string) string {
	file, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return ""
	}
	defer file.Close()
	best, system := "", ""
	for lines := bufio.NewScanner(file); lines.Scan(); {
		at, kind := mounted(lines.Text())
		if len(at) >= len(best) && under(folder, at) {
			best, system = at, kind
		}
	}
	return networkSystem(system)
}

// mounted is where a line of mountinfo says that something is mounted, and what
// kind of file system it is.
func mounted(line string) (at, kind string) {
	before, after, _ := strings.Cut(line, " - ")
	fields := strings.Fields(before)
	if len(fields) < 5 {
		return "", ""
	}
	kind, _, _ = strings.Cut(after, " ")
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(fields[4]), kind
}

// under reports whether a folder is another or in it.
func under(folder, other string) bool {
	return other == "/" || folder == other || strings.HasPrefix(folder, other+"/")
}

// networkSystem is the name for people of a network's file system; empty if it
// is none.
func networkSystem(kind string) string {
	switch kind {
	case "nfs", "nfs4":
		return "NFS"
	case "cifs", "smb", "smb2", "smb3", "smbfs":
		return "SMB"
	case "9p", "afs", "ceph", "coda", "gfs2", "glusterfs", "lustre", "ncpfs", "ocfs2", "vboxsf", "vmhgfs", "prl_fs", "fuse.vmhgfs-fuse":
		return kind
	}
	// Most of what runs as FUSE is reached over a network; these are disks.
	if name, fuse := strings.CutPrefix(kind, "fuse."); fuse {
		switch name {
		case "ntfs-3g", "ntfs", "exfat", "veracrypt", "gocryptfs", "encfs", "cryfs", "bindfs", "mergerfs", "fuse-overlayfs", "lxcfs", "unionfs":
			return ""
		}
		return name
	}
	return ""
}
