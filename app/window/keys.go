package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A key is a key with the modifiers that are held.
type key struct {
	Name fyne.KeyName
	Mod  fyne.KeyModifier
}

// keys reads keys as one writes them: "Ctrl+Shift+Z". Ctrl is Command on a Mac.
func keys(names ...string) []key {
	list := make([]key, len(names))
	for i, name := range names {
		list[i] = readKey(name)
	}
	return list
}

func readKey(name string) key {
	var k key
	for {
		mod, rest, more := strings.Cut(name, "+")
		if !more || rest == "" {
			break
		}
		switch mod {
		case "Ctrl":
			k.Mod |= fyne.KeyModifierShortcutDefault
		case "Shift":
			k.Mod |= fyne.KeyModifierShift
		case "Alt":
			k.Mod |= fyne.KeyModifierAlt
		}
		name = rest
	}
	k.Name = fyne.KeyName(name)
	return k
}

var keyTitles = map[fyne.KeyName]string{
	"Next": "Page Down", "Prior": "Page Up", "BackSpace": "Backspace", "Return": "Enter", "Escape": "Esc",
	"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "KP_Enter": "Enter", "-": "–", "=": "+", ".": "Period", ",": "Comma",
}

// String is the key as people read it.
func (k key) String() string {
	if k.Name == fyne.KeyEqual {
		k.Mod &^= fyne.KeyModifierShift // + is above = on most keyboards
	}
	var b strings.Builder
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "Cmd+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if k.Mod&m.mod != 0 {
			b.WriteString(m.name)
		}
	}
	if title, has := keyTitles[k.Name]; has {
		return b.String() + title
	}
	return b.String() + string(k.Name)
}

// keyNames are keys as people read them, each once.
func keyNames(keys []key) []string {
	var names []string
	for _, k := range keys {
		if name := k.String(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// shortcut is the key as Fyne's menus want it: some have a name of their own.
func (k key) shortcut() fyne.Shortcut {
	if k.Mod == fyne.KeyModifierShortcutDefault {
		switch k.Name {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		}
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Mod}
}

// keyed finds the command of a key; in the text, those of the text too, and those that answer first
// while there is something to answer.
func (w *Window) keyed(pressed key, inText bool) (command, bool) {
	if w.tagging.shown() {
		if c, found := keyIn(w.commands, pressed, func(c command) bool { return c.Answer && inText }); found {
			return c, true
		}
	}
	return keyIn(w.commands, pressed, func(c command) bool { return !c.Answer && (inText || !c.Text) })
}

// keyIn finds the command of a key among some.
func keyIn(table []command, pressed key, among func(command) bool) (command, bool) {
	for _, c := range table {
		if among(c) && slices.Contains(c.Keys, pressed) {
			return c, true
		}
	}
	return command{}, false
}

// textKey is a key that was pressed in the article's text. It reports whether that meant something.
func (w *Window) textKey(name fyne.KeyName, mod fyne.KeyModifier) bool {
	c, found := w.keyed(key{name, mod}, true)
	if found {
		w.run(c)
	}
	w.moving = !found && moves[name]
	return found
}

// viewKeys are the keys with which the text itself does something, so that no command can have them.
var viewKeys = keys(
	"Left", "Right", "Up", "Down", "Home", "End", "Prior", "Next",
	"Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Shift+Home", "Shift+End", "Shift+Prior", "Shift+Next",
	"Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Shift+Left", "Ctrl+Shift+Right", "Ctrl+Shift+Home", "Ctrl+Shift+End",
	"Alt+Shift+Left", "Alt+Shift+Right", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V",
)

// moves are the keys with which the text's caret moves.
var moves = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyUp: true, fyne.KeyDown: true,
	fyne.KeyHome: true, fyne.KeyEnd: true, fyne.KeyPageUp: true, fyne.KeyPageDown: true,
}

// plainKey is a key without modifiers that was pressed outside the text.
func (w *Window) plainKey(name fyne.KeyName) bool {
	if w.dialog != nil {
		return w.dialog.key(name)
	}
	if name == fyne.KeyEscape && w.sheets.open != nil {
		w.leaveSheet()
		return true
	}
	c, found := w.keyed(key{name, modifiersHeld() & fyne.KeyModifierShift}, false)
	if found {
		w.run(c)
	}
	return found
}

// shortcut is a shortcut that no menu item has: the second key of a command.
func (w *Window) shortcut(s fyne.Shortcut) bool {
	for _, c := range w.commands {
		for _, k := range c.Keys {
			if k.Mod&^fyne.KeyModifierShift != 0 && k.shortcut().ShortcutName() == s.ShortcutName() {
				w.run(c)
				return true
			}
		}
	}
	return false
}

// run does a command, or says why it cannot be done.
func (w *Window) run(c command) {
	if w.dialog != nil && w.dialog.pressed != nil && len(c.Keys) > 0 {
		w.dialog.pressed(c.Keys[0])
		return
	}
	if w.typed(c) || w.dialog != nil && c.ID != "quit" {
		return
	}
	w.panel.save()
	if c.ID == "done-next" && w.sheets.open != nil && w.sheets.open.main != nil {
		w.sheets.open.main()
		return
	}
	if why := c.reason(w); why != "" {
		w.say(why)
		return
	}
	if c.ofArticle() {
		w.leaveSheet()
	}
	c.Do(w)
	w.refreshMenuSoon()
	if w.win.Canvas().Focused() == nil {
		w.focusText()
	}
}

// typed undoes or redoes what was typed into a field that has the keyboard, rather than an edit.
func (w *Window) typed(c command) bool {
	if w.sweep.shown() && w.dialog == nil && (c.ID == "undo" || c.ID == "redo") {
		w.sweep.unanswer(c.ID == "redo")
		return true
	}
	e, typing := w.win.Canvas().Focused().(*entry)
	switch {
	case !typing:
		return false
	case c.ID == "undo":
		e.Undo()
	case c.ID == "redo":
		e.Redo()
	default:
		return false
	}
	return true
}

// do runs a command by its ID.
func (w *Window) do(id string) {
	for _, c := range w.commands {
		if c.ID == id {
			w.run(c)
			return
		}
	}
}

// watchKeys hears the keys that are pressed while nothing has the focus.
func (w *Window) watchKeys() {
	c := w.win.Canvas()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { w.plainKey(e.Name) })
	for _, command := range w.commands {
		for i, k := range command.Keys {
			if i > 0 && k.Mod&^fyne.KeyModifierShift != 0 {
				c.AddShortcut(k.shortcut(), func(s fyne.Shortcut) { w.shortcut(s) })
			}
		}
	}
}
