package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
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

// open opens the article of a title.
func (d *driver) open(title string) *driver {
	d.Helper()
	for i := range d.list.matches {
		if row, _ := d.list.row(i); row.Title == title {
			d.list.list.Select(i)
			return d
		}
	}
	d.Fatalf("there is no article %q in the list", title)
	return d
}

// press presses keys as the real driver hands them on: to the main menu, then to what has the focus.
func (d *driver) press(names ...string) *driver {
	d.Helper()
	for _, name := range names {
		d.pressKey(readKey(name))
	}
	return d
}

func (d *driver) pressKey(k key) {
	d.spent[kindOf(k)]++
	c := d.win.Canvas()
	if k.Mod&^fyne.KeyModifierShift != 0 {
		d.pressShortcut(k.shortcut())
		return
	}
	focused := c.Focused()
	if focused == nil {
		if c.OnTypedKey() != nil {
			c.OnTypedKey()(&fyne.KeyEvent{Name: k.Name})
		}
		return
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	keyable, ok := focused.(desktop.Keyable)
	if ok && k.Mod != 0 {
		keyable.KeyDown(shift)
		defer keyable.KeyUp(shift)
	}
	focused.TypedKey(&fyne.KeyEvent{Name: k.Name})
	if len(k.Name) == 1 {
		focused.TypedRune([]rune(strings.ToLower(string(k.Name)))[0])
	}
}

func (d *driver) pressShortcut(s fyne.Shortcut) {
	if hears(d.win.MainMenu().Items, s) {
		return
	}
	if focused, ok := d.win.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
	}
}

func hears(menus []*fyne.Menu, s fyne.Shortcut) bool {
	for _, menu := range menus {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == s.ShortcutName() {
				item.Action()
				return true
			}
			if item.ChildMenu != nil && hears([]*fyne.Menu{item.ChildMenu}, s) {
				return true
			}
		}
	}
	return false
}

// find is the range of words in the open article.
func (d *driver) find(words string) textview.Range {
	d.Helper()
	start := strings.Index(d.view.Text(), words)
	if start < 0 {
		d.Fatalf("the article does not say %q", words)
	}
	return textview.Range{Start: start, End: start + len(words)}
}

// drag selects words with the mouse.
func (d *driver) drag(words string) *driver {
	d.Helper()
	d.spent["drags"]++
	r := d.find(words)
	from, to := d.at(r.Start), d.at(r.End)
	d.view.MouseDown(d.mouse(from))
	d.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	d.view.MouseUp(d.mouse(to))
	d.view.DragEnd()
	return d
}

// click clicks on words in the text.
func (d *driver) click(words string) *driver {
	d.Helper()
	at := d.at(d.find(words).Start).AddXY(2, 0)
	d.view.MouseDown(d.mouse(at))
	d.view.MouseUp(d.mouse(at))
	return d
}

func (d *driver) at(offset int) fyne.Position {
	d.Helper()
	at, height, visible := d.view.Place(offset)
	if !visible {
		d.Fatalf("offset %d is not in sight", offset)
	}
	return at.AddXY(0, height/2)
}

func (d *driver) mouse(at fyne.Position) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
}

// caretTo puts the caret before words with keys alone.
func (d *driver) caretTo(words string) *driver {
	d.Helper()
	want := d.find(words).Start
	d.press("Up", "Up", "Up", "Up", "Up", "Up", "Home")
	for range 400 {
		if _, caret := d.view.Selection(); caret >= want {
			return d
		}
		d.press("Right")
	}
	d.Fatalf("the caret does not come to %q", words)
	return d
}

// extend selects so many words on from the caret.
func (d *driver) extend(words int) *driver {
	for range words {
		d.press("Shift+Right")
	}
	return d
}

// tap clicks on a label's button.
func (d *driver) tap(label string) *driver {
	d.Helper()
	d.spent["clicks"]++
	for _, b := range d.panel.labels.buttons {
		if b.label.Name == label {
			test.Tap(b)
			return d
		}
	}
	d.Fatalf("there is no button for %q", label)
	return d
}

// button presses the button of a title in the dialog on top.
func (d *driver) button(title string) *driver {
	d.Helper()
	if d.dialog == nil {
		d.Fatalf("no dialog is open to press %q in", title)
	}
	for _, o := range d.dialog.buttons {
		if b := o.(*button); b.Text == title {
			test.Tap(&b.Button)
			return d
		}
	}
	d.Fatalf("the dialog %q has no button %q", d.dialog.title, title)
	return d
}

// linkList is the list of spans in the dialog on top.
func (d *driver) linkList() *linking {
	d.Helper()
	for _, o := range test.LaidOutObjects(d.dialog.body) {
		if list, ok := o.(*linking); ok {
			return list
		}
	}
	d.Fatal("the dialog has no list")
	return nil
}

// write types text where the keyboard is.
func (d *driver) write(text string) *driver {
	focused := d.win.Canvas().Focused()
	for _, r := range text {
		focused.TypedRune(r)
	}
	return d
}
