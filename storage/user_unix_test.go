//go:build unix

package storage

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// nobody is a user without rights of its own.
const nobody = 65534

// asOrdinaryUser makes a process run as someone who has to respect the rights
// of files, with home for what it writes.
func asOrdinaryUser(t *testing.T, cmd *exec.Cmd, home string) {
	t.Helper()
	cmd.Env = append(cmd.Env, "TMPDIR="+home)
	if os.Getuid() != 0 {
		return
	}
	program := filepath.Join(home, "program")
	copyProgram(t, program)
	cmd.Path = program
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	if err := os.Chown(home, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	for folder := home; folder != filepath.Dir(os.TempDir()); folder = filepath.Dir(folder) {
		openToAll(t, folder)
	}
	for folder := filepath.Dir(cmd.Args[1]); folder != filepath.Dir(os.TempDir()); folder = filepath.Dir(folder) {
		openToAll(t, folder)
	}
}

// openToAll lets everybody look into a folder.
func openToAll(t *testing.T, folder string) {
	t.Helper()
	info, err := os.Stat(folder)
	if err != nil {
		t.Fatal(err)
	}
	if mode := info.Mode().Perm(); mode&0o005 != 0o005 {
		if err := os.Chmod(folder, info.Mode()|0o055); err != nil {
			t.Fatal(err)
		}
	}
}
