package storage

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// held starts a process that has a project open; calling done closes it there.
func held(t *testing.T, path string) (holder *exec.Cmd, done func()) {
	t.Helper()
	holder = child(t, "hold", path)
	in, err := holder.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "open\n" {
		t.Fatalf("the other process said %q: %v", line, err)
	}
	return holder, func() {
		t.Helper()
		if err := errors.Join(in.Close(), holder.Wait()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenInAnotherProcess(t *testing.T) {
	p := newProject(t)
	path := p.Path()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	holder, done := held(t, path)
	_, err := Open(path)
	if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), fmt.Sprintf("pid %d on ", holder.Process.Pid)) {
		t.Errorf("opening what is open elsewhere: %v", err)
	}
	if _, err := Create(path, newsScheme); !errors.Is(err, ErrInUse) {
		t.Errorf("creating what is open elsewhere: %v", err)
	}
	done()
	if p, err = Open(path); err != nil {
		t.Fatal(err)
	}
	checkClean(t, p)
	if err := child(t, "checking", path).Run(); err == nil {
		t.Error("another process opened a project that is open here")
	}
	p.Close()
	if err := child(t, "checking", path).Run(); err != nil {
		t.Errorf("another process could not open a project that was closed here: %v", err)
	}
}

// TestLockOfTheDead opens a project whose holder was killed.
func TestLockOfTheDead(t *testing.T) {
	p := newProject(t)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	holder, _ := held(t, p.Path())
	holder.Process.Kill()
	holder.Wait()
	if _, err := os.Stat(p.Path() + ".lock"); err != nil {
		t.Fatalf("the killed process left no lock file: %v", err)
	}
	p, err := Open(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	checkClean(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenTwiceHere(t *testing.T) {
	p := newProject(t)
	link := p.Path() + ".link"
	if err := os.Symlink(p.Path(), link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{p.Path(), link} {
		if _, err := Open(path); !errors.Is(err, ErrInUse) {
			t.Errorf("opening %s a second time: %v", path, err)
		}
	}
	// What was refused must not have taken the first one's locks away.
	if err := child(t, "checking", p.Path()).Run(); err == nil {
		t.Error("another process opened it then")
	}
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	checkClean(t, p)
}

// copyProgram copies the test binary to where every user may run it.
func copyProgram(t *testing.T, to string) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	from, err := os.Open(program)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(target, from)
	if err := errors.Join(err, target.Close()); err != nil {
		t.Fatal(err)
	}
}
