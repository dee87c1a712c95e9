package storage

import "golang.org/x/sys/unix"

// networkOf names the file system of a folder if it is a network's; empty if
// it is another or cannot be told.
func networkOf(folder string) string {
	var system unix.Statfs_t
	if unix.Statfs(folder, &system) != nil || system.Flags&unix.MNT_LOCAL != 0 {
		return ""
	}
	return unix.ByteSliceToString(system.Fstypename[:])
}
