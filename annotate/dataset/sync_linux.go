package dataset

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncAll waits until all files in a folder, however deep, are on the disk: one
// call for the file system, since one for each of a hundred thousand files takes
// minutes.
func syncAll(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(unix.Syncfs(int(f.Fd())), f.Close())
}
