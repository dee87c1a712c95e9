package storage

import (
	"os/exec"
	"testing"
)

// asOrdinaryUser leaves a process as it is: Windows users are ordinary, and
// write protection of a folder does not keep them from writing in it.
func asOrdinaryUser(t *testing.T, cmd *exec.Cmd, home string) {
	t.Skip("Windows has no folders that their owner cannot write")
}
