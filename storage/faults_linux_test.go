package storage

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

func init() { children["stubborn"] = labelInSpite }

// limitVariable is, in the environment, how large a file may become, in bytes:
// of what is written across it only a part is.
const limitVariable = "GLOSSATOR_STORAGE_LIMIT"

// attempts is how many edits a run with a fault tries.
const attempts = 60

// patience is how long a run with a fault may take before it is killed.
const patience = 3 * time.Second

// A teller says of each entry whether it was saved.
type teller struct {
	annotate.Saver
	tried int
}

func (s *teller) Save(entry annotate.Entry) error {
	s.tried++
	err := s.Saver.Save(entry)
	switch {
	case err == nil:
		fmt.Println("saved", entry.ID)
	case errors.Is(err, ErrFull):
		fmt.Println("full", entry.ID)
	default:
		fmt.Println("refused", entry.ID)
	}
	return err
}

// labelInSpite tries edits, as people do, whatever came of the last.
func labelInSpite(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	var told *teller
	s, err := takeUp(p, func(s annotate.Saver) annotate.Saver { told = &teller{Saver: s}; return told })
	if err != nil {
		return err
	}
	if err := limitFiles(); err != nil {
		return err
	}
	for told.tried < attempts {
		_ = s.oneOf() // it was told
	}
	return p.Close()
}

// limitFiles limits how large files may become, if that is asked for.
func limitFiles() error {
	var most uint64
	if _, err := fmt.Sscan(os.Getenv(limitVariable), &most); err != nil {
		return nil
	}
	signal.Ignore(syscall.SIGXFSZ)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: most})
}

// faults are system calls and how they fail. Without an error, files may not
// grow beyond some size.
var faults = []string{"pwrite64:error=EIO", "pwrite64:error=ENOSPC", "fsync,fdatasync:error=EIO", "ftruncate:error=EIO", "pread64:error=EIO",
	"?open,openat:error=EMFILE", "?unlink,unlinkat:error=EIO", "fcntl:error=EIO", "short"}

// An outcome is what a run with a fault said of its edits.
type outcome map[string]map[annotate.ID]bool

// withFault labels while a system call fails, once or from some time on.
func withFault(t *testing.T, random *rand.Rand, fault, path string) outcome {
	t.Helper()
	labelling := child(t, "stubborn", path)
	if fault == "short" {
		labelling.Env = append(labelling.Env, fmt.Sprintf("%s=%d", limitVariable, 150_000+random.IntN(300_000)))
	} else {
		calls, _, _ := strings.Cut(fault, ":")
		fault += fmt.Sprintf(":when=%d", 1+random.IntN(250))
		if random.IntN(2) == 0 && calls != "fcntl" { // that ends in waiting for locks
			fault += "+"
		}
		straced(t, labelling, "-o", os.DevNull, "-e", "signal=none", "-e", "trace="+calls, "-e", "inject="+fault)
	}
	var out bytes.Buffer
	labelling.Stdout, labelling.Stderr = &out, nil
	labelling.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // strace and what it traces
	if err := labelling.Start(); err != nil {
		t.Fatal(err)
	}
	stop := time.AfterFunc(patience, func() { syscall.Kill(-labelling.Process.Pid, syscall.SIGKILL) })
	_ = labelling.Wait() // it may not even have opened the project
	stop.Stop()
	told := outcome{"saved": {}, "full": {}, "refused": {}}
	for line := range strings.Lines(out.String()) {
		if what, id, found := strings.Cut(strings.TrimSpace(line), " "); found && told[what] != nil {
			told[what][annotate.ID(id)] = true
		}
	}
	return told
}

// TestFaults makes system calls fail while a process labels and goes on
// whatever happens. What it was told was saved is there, what did not fit on the
// disk is not, and no file is broken. Of an edit that the disk refused with an
// error nobody can say that it is not on it; how often it was is told.
func TestFaults(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(21, 23))
	runs, felt, saved, refused, there := figure(27, 702), 0, 0, 0, 0
	for n := range runs {
		p := newProject(t)
		mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
		author := person(t, p, "Ana")
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		fault := faults[n%len(faults)]
		told := withFault(t, random, fault, p.Path())
		if more := compareTold(t, fault, p.Path(), author, told); more > 1 {
			t.Errorf("%s: %d edits are there that were refused", fault, more)
		} else {
			there += more
		}
		saved, refused = saved+len(told["saved"]), refused+len(told["refused"])+len(told["full"])
		if len(told["saved"]) < attempts {
			felt++
		}
	}
	if felt == 0 || refused == 0 {
		t.Error("no fault was felt")
	}
	enter(t, line{what: "faults of system calls", tried: runs, acknowledged: saved,
		remark: fmt.Sprintf("%d runs felt one, %d edits were refused, %d of them were on the disk all the same", felt, refused, there)})
}

// compareTold compares a project with what was said of its edits, and tells how
// many are there that were refused.
func compareTold(t *testing.T, fault, path string, author annotate.Author, told outcome) int {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		t.Fatalf("%s: %v", fault, err)
	}
	defer p.Close()
	checkClean(t, p)
	_, work := begin(t, p, 0, author)
	found, there := 0, 0
	for _, entry := range work.Past {
		switch {
		case told["saved"][entry.ID]:
			found++
		case told["full"][entry.ID]:
			t.Errorf("%s: an edit is there that did not fit on the disk", fault)
		case told["refused"][entry.ID]:
			there++
		}
	}
	if lost := len(told["saved"]) - found; lost > 0 {
		t.Fatalf("%s: %d of %d acknowledged edits are lost", fault, lost, len(told["saved"]))
	}
	return there
}
