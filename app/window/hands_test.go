package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/app/textview"
)

// What a driver does with the keyboard and the mouse.

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
