//go:build display

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long a step in the real window may take on a slow machine.
const patience = 60 * time.Second

// A screen is a virtual display of its own.
type screen struct {
	display       string
	width, height int
}

// newScreen starts an X server without a monitor and stops it with the test.
func newScreen(t *testing.T, width, height int) screen {
	t.Helper()
	read, write, err := os.Pipe()
	must(t, err)
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-dpi", "96", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		t.Fatalf("start Xvfb (make packages installs it): %v", err)
	}
	write.Close()
	t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	number, err := bufio.NewReader(read).ReadString('\n')
	must(t, err)
	return screen{":" + strings.TrimSpace(number), width, height}
}

// An event is one line of the program's trace.
type event struct {
	Event   string
	ID      string
	Title   string
	Status  string
	Label   string
	Name    string
	Text    string
	Undo    string
	Redo    string
	Start   int // code points
	End     int
	Spans   int
	N       int                   // of articles
	MS      float64               // how long the window looked neither at the keyboard nor at the mouse
	Swap    float64               // how much of that came after all was drawn
	At      int64                 // microseconds since 1970
	Asked   int64                 // when something asked for a frame
	Drawn   int64                 // and when it was handed to OpenGL
	Shown   int64                 // and when it was on the screen
	Targets map[string][4]float64 // x, y, width, height in pixels of the window
	Words   [][6]float64          // start, end in code points, then the same four
}

// A program is the real one, in its window, as a user has it before him.
type program struct {
	t      *testing.T
	on     screen
	home   string
	env    []string
	cmd    *exec.Cmd
	events chan event
	begun  time.Time // when it was started
	first  event     // frame
	layout event
	asked  string // the title of the last dialog
	spent  map[cost]int
	pauses []event // in which the window did not answer
}

// start opens the window on a project, and waits until it can be used.
func start(t *testing.T, on screen, home string, env []string, args ...string) *program {
	t.Helper()
	p := &program{t: t, on: on, home: home, events: make(chan event, 10_000)}
	p.env = append(os.Environ(), "DISPLAY="+on.display, "HOME="+home, "XDG_DATA_HOME="+home+"/data", "XDG_CONFIG_HOME="+home+"/config",
		"LANG=en_US.UTF-8", "LC_ALL=", "FYNE_SCALE=1", "FYNE_DISABLE_DPI_DETECTION=1", "LIBGL_ALWAYS_SOFTWARE=1")
	p.env = append(p.env, env...)
	trace := filepath.Join(t.TempDir(), "trace")
	must(t, syscall.Mkfifo(trace, 0o600))
	lines, err := os.OpenFile(trace, os.O_RDWR, 0)
	must(t, err)
	p.waitForNoWindow()
	p.cmd = exec.Command(binary(t), append([]string{"--trace", trace}, args...)...)
	p.cmd.Env = p.env
	p.cmd.Stderr = os.Stderr
	p.begun = time.Now()
	must(t, p.cmd.Start())
	go p.listen(lines)
	t.Cleanup(func() { p.cmd.Process.Kill(); p.cmd.Wait(); lines.Close() })
	p.expect("ready")
	p.first = p.expect("frame")
	p.xdotool("search", "--sync", "--onlyvisible", "--name", "Glossator", "windowmove", "0", "0", "windowsize", fmt.Sprint(on.width), fmt.Sprint(on.height), "windowfocus", "--sync")
	return p
}

// waitForNoWindow waits until the window of a program that has ended is gone: it would be found, and
// get the keys.
func (p *program) waitForNoWindow() {
	p.t.Helper()
	for p.t.Context().Err() == nil {
		cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", "Glossator")
		cmd.Env = p.env
		if cmd.Run() != nil {
			return // it finds none
		}
	}
}

// binary is the program that make has built.
func binary(t *testing.T) string {
	t.Helper()
	path := os.Getenv("GLOSSATOR_BIN")
	if path == "" {
		t.Fatal("GLOSSATOR_BIN is not set: these tests are run by make test, which builds the program first")
	}
	return path
}

func (p *program) listen(lines io.Reader) {
	in := bufio.NewReader(lines)
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			close(p.events)
			return
		}
		var e event
		if err := json.Unmarshal(line, &e); err != nil {
			e = event{Event: "broken", Text: string(line)}
		}
		p.events <- e
	}
}

// expect waits for the next event of a kind; what comes before it passes by.
func (p *program) expect(kind string) event {
	p.t.Helper()
	return p.expectWhere(kind, func(event) bool { return true })
}

// expectWhere waits for the next event of a kind that fits.
func (p *program) expectWhere(kind string, fits func(event) bool) event {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	var passed []string
	for {
		select {
		case e, open := <-p.events:
			if !open || e.Event == "broken" {
				p.t.Fatalf("the trace ended or broke while waiting for %q: %s", kind, e.Text)
			}
			p.note(e)
			if e.Event == kind && fits(e) {
				return e
			}
			passed = append(passed, fmt.Sprintf("%s %q %d-%d", e.Event, e.Text+e.Name+e.Title, e.Start, e.End))
		case <-ctx.Done():
			p.screenshot(filepath.Join(os.TempDir(), "glossator-stuck.png"))
			p.t.Fatalf("no event %q came; before it: %s (see glossator-stuck.png in the temporary folder)", kind, strings.Join(passed[max(0, len(passed)-12):], "; "))
		}
	}
}

// note keeps what of an event is asked for later.
func (p *program) note(e event) {
	switch e.Event {
	case "layout":
		p.layout = e
	case "dialog":
		p.asked = e.Title
	case "pause":
		p.pauses = append(p.pauses, e)
	}
}

// settle takes the events that have come already.
func (p *program) settle() {
	for {
		select {
		case e := <-p.events:
			p.note(e)
		default:
			return
		}
	}
}

func (p *program) xdotool(args ...string) {
	p.t.Helper()
	p.pay(args)
	cmd := exec.Command("xdotool", args...)
	cmd.Env = p.env
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("xdotool %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

// theyAreMine answers whose labels are in a project by somebody of the user's name. A small project is
// opened, and the question asked, before the program says that it is ready; a large one after it.
func (p *program) theyAreMine() {
	p.t.Helper()
	for p.asked != "Are these labels yours?" {
		p.expect("dialog")
	}
	p.press("Return")
}

// press sends keys, as xdotool names them.
func (p *program) press(keys ...string) {
	p.t.Helper()
	p.xdotool(append([]string{"key", "--delay", "2"}, keys...)...)
}

// place waits until something is laid out, and says where its middle is.
func (p *program) place(target string) (x, y int) {
	p.t.Helper()
	p.settle()
	for {
		if r, there := p.layout.Targets[target]; there {
			return int(r[0] + r[2]/2), int(r[1] + r[3]/2)
		}
		p.expect("layout")
	}
}

// click clicks on something that the trace names.
func (p *program) click(target string) {
	p.t.Helper()
	x, y := p.place(target)
	p.xdotool("mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

// screenshot writes what is on the screen as a picture.
func (p *program) screenshot(path string) {
	p.t.Helper()
	cmd := exec.Command("import", "-window", "root", path)
	cmd.Env = p.env
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Errorf("take a screenshot: %v: %s", err, out)
	}
}

// kill ends the program as a power cut would.
func (p *program) kill() {
	p.t.Helper()
	must(p.t, p.cmd.Process.Kill())
	p.cmd.Wait()
}

// run runs one of the verbs and gives what it prints.
func run(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command(binary(t), args...)
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("glossator %s: %v: %s", strings.Join(args, " "), err, errs.String())
	}
	return string(out)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
