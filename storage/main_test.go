package storage

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// childVariable names, in the environment of the test binary, what it is to do
// instead of testing.
const childVariable = "GLOSSATOR_STORAGE_CHILD"

// children are what the test binary can do in a process of its own.
var children = map[string]func(path string) error{
	"label":    labelForEver,
	"hold":     holdOpen,
	"reading":  openReadOnly,
	"checking": checkOnce,
	"import":   importForEver,
	"snapshot": snapshotForEver,
	"step":     openOnce,
	"journal":  changeForEver,
}

func TestMain(m *testing.M) {
	child, found := children[os.Getenv(childVariable)]
	if !found {
		status := m.Run()
		printTable(os.Stdout)
		os.Exit(status)
	}
	if err := child(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// child makes a process that does something with a file.
func child(t *testing.T, what, path string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, path)
	cmd.Env = append(os.Environ(), childVariable+"="+what)
	cmd.Stderr = t.Output()
	return cmd
}

// holdOpen has a project open until its standard input ends.
func holdOpen(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	bufio.NewScanner(os.Stdin).Scan()
	return p.Close()
}

// checkOnce opens a project and says what is wrong with it.
func checkOnce(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	problems, err := p.Check(background)
	for _, problem := range problems {
		err = errors.Join(err, errors.New(problem.String()))
	}
	return errors.Join(err, p.Close())
}
