package dataset

import "golang.org/x/sys/unix"

// exchange swaps two folders at one stroke. It fails where the file system
// cannot.
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}
