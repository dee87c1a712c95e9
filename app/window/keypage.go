package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A keyPage is the dialog in which the keys of commands are changed.
type keyPage struct {
	w      *Window
	dialog *dialog
	list   *keyList
	said   *line
	preset *picker
	chosen int // -1 none
}

// askKeys shows the keys of all commands, to be changed.
func (w *Window) askKeys() {
	p := &keyPage{w: w, chosen: -1}
	p.said = newLine("Choose a command, then press its new key.", theme.SizeNameText, colourQuiet)
	p.list = newKeyList(p)
	titles := make([]string, len(presets))
	for i, s := range presets {
		titles[i] = s.Title
	}
	p.preset = newPicker(w.inDialogs(), titles, p.use)
	p.preset.PlaceHolder = "Keys as in…"
	body := container.NewBorder(padded(0, 8, 0, 0, container.NewBorder(nil, nil, nil, p.preset, centred(p.said))), nil, nil, nil, p.list)
	p.dialog = w.newDialog("Change keys", body)
	p.dialog.first = p.list
	p.dialog.button("Close", p.dialog.close)
	p.dialog.show(fyne.NewSize(700, 560))
	p.dialog.pressed = p.press
}

// choose takes a command to be given a key.
func (p *keyPage) choose(i int) {
	p.chosen = i
	p.list.Refresh()
	p.said.set("New key of “" + p.w.commands[i].title(p.w) + "”?  Backspace: none, Esc: as it is")
	p.w.win.Canvas().Focus(p.list)
}

// press is a key for the chosen command.
func (p *keyPage) press(k key) {
	switch {
	case p.chosen < 0 && k.Name == fyne.KeyEscape:
		p.dialog.close()
	case p.chosen < 0 || bareModifier(k.Name):
	case k == key{Name: fyne.KeyEscape}:
		p.leave("Nothing was changed.")
	case k == key{Name: fyne.KeyBackspace}:
		c := p.w.commands[p.chosen]
		changes := p.w.prefs.keyChanges()
		changes[c.ID] = nil
		p.w.useKeys(changes)
		p.leave("“" + c.title(p.w) + "” has no key now. Ctrl+K finds it.")
	default:
		c := p.w.commands[p.chosen]
		if why := p.w.setKey(c, k); why != "" {
			p.said.set(why)
			return
		}
		p.leave(k.String() + " is “" + c.title(p.w) + "” now.")
	}
}

// leave lets go of the chosen command.
func (p *keyPage) leave(words string) {
	p.chosen = -1
	p.said.set(words)
	p.list.Refresh()
}

// use takes the keys of a preset.
func (p *keyPage) use(title string) {
	for _, s := range presets {
		if s.Title == title {
			p.w.useKeys(s.Changes)
			p.leave("The keys are those of " + title + " now, where they differ.")
		}
	}
}

func bareModifier(name fyne.KeyName) bool {
	switch name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight, desktop.KeyCapsLock, "":
		return true
	}
	return false
}

// A keyList is the list of the key page, which hears each key.
type keyList struct {
	keyedList
	page *keyPage
}

func newKeyList(p *keyPage) *keyList {
	l := &keyList{page: p}
	l.Length = func() int { return len(p.w.commands) }
	l.CreateItem = func() fyne.CanvasObject { return newCommandRow(p.w) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(p.w.commands) {
			c := p.w.commands[i]
			c.Reason = nil
			o.(*commandRow).show(c, i == p.chosen)
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		p.choose(i)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// AcceptsTab is Fyne's.
func (l *keyList) AcceptsTab() bool { return l.page.chosen >= 0 }

// TypedKey is Fyne's.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	l.page.press(l.pressed(e))
}

// TypedShortcut is Fyne's: a key with Ctrl or Alt that no menu has.
func (l *keyList) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		l.page.press(key{s.KeyName, s.Modifier})
	case *fyne.ShortcutCopy:
		l.page.press(readKey("Ctrl+C"))
	case *fyne.ShortcutPaste:
		l.page.press(readKey("Ctrl+V"))
	case *fyne.ShortcutCut:
		l.page.press(readKey("Ctrl+X"))
	case *fyne.ShortcutSelectAll:
		l.page.press(readKey("Ctrl+A"))
	}
}
