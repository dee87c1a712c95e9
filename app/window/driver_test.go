package window

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/assets"
	"github.com/glossator/glossator/storage"
)

// A driver acts on the window as a user does and looks at what the user sees.
type driver struct {
	*testing.T
	*Window
	spent map[string]int // what was done with the keyboard and the mouse, by kind
	soon  []func()       // what is to be done when some time has passed
}

// reports are the articles of a test's project, by file name.
var reports = map[string]string{
	"1-mill.txt":   "Mill fire\n\nTwo people were killed in Vessmark on Monday, the fire brigade said.\n",
	"2-bridge.txt": "Bridge closed\n\nPolice closed the Orvane bridge. “Nobody was hurt,” the mayor said.\n",
	"3-strike.txt": "Strike ends\n\nThe dockers of Port Amrel went back to work.\n",
}

// drive opens the window on a new project with the reports in it.
func drive(t *testing.T) *driver {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	folder := t.TempDir()
	for name, text := range reports {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "test"+storage.Extension)
	scheme, err := annotate.ParseScheme(assets.SchemeJSON)
	if err != nil {
		t.Fatal(err)
	}
	project, err := storage.Create(path, scheme)
	if err != nil {
		t.Fatal(err)
	}
	if err := project.Close(); err != nil {
		t.Fatal(err)
	}
	d := begin(t, Options{Project: path})
	d.importPaths([]string{folder})
	d.wait()
	d.press("Escape")
	return d
}

// begin opens the window as Run does.
func begin(t *testing.T, o Options) *driver {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	return beginIn(t, test.NewTempApp(t), o)
}

// beginIn opens the window in an app that may have been used before.
func beginIn(t *testing.T, a fyne.App, o Options) *driver {
	t.Helper()
	w := New(a, o)
	d := &driver{T: t, Window: w, spent: map[string]int{}}
	w.later = func(_ time.Duration, f func()) { d.soon = append(d.soon, f) }
	w.win.Resize(fyne.NewSize(1280, 720))
	w.win.Show()
	w.start()
	t.Cleanup(w.close)
	return d
}

// again closes the window and opens the project anew.
func (d *driver) again() *driver {
	d.Helper()
	path := d.project.Path()
	d.quit()
	d.wait()
	d.Window.close()
	return beginIn(d.T, d.app, Options{Project: path})
}

// rewritten closes the project, changes what is in its file, and opens it again.
func (d *driver) rewritten(change func(data []byte)) *driver {
	d.Helper()
	path := d.project.Path()
	d.quit()
	d.wait()
	d.Window.close()
	data, err := os.ReadFile(path)
	if err != nil {
		d.Fatal(err)
	}
	change(data)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		d.Fatal(err)
	}
	return beginIn(d.T, d.app, Options{Project: path})
}

// pass lets some time pass: what was to be done then is done.
func (d *driver) pass() *driver {
	soon := d.soon
	d.soon = nil
	for _, f := range soon {
		f()
	}
	return d
}

// pending are the functions that work beside the window wants to be run, which wait runs: so the test
// and the window are on one goroutine, as they are for users.
var pending = make(chan func(), 1000)

func init() { onUI = func(f func()) { pending <- f } }

// wait waits until work beside the window is done, and all that came of it is shown.
func (d *driver) wait() {
	for more := true; more; {
		more = false
		done := d.jobs.idle()
		for waiting := true; waiting; {
			select {
			case f := <-pending:
				f()
				more = true // it may have begun other work
			case <-done:
				waiting = false
			}
		}
		more = d.runPending() || more
	}
}

// runPending runs what waits, which may begin other work, and reports whether there was any.
func (d *driver) runPending() (any bool) {
	for {
		select {
		case f := <-pending:
			f()
			any = true
		default:
			return any
		}
	}
}
