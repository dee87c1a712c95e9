package storage

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// TestFaults makes system calls fail while a process labels: what it said was
// saved is there, and no file is broken. It needs strace.
func TestFaults(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil || exec.CommandContext(t.Context(), strace, "-o", os.DevNull, "true").Run() != nil {
		t.Skip("there is no strace, or it may not trace")
	}
	faults := []string{"pwrite64:error=EIO", "pwrite64:error=ENOSPC", "fsync,fdatasync:error=EIO", "ftruncate:error=EIO", "pread64:error=EIO", "openat:error=EMFILE", "unlink,unlinkat:error=EIO"}
	random := rand.New(rand.NewPCG(21, 23))
	runs, hit, acknowledged := figure(14, 700), 0, 0
	for n := range runs {
		p := newProject(t)
		mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
		author := person(t, p, "Ana")
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		fault := faults[n%len(faults)] + fmt.Sprintf(":when=%d", 1+random.IntN(200))
		if random.IntN(2) == 0 {
			fault += "+"
		}
		said := map[annotate.ID]bool{}
		for _, id := range labelWithFault(t, strace, fault, p.Path()) {
			said[id] = true
		}
		compareKilled(t, p.Path(), author, said)
		acknowledged += len(said)
		if len(said) < enough {
			hit++
		}
	}
	if hit == 0 {
		t.Error("no fault was felt")
	}
	t.Logf("%d runs with faults, %d of them ended by one, %d edits acknowledged, none lost", runs, hit, acknowledged)
}

// enough is how many edits a run makes that no fault ends.
const enough = 60

// labelWithFault labels for a while under strace and tells what was said to be
// saved.
func labelWithFault(t *testing.T, strace, fault, path string) []annotate.ID {
	t.Helper()
	labelling := child(t, "label", path)
	calls, _, _ := strings.Cut(fault, ":")
	labelling.Args = append([]string{strace, "-f", "-qq", "-o", os.DevNull, "-e", "trace=" + calls, "-e", "inject=" + fault, labelling.Path}, labelling.Args[1:]...)
	labelling.Path = strace
	labelling.Stderr = nil
	labelling.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := labelling.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := labelling.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { syscall.Kill(-labelling.Process.Pid, syscall.SIGKILL) }
	defer kill()
	stop := time.AfterFunc(1500*time.Millisecond, kill)
	defer stop.Stop()
	var said []annotate.ID
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if annotate.ID(lines.Text()).Check() == nil {
			said = append(said, annotate.ID(lines.Text()))
		}
		if len(said) == enough {
			kill()
		}
	}
	_ = labelling.Wait()
	return said
}
