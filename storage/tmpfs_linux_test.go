package storage

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func init() {
	children["full"] = fillDisk
	children["medium"] = useReadOnlyMedium
}

// onOwnDisk runs a process that may mount things of its own, in a folder, which
// nobody else sees.
func onOwnDisk(t *testing.T, what string) {
	t.Helper()
	working := child(t, what, t.TempDir())
	working.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}, GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}}
	if err := working.Start(); err != nil {
		t.Skip("this process may mount nothing:", err)
	}
	err := working.Wait()
	if working.ProcessState.ExitCode() == cannotMount {
		t.Skip("this process may mount nothing")
	}
	if err != nil {
		t.Error(err)
	}
}

// cannotMount is how a process ends that may mount nothing.
const cannotMount = 3

// mountDisk mounts a disk of so many bytes in a folder.
func mountDisk(folder, size string) {
	if syscall.Mount("none", folder, "tmpfs", 0, "size="+size) != nil {
		os.Exit(cannotMount)
	}
}

// small is a project on a small disk of its own, with an article and a session.
func small(folder string) (*Project, *scribbler, error) {
	mountDisk(folder, "2m")
	p, err := Create(filepath.Join(folder, "news"+Extension), newsScheme)
	if err != nil {
		return nil, nil, err
	}
	if _, err := p.Import(background, documents(article("Mixed", mixed)), ImportOptions{}); err != nil {
		return nil, nil, err
	}
	s, err := takeUp(p, func(s annotate.Saver) annotate.Saver { return s })
	return p, s, err
}

// fillDisk labels until the disk is full: that edit and those after it are
// refused, none before it is lost, and work goes on once there is room.
func fillDisk(folder string) error {
	p, s, err := small(folder)
	if err != nil {
		return err
	}
	ballast := filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 500_000), 0o644); err != nil {
		return err
	}
	for err == nil {
		err = s.oneOf()
	}
	if !errors.Is(err, ErrFull) {
		return err
	}
	before := s.layer()
	if _, err := p.Snapshot(background); !errors.Is(err, ErrFull) {
		return errors.Join(errors.New("a snapshot was kept on a full disk"), err)
	}
	if _, err := p.Import(background, reports(100), ImportOptions{}); !errors.Is(err, ErrFull) {
		return errors.Join(errors.New("something was imported to a full disk"), err)
	}
	if err := holdsNow(p, before); err != nil {
		return err
	}
	if err := os.Remove(ballast); err != nil {
		return err
	}
	s.session.SelectSpan("")
	if err := s.session.SetValue("Write note", annotate.NoteValue, "there is room"); err != nil {
		return err
	}
	if err := p.Close(); err != nil {
		return err
	}
	if p, err = Open(p.Path()); err != nil {
		return err
	}
	return errors.Join(holdsNow(p, s.layer()), p.Close())
}

// holdsNow makes sure that a project is sound and has a layer.
func holdsNow(p *Project, want annotate.Layer) error {
	if problems, err := p.Check(background); err != nil || len(problems) > 0 {
		return errors.Join(err, errors.New("there are problems"))
	}
	w, err := p.Work(background, want.Article, want.Author)
	if err == nil && !w.Layer.Equal(want) {
		err = errors.New("the labels are not those that were saved")
	}
	return err
}

// useReadOnlyMedium opens a project on a medium that cannot be written, as it
// was left by a program that was killed.
func useReadOnlyMedium(folder string) error {
	p, s, err := small(folder)
	if err != nil {
		return err
	}
	s.session.Select(annotate.Range{Start: 0, End: len("Варта")})
	if err := s.session.Tag("place"); err != nil {
		return err
	}
	medium := filepath.Join(folder, "medium")
	if err := os.Mkdir(medium, 0o755); err != nil {
		return err
	}
	mountDisk(medium, "2m")
	path := filepath.Join(medium, "news"+Extension)
	if err := errors.Join(copyAll(p.Path(), path), p.Close()); err != nil {
		return err
	}
	if sizeOf(path+"-wal") == 0 {
		return errors.New("there is no log")
	}
	if err := syscall.Mount("none", medium, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		return err
	}
	return openReadOnly(path)
}

// TestFullDisk fills a real disk, in memory.
func TestFullDisk(t *testing.T) { onOwnDisk(t, "full") }

// TestReadOnlyMedium opens a project on a disk that is mounted read-only.
func TestReadOnlyMedium(t *testing.T) { onOwnDisk(t, "medium") }
